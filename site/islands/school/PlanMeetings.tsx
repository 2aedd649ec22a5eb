/** Planning the year at once: the first day, every so many weeks until when, and who joins each time. */
import type { MeetingsMade, MeetingView } from '../../../api/meetings/schema.ts'
import { formatDay } from '../../lib/dates.ts'
import type { Names } from '../../lib/names.ts'
import { rhythm } from '../../lib/rhythm.ts'
import { kindWords } from '../../lib/school-words.ts'
import { choicesOf } from '../../lib/words.ts'
import { Radios, Select, TextField } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { useShortForm } from '../../parts/short-form.ts'
import { chosenGuests, Guests, guestsOf } from './Guests.tsx'

type Props = { names: Names; last: MeetingView | null; onDone: (said: string) => void; onCancel: () => void }

const fields = [
  { pointer: '/kind', id: 'soort', label: 'Soort overleg' },
  { pointer: '/days', id: 'eerste', label: 'Eerste dag' },
  { pointer: '/at', id: 'tijd', label: 'Tijd' },
  { pointer: '/room', id: 'waar', label: 'Waar' },
  { pointer: '/guests', id: 'gast-school_social_worker', label: 'Wie is erbij' },
]
const rhythms = { '0': 'Eén keer', '2': 'Elke 2 weken', '4': 'Elke 4 weken', '6': 'Elke 6 weken', '8': 'Elke 8 weken' }

export function PlanMeetings({ last, onDone, onCancel }: Props) {
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({
    kind: last?.kind ?? 'sot',
    first: '',
    weeks: '6',
    until: '',
    at: last?.at ?? '15:30',
    room: last?.room ?? '',
    ...guestsOf(last),
  })
  const days = rhythm(typed.first, Number(typed.weeks), typed.until)

  async function plan(event: SubmitEvent) {
    event.preventDefault()
    const made = await send<MeetingsMade>('POST', '/meetings', {
      kind: typed.kind,
      days,
      at: typed.at,
      room: typed.room.trim() || null,
      guests: chosenGuests(typed),
    })
    if (made) onDone(made.ids.length === 1 ? 'Het overleg is gepland.' : `${made.ids.length} overleggen zijn gepland.`)
  }

  return (
    <form class="vd-command vd-form" noValidate aria-label="Overleggen plannen" onSubmit={plan}>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      <Radios
        id="soort"
        label="Soort overleg"
        columns
        choices={choicesOf(kindWords)}
        value={typed.kind}
        onChange={(kind) => set({ kind: kind as typeof typed.kind })}
      />
      <div class="vd-moment">
        <TextField
          id="eerste"
          label="Eerste dag"
          type="date"
          value={typed.first}
          fault={faultAt('/days') ?? faultAt('/days/0')}
          onChange={(first) => set({ first })}
        />
        <TextField
          id="tijd"
          label="Tijd"
          type="time"
          value={typed.at}
          fault={faultAt('/at')}
          onChange={(at) => set({ at })}
        />
        <Select
          id="ritme"
          label="Hoe vaak?"
          choices={choicesOf(rhythms)}
          value={typed.weeks}
          onChange={(weeks) => set({ weeks })}
        />
        {typed.weeks !== '0' && (
          <TextField
            id="laatste"
            label="Tot en met"
            type="date"
            value={typed.until}
            onChange={(until) => set({ until })}
          />
        )}
      </div>
      <TextField
        id="waar"
        label="Waar"
        optional
        value={typed.room}
        fault={faultAt('/room')}
        onChange={(room) => set({ room })}
      />
      <Guests typed={typed} onChange={set} />
      <p role="status">
        {days.length > 1 && `${days.length} overleggen: ${days.map((each) => formatDay(each)).join(', ')}.`}
      </p>
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met plannen…' : 'Plannen'}
        </button>
        <button type="button" class="nl-button nl-button--secondary" onClick={onCancel}>
          Annuleren
        </button>
      </p>
    </form>
  )
}
