import type { ConsultView } from '../../../api/consults/schema.ts'
import { decisionChoices } from '../../lib/consult-words.ts'
import { Radios, TextArea } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { useShortForm } from '../../parts/short-form.ts'
import { Look } from './AnswerForm.tsx'
import { Found } from './Found.tsx'

type Props = { consult: ConsultView; onDone: () => void; onChanged: () => void }

const fields = [
  { pointer: '/decision', id: 'besluit', label: 'Wat gaat u doen?' },
  { pointer: '/note', id: 'toelichting', label: 'Toelichting' },
]

/** The asker says what they will do with the answer; that ends it. */
export function CloseForm({ consult, onDone, onChanged }: Props) {
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({ decision: '', note: '' })

  async function close(event: SubmitEvent) {
    event.preventDefault()
    const body = { version: consult.version, decision: typed.decision, note: typed.note.trim() || null }
    if (await send('POST', `/consults/${consult.id}/close`, body)) onDone()
  }

  return (
    <form class="vd-command vd-form" noValidate aria-label="Afsluiten" onSubmit={close}>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      <Found problem={problem} />
      {problem?.code === 'changed_meanwhile' && <Look onLook={onChanged} />}
      <Radios
        id="besluit"
        label="Wat gaat u doen?"
        choices={decisionChoices}
        value={typed.decision}
        fault={faultAt('/decision')}
        onChange={(decision) => set({ decision })}
      />
      <TextArea
        id="toelichting"
        label="Toelichting"
        hint="Zonder namen en andere gegevens van personen."
        optional
        value={typed.note}
        fault={faultAt('/note')}
        onChange={(note) => set({ note })}
      />
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met afsluiten…' : 'Vraag afsluiten'}
        </button>
      </p>
    </form>
  )
}
