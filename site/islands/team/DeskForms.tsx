/** What a team lead sets for a desk: when it is closed, and how much one worker has in hand at most. */
import type { TeamDesk } from '../../../api/desks/team-schema.ts'
import { useShortForm } from '../../parts/short-form.ts'
import { TextField } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'

type Props = { desk: TeamDesk; onDone: (told: string) => void }

export function ClosingForm({ desk, onDone }: Props) {
  const form = useShortForm({ from: '', until: '' })
  const { typed, set } = form
  const [van, tot] = [`dicht-van-${desk.id}`, `dicht-tot-${desk.id}`]
  const fields = [
    { id: van, label: 'Eerste dag', pointer: '/from' },
    { id: tot, label: 'Laatste dag', pointer: '/until' },
  ]
  async function submit(event: SubmitEvent) {
    event.preventDefault()
    if ((await form.send('POST', '/team/closings', { deskId: desk.id, ...typed })) === null) return
    set({ from: '', until: '' })
    onDone('Genoteerd. Verzenders zien het voor zij iets sturen.')
  }
  return (
    <form class="vd-form vd-form--short" aria-label={`Sluiting, ${desk.name}`} noValidate onSubmit={submit}>
      <FormProblem problem={form.problem} tries={form.tries} fields={fields} />
      <p class="vd-hint">Deze dagen tellen niet mee in de termijnen van uw team. Wat al loopt, houdt zijn termijn.</p>
      <div class="vd-two">
        <TextField
          id={van}
          label="Eerste dag dicht"
          type="date"
          value={typed.from}
          fault={form.faultAt('/from')}
          onChange={(from) => set({ from })}
        />
        <TextField
          id={tot}
          label="Laatste dag dicht"
          type="date"
          value={typed.until}
          fault={form.faultAt('/until')}
          onChange={(until) => set({ until })}
        />
      </div>
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--secondary" aria-disabled={form.busy}>
          Sluiting noteren
        </button>
      </p>
    </form>
  )
}

export function NormForm({ desk, onDone }: Props) {
  const form = useShortForm({ norm: desk.norm === null ? '' : String(desk.norm) })
  const id = `norm-${desk.id}`
  async function submit(event: SubmitEvent) {
    event.preventDefault()
    const norm = form.typed.norm.trim() === '' ? null : Number(form.typed.norm)
    if ((await form.send('POST', '/team/norm', { deskId: desk.id, norm: Number.isNaN(norm) ? 0 : norm })) === null)
      return
    onDone(norm === null ? 'Er geldt geen norm meer.' : `De norm is ${norm} per medewerker.`)
  }
  return (
    <form class="vd-form vd-form--short" aria-label={`Norm, ${desk.name}`} noValidate onSubmit={submit}>
      <FormProblem problem={form.problem} tries={form.tries} fields={[{ id, label: 'Norm', pointer: '/norm' }]} />
      <TextField
        id={id}
        label="Norm: hoeveel hulpvragen per medewerker?"
        optional
        value={form.typed.norm}
        fault={form.faultAt('/norm')}
        onChange={(norm) => form.set({ norm })}
      />
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--secondary" aria-disabled={form.busy}>
          Norm bewaren
        </button>
      </p>
    </form>
  )
}
