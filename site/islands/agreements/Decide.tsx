import { useState } from 'preact/hooks'
import type { AgreementView } from '../../../api/agreements/schema.ts'
import { agreementCommands } from '../../lib/agreement-words.ts'
import { TextArea } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { useShortForm } from '../../parts/short-form.ts'

type Props = { agreement: AgreementView; onDone: (said: string) => void }

const fields = [{ pointer: '/reason', id: 'waarom', label: 'Waarom stopt de afspraak?' }]

/** Agreeing is one press; ending asks why. */
export function Decide({ agreement, onDone }: Props) {
  const [ending, setEnding] = useState(false)
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({ reason: '' })
  const { id, version, commands, status } = agreement

  async function agree() {
    if (await send('POST', `/agreements/${id}/agree`, { version })) onDone('U bent akkoord. De afspraak staat.')
  }
  async function end(event: SubmitEvent) {
    event.preventDefault()
    if (await send('POST', `/agreements/${id}/end`, { version, reason: typed.reason }))
      onDone('De afspraak is gestopt.')
  }

  return (
    <div class="vd-command vd-form">
      <FormProblem problem={problem} tries={tries} fields={fields} />
      {problem?.code === 'changed_meanwhile' && (
        <p>
          <button type="button" class="nl-button nl-button--secondary" onClick={() => onDone('')}>
            Bekijk hoe het nu is
          </button>
        </p>
      )}
      {!ending && (
        <p class="vd-commands">
          {commands.includes('agree') && (
            <button
              type="button"
              class="nl-button nl-button--primary"
              aria-disabled={busy}
              onClick={() => void agree()}
            >
              {agreementCommands.agree}
            </button>
          )}
          {commands.includes('end') && (
            <button type="button" class="nl-button nl-button--secondary" onClick={() => setEnding(true)}>
              {status === 'proposed' ? 'Voorstel niet aannemen' : agreementCommands.end}
            </button>
          )}
        </p>
      )}
      {ending && (
        <form noValidate aria-label="Stoppen" class="vd-form" onSubmit={end}>
          <p>Wat al loopt, houdt zijn termijn. Voor wat nieuw is, telt deze afspraak niet meer.</p>
          <TextArea
            id="waarom"
            label="Waarom stopt de afspraak?"
            value={typed.reason}
            fault={faultAt('/reason')}
            onChange={(reason) => set({ reason })}
          />
          <p class="vd-actions">
            <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
              Afspraak stoppen
            </button>{' '}
            <button type="button" class="nl-button nl-button--subtle" onClick={() => setEnding(false)}>
              Toch niet
            </button>
          </p>
        </form>
      )}
    </div>
  )
}
