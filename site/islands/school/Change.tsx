/** A planned meeting on another day, at another hour or place, or with others; who joins hears of it. */
import { useState } from 'preact/hooks'
import type { MeetingMoved, MeetingView } from '../../../api/meetings/schema.ts'
import { whenWords } from '../../lib/school-words.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { TextField } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { useShortForm } from '../../parts/short-form.ts'
import { chosenGuests, Guests, guestsOf } from './Guests.tsx'

type Props = { meeting: MeetingView; onDone: () => void }

export function Change({ meeting, onDone }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="nl-button nl-button--subtle" onClick={() => setOpen(true)}>
        Wijzigen<span class="vd-hidden">: {whenWords(meeting)}</span>
      </button>
      {open && (
        <Dialog id={`wijzigen-${meeting.id}`} title="Dit overleg wijzigen" onClose={() => setOpen(false)}>
          <ChangeForm
            meeting={meeting}
            onDone={() => {
              setOpen(false)
              onDone()
            }}
          />
        </Dialog>
      )}
    </>
  )
}

const fields = [
  { pointer: '/day', id: 'andere-dag', label: 'Dag' },
  { pointer: '/at', id: 'andere-tijd', label: 'Tijd' },
  { pointer: '/room', id: 'andere-plek', label: 'Waar' },
  { pointer: '/guests', id: 'gast-school_social_worker', label: 'Wie is erbij' },
]

function ChangeForm({ meeting, onDone }: Props) {
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({
    day: meeting.day,
    at: meeting.at,
    room: meeting.room ?? '',
    ...guestsOf(meeting),
  })

  async function change(event: SubmitEvent) {
    event.preventDefault()
    const { day, at, room } = typed
    const guests = chosenGuests(typed)
    const input = { day, at, room: room.trim() || null, guests }
    if (await send<MeetingMoved>('PUT', `/meetings/${meeting.id}`, input)) onDone()
  }

  return (
    <form class="vd-form" noValidate aria-label="Overleg wijzigen" onSubmit={change}>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      <div class="vd-moment">
        <TextField
          id="andere-dag"
          label="Dag"
          type="date"
          value={typed.day}
          fault={faultAt('/day')}
          onChange={(day) => set({ day })}
        />
        <TextField
          id="andere-tijd"
          label="Tijd"
          type="time"
          value={typed.at}
          fault={faultAt('/at')}
          onChange={(at) => set({ at })}
        />
      </div>
      <TextField
        id="andere-plek"
        label="Waar"
        optional
        value={typed.room}
        fault={faultAt('/room')}
        onChange={(room) => set({ room })}
      />
      <Guests typed={typed} onChange={set} />
      <p>Wie erbij is, krijgt bericht van de wijziging.</p>
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met wijzigen…' : 'Wijzigen'}
        </button>
      </p>
    </form>
  )
}
