/** What a signal written in a hurry mostly does without: place, size of a group, safe contact, ground, what was tried. */
import type { Names } from '../../lib/names.ts'
import { groupSizeWords } from '../../lib/matter-words.ts'
import { settingWords } from '../../lib/signal-words.ts'
import { choicesOf } from '../../lib/words.ts'
import { BasisFields } from '../BasisFields.tsx'
import { Check, Radios, Select, TextArea, TextField } from '../Field.tsx'
import type { PartProps } from './About.tsx'

export function More({ typed, set, fault, names }: PartProps & { names: Names }) {
  const isGroup = typed.subject === 'group'
  const { basis } = typed
  // What has no proposal, or was found in it, must be in sight.
  const mustOpen = isGroup || (typed.theme !== '' && basis.ground === '')
  return (
    <details class="vd-unfold" open={mustOpen}>
      <summary>Meer velden: plaats, bellen, wat er al is geprobeerd, de grond</summary>
      {isGroup && (
        <Radios
          id="groep"
          label="Hoe groot is de groep?"
          columns
          choices={choicesOf(groupSizeWords)}
          value={typed.groupSize}
          onChange={(groupSize) => set({ groupSize })}
        />
      )}
      <div class="vd-pair">
        <Select
          id="plaats"
          label="Plaats"
          optional
          empty="Niet bekend"
          choices={choicesOf(names.places)}
          value={typed.place}
          onChange={(place) => set({ place })}
        />
        <Select
          id="aanleiding"
          label="Waar kwam het op?"
          choices={choicesOf(settingWords)}
          value={typed.setting}
          onChange={(setting) => set({ setting })}
        />
        {typed.mayCall === 'yes' && !isGroup && (
          <TextField
            id="telefoon"
            label="Telefoonnummer"
            type="tel"
            optional
            value={typed.phone}
            fault={fault('/matter/person/phone')}
            onChange={(phone) => set({ phone })}
          />
        )}
        {!isGroup && (
          <TextField
            id="wanneer-bellen"
            label={typed.mayCall === 'yes' ? 'Wanneer kan bellen?' : 'Hoe kan contact wel?'}
            optional
            value={typed.callWhen}
            fault={fault('/matter/person/callWhen')}
            onChange={(callWhen) => set({ callWhen })}
          />
        )}
        {!isGroup && (
          <TextField
            id="tolk"
            label="Tolk nodig? Welke taal?"
            optional
            value={typed.interpreter}
            fault={fault('/matter/person/interpreter')}
            onChange={(interpreter) => set({ interpreter })}
          />
        )}
      </div>
      {typed.mayCall === 'yes' && !isGroup && (
        <Check
          id="voicemail"
          label="Voicemail inspreken mag"
          value={typed.voicemail}
          onChange={(voicemail) => set({ voicemail })}
        />
      )}
      <TextArea
        id="geprobeerd"
        label="Wat is er al geprobeerd?"
        optional
        rows={2}
        value={typed.tried}
        fault={fault('/tried')}
        onChange={(tried) => set({ tried })}
      />
      <BasisFields
        value={basis}
        isGroup={isGroup}
        short
        faultOf={(name) => fault(`/basis/${name}`)}
        onChange={(value) => set({ basis: value })}
      />
    </details>
  )
}
