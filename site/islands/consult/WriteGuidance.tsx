/** A consultant writes an answer down for everybody: the same words to begin with, without anything of this question's person. */
import { useState } from 'preact/hooks'
import type { ConsultView } from '../../../api/consults/schema.ts'
import type { GuidanceMoved } from '../../../api/guidance/schema.ts'
import { TextArea } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useShortForm } from '../../parts/short-form.ts'
import { Found } from './Found.tsx'

const fields = [
  { pointer: '/question', id: 'advies-vraag', label: 'De vraag' },
  { pointer: '/answer', id: 'advies-antwoord', label: 'Het advies' },
]

export function WriteGuidance({ consult }: { consult: ConsultView }) {
  const [state, setState] = useState<'closed' | 'writing' | 'written'>('closed')
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({
    question: consult.question,
    answer: consult.answer ?? '',
  })

  async function write(event: SubmitEvent) {
    event.preventDefault()
    if (await send<GuidanceMoved>('POST', `/consults/${consult.id}/guidance`, typed)) setState('written')
  }

  if (state === 'written') {
    return (
      <Notice tone="ok" role="status" focus title="Het advies wacht op een tweede consulent.">
        <p>
          Pas als een collega het heeft nagekeken, kan iedereen het lezen.{' '}
          <a class="nl-link" href="/werk/sparren/adviezen/">
            Naar de adviezen
          </a>
        </p>
      </Notice>
    )
  }
  if (state === 'closed') {
    return (
      <p class="vd-actions">
        <button type="button" class="nl-button nl-button--secondary" onClick={() => setState('writing')}>
          Er een advies voor iedereen van maken
        </button>
      </p>
    )
  }
  return (
    <form class="vd-command vd-form" noValidate aria-label="Advies" onSubmit={write}>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      <Found problem={problem} />
      <p>Haal weg wat alleen over deze ene inwoner gaat. Een collega kijkt het na voordat anderen het lezen.</p>
      <TextArea
        id="advies-vraag"
        label="De vraag"
        rows={3}
        value={typed.question}
        fault={faultAt('/question')}
        onChange={(question) => set({ question })}
      />
      <TextArea
        id="advies-antwoord"
        label="Het advies"
        rows={5}
        value={typed.answer}
        fault={faultAt('/answer')}
        onChange={(answer) => set({ answer })}
      />
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met bewaren…' : 'Voorleggen aan een collega'}
        </button>
        <button type="button" class="nl-button nl-button--secondary" onClick={() => setState('closed')}>
          Annuleren
        </button>
      </p>
    </form>
  )
}
