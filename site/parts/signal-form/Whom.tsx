/** Whom it is about, how contact with them is safe, and what they know of it; each shows only what belongs to the choice above it. */
import { groupSizeWords, involvementMeaning, involvementWords, subjectWords } from '../../lib/matter-words.ts'
import { choicesOf } from '../../lib/words.ts'
import { Check, Radios, TextArea, TextField } from '../Field.tsx'
import { Part } from '../Part.tsx'
import type { PartProps } from './About.tsx'
import { Alike } from './Alike.tsx'
import { needsReason } from './typed.ts'

const { no_person: _group, ...involvements } = involvementWords
const subjects = [
  { code: 'person', label: subjectWords.person },
  { code: 'household', label: subjectWords.household },
  { code: 'group', label: subjectWords.group },
]

type Props = PartProps & { sheetId: string | null }

export function Whom({ typed, set, fault, sheetId }: Props) {
  const isGroup = typed.subject === 'group'
  return (
    <>
      <Part
        id="wie"
        title="Om wie gaat het?"
        intro={
          isGroup
            ? 'Bijvoorbeeld een klas of jongeren op een plein. Er staat niets in over één persoon.'
            : 'De ontvanger ziet de naam pas als het signaal is opgepakt.'
        }
      >
        <Radios
          id="onderwerp"
          label="Om wie gaat het?"
          columns
          choices={subjects}
          value={typed.subject}
          fault={fault('/matter/subject')}
          onChange={(subject) => set({ subject })}
        />
        {isGroup ? (
          <Radios
            id="groep"
            label="Hoe groot is de groep?"
            hint="Schrijf nergens een naam, adres of iets anders waaraan u één persoon herkent."
            columns
            choices={choicesOf(groupSizeWords)}
            value={typed.groupSize}
            fault={fault('/matter/groupSize')}
            onChange={(groupSize) => set({ groupSize })}
          />
        ) : (
          <>
            <TextField
              id="naam"
              label={typed.subject === 'household' ? 'Naam van het huishouden of van een ouder' : 'Naam'}
              hint="Geen burgerservicenummer."
              value={typed.name}
              fault={fault('/matter/person/name')}
              onChange={(name) => set({ name })}
            />
            <Alike name={typed.name} sheetId={sheetId} />
            <SafeContact typed={typed} set={set} fault={fault} />
          </>
        )}
      </Part>
      {!isGroup && <Involvement typed={typed} set={set} fault={fault} />}
    </>
  )
}

/** Asked once: it is shown wherever somebody may call. */
function SafeContact({ typed, set, fault }: PartProps) {
  const mayCall = typed.mayCall === 'yes'
  return (
    <>
      <Radios
        id="bellen"
        label="Mag er gebeld worden?"
        hint="Een telefoontje op het verkeerde moment kan gevaarlijk zijn."
        columns
        choices={[
          { code: 'yes', label: 'Ja' },
          { code: 'no', label: 'Nee, of dat weet ik niet' },
        ]}
        value={typed.mayCall}
        fault={fault('/matter/person/mayCall')}
        onChange={(value) => set({ mayCall: value })}
      />
      {typed.mayCall !== '' && (
        <div class="vd-pair">
          {mayCall && (
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
          <TextField
            id="wanneer-bellen"
            label={mayCall ? 'Wanneer kan bellen?' : 'Hoe kan contact wel?'}
            optional
            value={typed.callWhen}
            fault={fault('/matter/person/callWhen')}
            onChange={(callWhen) => set({ callWhen })}
          />
        </div>
      )}
      {mayCall && (
        <Check
          id="voicemail"
          label="Voicemail inspreken mag"
          value={typed.voicemail}
          onChange={(voicemail) => set({ voicemail })}
        />
      )}
      <details class="vd-unfold" open={typed.interpreter !== '' || typed.wheelchair}>
        <summary>Tolk of rolstoel</summary>
        <TextField
          id="tolk"
          label="Tolk nodig? Welke taal?"
          optional
          value={typed.interpreter}
          fault={fault('/matter/person/interpreter')}
          onChange={(interpreter) => set({ interpreter })}
        />
        <Check
          id="rolstoel"
          label="Komt met een rolstoel"
          value={typed.wheelchair}
          onChange={(wheelchair) => set({ wheelchair })}
        />
      </details>
    </>
  )
}

const Involvement = ({ typed, set, fault }: PartProps) => (
  <Part id="gezin" title="Hoe is het gezin betrokken?" intro="Dit is iets anders dan de wettelijke grond.">
    <Radios
      id="betrokken"
      label="Wat weet of vindt het gezin ervan?"
      choices={choicesOf(involvements).map((choice) => ({
        ...choice,
        // The meaning of what is chosen; all five at once are a page to read.
        ...(choice.code === typed.involvement && { hint: involvementMeaning[choice.code] ?? '' }),
      }))}
      value={typed.involvement}
      fault={fault('/matter/involvement')}
      onChange={(involvement) => set({ involvement })}
    />
    {needsReason(typed) && (
      <TextArea
        id="betrokken-uitleg-tekst"
        label="Waarom is dat zo?"
        rows={2}
        value={typed.involvementReason}
        fault={fault('/matter/involvementReason')}
        onChange={(involvementReason) => set({ involvementReason })}
      />
    )}
  </Part>
)
