/** The parts of the signal form about whom and what; each shows only what belongs to the choice above it. */
import { involvementWords, subjectWords } from '../../lib/matter-words.ts'
import type { Names } from '../../lib/names.ts'
import { complexityWords, lifeDomainWords, settingWords } from '../../lib/signal-words.ts'
import { choicesOf } from '../../lib/words.ts'
import { Check, Checks, Radios, Select, TextArea, TextField } from '../../parts/Field.tsx'
import { Part } from '../../parts/Part.tsx'
import { needsReason, type Typed } from './draft.ts'

export type PartProps = {
  typed: Typed
  set: (changed: Partial<Typed>) => void
  fault: (pointer: string) => string | undefined
  names: Names
}

const { no_person: _group, ...involvements } = involvementWords
const subjects = [
  { code: 'person', label: subjectWords.person },
  { code: 'household', label: subjectWords.household, hint: 'Een gezin of mensen die samen wonen.' },
  { code: 'group', label: subjectWords.group, hint: 'Bijvoorbeeld een klas of jongeren op een plein. Zonder namen.' },
]

export function About({ typed, set, fault }: PartProps) {
  return (
    <Part id="aanleiding" title="Aanleiding">
      <Select
        id="aanleiding"
        label="Waar kwam het op?"
        choices={choicesOf(settingWords)}
        value={typed.setting}
        fault={fault('/setting')}
        onChange={(setting) => set({ setting })}
      />
    </Part>
  )
}

export function Whom({ typed, set, fault }: PartProps) {
  const isGroup = typed.subject === 'group'
  return (
    <>
      <Part id="wie" title="Om wie gaat het?" intro="De ontvanger ziet de naam pas als het signaal is opgepakt.">
        <Radios
          id="onderwerp"
          label="Om wie gaat het?"
          choices={subjects}
          value={typed.subject}
          fault={fault('/matter/subject')}
          onChange={(subject) => set({ subject })}
        />
        {typed.subject !== '' && !isGroup && (
          <TextField
            id="naam"
            label={typed.subject === 'household' ? 'Naam van het huishouden of van een ouder' : 'Naam'}
            hint="Geen burgerservicenummer."
            value={typed.name}
            fault={fault('/matter/person/name') ?? fault('/matter/person')}
            onChange={(name) => set({ name })}
          />
        )}
        {isGroup && <p>Schrijf nergens een naam, adres of iets anders waaraan u één persoon herkent.</p>}
      </Part>
      {typed.subject !== '' && !isGroup && <SafeContact typed={typed} set={set} fault={fault} />}
      {!isGroup && <Involvement typed={typed} set={set} fault={fault} />}
    </>
  )
}

type Inner = Omit<PartProps, 'names'>

function SafeContact({ typed, set, fault }: Inner) {
  const mayCall = typed.mayCall === 'yes'
  return (
    <Part id="contact" title="Veilig contact" intro="Een telefoontje op het verkeerde moment kan gevaarlijk zijn.">
      <Radios
        id="bellen"
        label="Mag er gebeld worden?"
        choices={[
          { code: 'yes', label: 'Ja' },
          { code: 'no', label: 'Nee, bellen is niet veilig of niet gewenst' },
        ]}
        value={typed.mayCall}
        onChange={(value) => set({ mayCall: value })}
      />
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
        hint={mayCall ? 'Bijvoorbeeld: op werkdagen voor 15.00 uur.' : 'Bijvoorbeeld: via school, op dinsdag.'}
        optional
        value={typed.callWhen}
        fault={fault('/matter/person/callWhen')}
        onChange={(callWhen) => set({ callWhen })}
      />
      <div class="vd-choices">
        {mayCall && (
          <Check
            id="voicemail"
            label="Voicemail inspreken mag"
            value={typed.voicemail}
            onChange={(voicemail) => set({ voicemail })}
          />
        )}
        <Check
          id="rolstoel"
          label="Komt met een rolstoel"
          value={typed.wheelchair}
          onChange={(wheelchair) => set({ wheelchair })}
        />
      </div>
      <TextField
        id="tolk"
        label="Tolk nodig? Welke taal?"
        optional
        value={typed.interpreter}
        fault={fault('/matter/person/interpreter')}
        onChange={(interpreter) => set({ interpreter })}
      />
    </Part>
  )
}

const Involvement = ({ typed, set, fault }: Inner) => (
  <Part id="gezin" title="Hoe is het gezin betrokken?" intro="Dit is iets anders dan de wettelijke grond hieronder.">
    <Radios
      id="betrokken"
      label="Wat weet of vindt het gezin ervan?"
      choices={choicesOf(involvements)}
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

export const WhatAndWhere = ({ typed, set, fault, names }: PartProps) => (
  <Part id="thema" title="Waar gaat het over?">
    <div class="vd-pair">
      <Select
        id="thema"
        label="Thema"
        choices={choicesOf(names.themes)}
        value={typed.theme}
        fault={fault('/matter/theme')}
        onChange={(theme) => set({ theme })}
      />
      <Select
        id="plaats"
        label="Plaats"
        optional
        empty="Niet bekend"
        choices={choicesOf(names.places)}
        value={typed.place}
        fault={fault('/matter/place')}
        onChange={(place) => set({ place })}
      />
    </div>
  </Part>
)

export const Noticed = ({ typed, set, fault }: PartProps) => (
  <Part
    id="gezien"
    title="Wat is er aan de hand?"
    intro="Schrijf op wat u zag of hoorde, niet wat u denkt dat het is. Niet meer dan de ontvanger nodig heeft."
  >
    <TextArea
      id="gezien"
      label="Wat is er gezien?"
      rows={5}
      value={typed.noticed}
      fault={fault('/noticed')}
      onChange={(noticed) => set({ noticed })}
    />
    <TextArea
      id="geprobeerd"
      label="Wat is er al geprobeerd?"
      optional
      value={typed.tried}
      fault={fault('/tried')}
      onChange={(tried) => set({ tried })}
    />
    <Checks
      id="leefgebieden"
      label="Welke leefgebieden spelen mee?"
      hint="Alleen wat echt meespeelt."
      optional
      columns
      choices={choicesOf(lifeDomainWords)}
      value={typed.lifeDomains}
      fault={fault('/lifeDomains')}
      onChange={(lifeDomains) => set({ lifeDomains })}
    />
    <Radios
      id="ingewikkeld"
      label="Hoe ingewikkeld is het?"
      choices={choicesOf(complexityWords)}
      value={typed.complexity}
      fault={fault('/complexity')}
      onChange={(complexity) => set({ complexity })}
    />
  </Part>
)
