import type { ConsultView } from '../../../api/consults/schema.ts'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { TextArea } from '../../parts/Field.tsx'
import { useShortForm } from '../../parts/short-form.ts'
import { Found } from './Found.tsx'

type Props = { consult: ConsultView; onDone: () => void; onChanged: () => void }

const fields = [{ pointer: '/answer', id: 'antwoord', label: 'Uw antwoord' }]

/** A consultant answers. What somebody else did meanwhile is shown, and what was typed stays. */
export function AnswerForm({ consult, onDone, onChanged }: Props) {
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({ answer: '' })

  async function answer(event: SubmitEvent) {
    event.preventDefault()
    const { version } = consult
    if (await send('POST', `/consults/${consult.id}/answer`, { version, answer: typed.answer })) onDone()
  }

  return (
    <form class="vd-command vd-form" noValidate aria-label="Antwoord" onSubmit={answer}>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      <Found problem={problem} />
      {problem?.code === 'changed_meanwhile' && <Look onLook={onChanged} />}
      <TextArea
        id="antwoord"
        label="Uw antwoord"
        hint="Zonder namen en andere gegevens van personen."
        rows={5}
        value={typed.answer}
        fault={faultAt('/answer')}
        onChange={(value) => set({ answer: value })}
      />
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met versturen…' : 'Antwoord versturen'}
        </button>
      </p>
    </form>
  )
}

export const Look = ({ onLook }: { onLook: () => void }) => (
  <p>
    <button type="button" class="nl-button nl-button--secondary" onClick={onLook}>
      Bekijk hoe het nu is
    </button>
  </p>
)
