import type { ReportView } from '../../../api/reports/schema.ts'
import { reportOutcomes } from '../../lib/report-words.ts'
import type { Choice } from '../../lib/words.ts'
import { Check, Radios, TextArea } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { useShortForm } from '../../parts/short-form.ts'

type Props = {
  report: ReportView
  eraseAfterDays: number
  onDone: () => void
  onClose: () => void
  /** Somebody else was first: look how it is now. */
  onChanged: () => void
}

const choices: Choice[] = Object.entries(reportOutcomes).map(([code, { label, hint }]) => ({ code, label, hint }))

/** What became of it, a note for colleagues, and whether the reporter hears so. */
export function SettleForm({ report, eraseAfterDays, onDone, onClose, onChanged }: Props) {
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({
    outcome: '',
    note: report.note ?? '',
    answer: report.canMail,
  })
  const id = (name: string) => `${name}-${report.id}`
  const fields = [
    { pointer: '/outcome', id: id('uitkomst'), label: 'Wat is er gedaan?' },
    { pointer: '/note', id: id('notitie'), label: 'Notitie' },
    { pointer: '/answer', id: id('antwoord'), label: 'Antwoord' },
  ]

  async function settle(event: SubmitEvent) {
    event.preventDefault()
    const { outcome, note, answer } = typed
    const body = { version: report.version, outcome, note: note.trim(), answer: report.canMail && answer }
    if (await send('POST', `/reports/${report.id}/settle`, body)) onDone()
  }

  return (
    <form class="vd-form" noValidate aria-label="Melding afhandelen" onSubmit={settle}>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      {problem?.code === 'changed_meanwhile' && (
        <p>
          <button type="button" class="nl-button nl-button--secondary" onClick={onChanged}>
            Bekijk hoe het nu is
          </button>
        </p>
      )}
      <Radios
        id={id('uitkomst')}
        label="Wat is er gedaan?"
        choices={choices}
        value={typed.outcome}
        fault={faultAt('/outcome')}
        onChange={(outcome) => set({ outcome })}
      />
      <TextArea
        id={id('notitie')}
        label="Notitie"
        hint="Voor collega’s. De melder leest dit niet. Schrijf niets op over personen."
        optional
        value={typed.note}
        fault={faultAt('/note')}
        onChange={(note) => set({ note })}
      />
      {report.canMail && (
        <Check
          id={id('antwoord')}
          label="Stuur de melder een e-mail"
          hint={`In vaste woorden: wat er is gedaan, niet over welke pagina. Wij wissen het adres na ${eraseAfterDays} dagen.`}
          value={typed.answer}
          fault={faultAt('/answer')}
          onChange={(answer) => set({ answer })}
        />
      )}
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met afhandelen…' : 'Afhandelen'}
        </button>
        <button type="button" class="nl-button nl-button--subtle" onClick={onClose}>
          Toch niet
        </button>
      </p>
    </form>
  )
}
