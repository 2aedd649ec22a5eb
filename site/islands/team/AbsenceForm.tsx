/** Saying that one is away (a team lead: that a colleague is), and who stands in meanwhile. */
import { useState } from 'preact/hooks'
import type { TeamDesk } from '../../../api/desks/team-schema.ts'
import { dayOf } from '../../lib/dates.ts'
import { useShortForm } from '../../parts/short-form.ts'
import { Select, TextField } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'

type Props = { desk: TeamDesk; mayManage: boolean; onDone: (told: string) => void }

export function AbsenceForm({ desk, mayManage, onDone }: Props) {
  const [open, setOpen] = useState(false)
  const me = desk.members.find((member) => member.isMe)
  const form = useShortForm({ memberId: me?.id ?? '', from: dayOf(new Date()), until: '', deputyId: '' })
  const { typed, set } = form
  const at = (name: string) => `${name}-${desk.id}`
  const fields = [
    { id: at('wie'), label: 'Wie', pointer: '/memberId' },
    { id: at('van'), label: 'Eerste dag', pointer: '/from' },
    { id: at('tot'), label: 'Laatste dag', pointer: '/until' },
    { id: at('vervanger'), label: 'Wie vervangt', pointer: '/deputyId' },
  ]

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    const sent = await form.send('POST', '/team/absences', { ...typed, deputyId: typed.deputyId || null })
    if (sent === null) return
    setOpen(false)
    onDone('De afwezigheid is genoteerd.')
  }

  if (!open) {
    return (
      <p>
        <button type="button" class="nl-button nl-button--secondary" onClick={() => setOpen(true)}>
          {mayManage ? 'Afwezigheid noteren' : 'Ik ben er niet'}
        </button>
      </p>
    )
  }
  const choices = desk.members.map(({ id, name }) => ({ code: id, label: name }))
  return (
    <form class="vd-form vd-form--short" aria-label={`Afwezigheid, ${desk.name}`} noValidate onSubmit={submit}>
      <FormProblem problem={form.problem} tries={form.tries} fields={fields} />
      {mayManage && (
        <Select
          id={at('wie')}
          label="Wie is er niet?"
          value={typed.memberId}
          choices={choices}
          fault={form.faultAt('/memberId')}
          onChange={(memberId) => set({ memberId })}
        />
      )}
      <div class="vd-two">
        <TextField
          id={at('van')}
          label="Eerste dag"
          type="date"
          value={typed.from}
          fault={form.faultAt('/from')}
          onChange={(from) => set({ from })}
        />
        <TextField
          id={at('tot')}
          label="Laatste dag"
          type="date"
          value={typed.until}
          fault={form.faultAt('/until')}
          onChange={(until) => set({ until })}
        />
      </div>
      <Select
        id={at('vervanger')}
        label="Wie vervangt?"
        hint="Wat wacht, staat dan ook in de lijst van de vervanger, en die krijgt de berichten ook."
        optional
        empty="Niemand"
        value={typed.deputyId}
        choices={choices.filter(({ code }) => code !== typed.memberId)}
        fault={form.faultAt('/deputyId')}
        onChange={(deputyId) => set({ deputyId })}
      />
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={form.busy}>
          Noteren
        </button>
        <button type="button" class="nl-button nl-button--subtle" onClick={() => setOpen(false)}>
          Niet doen
        </button>
      </p>
    </form>
  )
}
