/** One signal on one screen, for who types while others talk. What is rarely needed stands behind one button. */
import { useEffect } from 'preact/hooks'
import type { DesksView } from '../../../api/desks/schema.ts'
import { proposed } from '../../lib/desk-proposals.ts'
import { involvementMeaning, involvementWords, subjectWords } from '../../lib/matter-words.ts'
import type { Names } from '../../lib/names.ts'
import { urgencyMeaning, urgencyWords } from '../../lib/signal-words.ts'
import { choicesOf, faultWords } from '../../lib/words.ts'
import { Radios, Select, TextArea, TextField } from '../../parts/Field.tsx'
import { Alike } from '../../parts/signal-form/Alike.tsx'
import { Bar } from '../../parts/signal-form/Bar.tsx'
import { More } from '../../parts/signal-form/More.tsx'
import { type SheetStart, useSheet } from '../../parts/signal-form/sheet.ts'
import { leftEmpty, needsReason, type Typed } from '../../parts/signal-form/typed.ts'
import { Acute, type CrisisLine } from '../../parts/Urgency.tsx'

type Props = {
  start: SheetStart
  desks: DesksView['desks']
  names: Names
  crisis: readonly CrisisLine[]
  onSheet: (id: string) => void
  onTyped: (typed: Typed) => void
  onNext: () => void
  onGone: () => void
}

const { no_person: _group, ...involvements } = involvementWords
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const urgencies = choicesOf(urgencyWords).map(({ code, label }) => ({ code, label: capital(label) }))

export function QuickForm({ start, desks, names, crisis, onSheet, onTyped, onNext, onGone }: Props) {
  const sheet = useSheet(start, onSheet)
  const { typed } = sheet
  useEffect(() => onTyped(typed), [typed])
  // A new one begins at the name, so that nobody reaches for the mouse.
  useEffect(() => document.getElementById('naam')?.focus(), [])

  const proposals = (changed: Partial<Typed>) => proposed(desks, { ...typed, ...changed }, names)
  const first = proposals({})[0]
  /** A theme or place brings the team that fits best, unless somebody chose another. */
  function set(changed: Partial<Typed>) {
    const follows = typed.receiverDesk === '' || typed.receiverDesk === first?.desk.id
    const moves = changed.theme !== undefined || changed.place !== undefined
    sheet.set(moves && follows ? { ...changed, receiverDesk: proposals(changed)[0]?.desk.id ?? '' } : changed)
  }
  const fault = (pointer: string) => {
    const found = sheet.found.find((each) => each.pointer === pointer)
    return found && faultWords(found.code, found.params)
  }
  const isGroup = typed.subject === 'group'
  const whys = proposals({}).find(({ desk }) => desk.id === typed.receiverDesk)?.why
  return (
    <form
      class="vd-quick"
      noValidate
      aria-label="Signaal"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <div class="vd-quick__grid">
        {isGroup ? (
          <p class="vd-hint">Over een groep. Schrijf niets op waaraan u één persoon herkent.</p>
        ) : (
          <TextField
            id="naam"
            label="Naam"
            value={typed.name}
            fault={fault('/matter/person/name')}
            onChange={(name) => set({ name })}
          />
        )}
        <Select
          id="onderwerp"
          label="Om wie gaat het?"
          choices={choicesOf(subjectWords)}
          value={typed.subject}
          onChange={(subject) => set({ subject })}
        />
        <Select
          id="thema"
          label="Thema"
          choices={choicesOf(names.themes)}
          value={typed.theme}
          onChange={(theme) => set({ theme })}
        />
        <Select
          id="team"
          label="Team"
          hint={whys?.join(' · ')}
          choices={teamsFor(
            desks,
            proposals({}).map(({ desk }) => desk.id),
          )}
          value={typed.receiverDesk}
          onChange={(receiverDesk) => set({ receiverDesk })}
        />
      </div>
      {!isGroup && <Alike name={typed.name} sheetId={sheet.sheetId()} />}
      <TextArea
        id="gezien"
        label="Wat is er gezien?"
        rows={2}
        value={typed.noticed}
        fault={fault('/noticed')}
        onChange={(noticed) => set({ noticed })}
      />
      <div class="vd-quick__grid">
        <Radios
          id="spoed"
          label="Hoeveel spoed heeft het?"
          hint={urgencyMeaning[typed.urgency as keyof typeof urgencyMeaning]}
          choices={urgencies}
          value={typed.urgency}
          onChange={(urgency) => set({ urgency })}
        />
        {!isGroup && (
          <>
            <Select
              id="betrokken"
              label="Wat weet of vindt het gezin ervan?"
              hint={involvementMeaning[typed.involvement as keyof typeof involvementMeaning]}
              choices={choicesOf(involvements)}
              value={typed.involvement}
              onChange={(involvement) => set({ involvement })}
            />
            <Radios
              id="bellen"
              label="Mag er gebeld worden?"
              choices={[
                { code: 'yes', label: 'Ja' },
                { code: 'no', label: 'Nee, of dat weet ik niet' },
              ]}
              value={typed.mayCall}
              onChange={(mayCall) => set({ mayCall })}
            />
          </>
        )}
      </div>
      {needsReason(typed) && (
        <TextField
          id="betrokken-uitleg-tekst"
          label="Waarom is dat zo?"
          value={typed.involvementReason}
          fault={fault('/matter/involvementReason')}
          onChange={(involvementReason) => set({ involvementReason })}
        />
      )}
      {typed.urgency === 'acute' && (
        <Acute lines={crisis} called={typed.called} onCalled={(called) => set({ called })} />
      )}
      <TextField
        id="noodzaak"
        label="Waarom moet de ontvanger dit weten?"
        value={typed.basis.necessity}
        fault={fault('/basis/necessity')}
        onChange={(necessity) => set({ basis: { ...typed.basis, necessity } })}
      />
      <More typed={typed} set={set} fault={fault} names={names} />
      <Bar
        label="Bewaren en volgende"
        busy={false}
        left={leftEmpty(typed, null)}
        kept={sheet.kept}
        onDiscard={sheet.sheetId() ? () => void sheet.discard().then((answer) => answer.ok && onGone()) : null}
      />
      <p class="vd-hint">Ctrl + Enter bewaart dit signaal en begint het volgende.</p>
    </form>
  )
}

/** The proposed ones first, then all others. */
function teamsFor(desks: DesksView['desks'], first: readonly string[]) {
  const others = desks.filter((desk) => !desk.own)
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length)
  return others
    .toSorted((a, b) => rank(a.id) - rank(b.id))
    .map(({ id, name, organization }) => ({
      code: id,
      label: `${name}, ${organization.name}${first.includes(id) ? ' (voorgesteld)' : ''}`,
    }))
}
