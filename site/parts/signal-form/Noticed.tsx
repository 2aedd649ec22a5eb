/** What was seen and how soon; and, for who needs it, where it came up, what was tried and what it touches. */
import { complexityWords, lifeDomainWords, settingWords } from '../../lib/signal-words.ts'
import { choicesOf } from '../../lib/words.ts'
import { Checks, Radios, Select, TextArea } from '../Field.tsx'
import { Part } from '../Part.tsx'
import { type CrisisLine, Urgency } from '../Urgency.tsx'
import type { PartProps } from './About.tsx'

type Props = PartProps & { crisis: readonly CrisisLine[] }

export const Noticed = ({ typed, set, fault, crisis }: Props) => (
  <Part
    id="gezien"
    title="Wat is er aan de hand?"
    intro="Schrijf op wat u zag of hoorde, niet wat u denkt dat het is. Niet meer dan de ontvanger nodig heeft."
  >
    <Urgency
      value={typed.urgency}
      fault={fault('/urgency')}
      lines={crisis}
      called={typed.called}
      calledFault={fault('/called')}
      after="De crisisregisseur ziet dit signaal meteen na het versturen."
      onChange={(urgency) => set({ urgency })}
      onCalled={(called) => set({ called })}
    />
    <TextArea
      id="gezien"
      label="Wat is er gezien?"
      rows={4}
      value={typed.noticed}
      fault={fault('/noticed')}
      onChange={(noticed) => set({ noticed })}
    />
    <TextArea
      id="geprobeerd"
      label="Wat is er al geprobeerd?"
      optional
      rows={2}
      value={typed.tried}
      fault={fault('/tried')}
      onChange={(tried) => set({ tried })}
    />
    <Select
      id="aanleiding"
      label="Waar kwam het op?"
      choices={choicesOf(settingWords)}
      value={typed.setting}
      fault={fault('/setting')}
      onChange={(setting) => set({ setting })}
    />
    <details class="vd-unfold" open={typed.lifeDomains.length > 0 || typed.complexity !== 'single'}>
      <summary>Meer erbij: leefgebieden en hoe ingewikkeld het is</summary>
      <Checks
        id="leefgebieden"
        label="Welke leefgebieden spelen mee?"
        hint="Alleen wat echt meespeelt."
        optional
        columns
        choices={choicesOf(lifeDomainWords)}
        value={typed.lifeDomains}
        fault={fault('/lifeDomains')}
        onChange={(lifeDomains) => set({ lifeDomains: lifeDomains as typeof typed.lifeDomains })}
      />
      <Radios
        id="ingewikkeld"
        label="Hoe ingewikkeld is het?"
        choices={choicesOf(complexityWords)}
        value={typed.complexity}
        fault={fault('/complexity')}
        onChange={(complexity) => set({ complexity })}
      />
    </details>
  </Part>
)
