import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { KeyView } from '../../../api/partners/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { dayOf, formatDate } from '../../lib/dates.ts'
import { momentWords } from '../../lib/deadline.ts'
import { keyCommandWords, keyStateWords } from '../../lib/partner-words.ts'
import { Notice, Refused } from '../../parts/Notice.tsx'

type Props = { keys: readonly KeyView[]; onDone: () => void }

/** Every key with what it may, until when it works and when it was last used; revoking takes two presses. */
export function KeyList({ keys, onDone }: Props) {
  const [asking, setAsking] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [told, setTold] = useState('')

  async function revoke({ id, name }: KeyView) {
    const answer = await ask('POST', `/partners/keys/${id}/revoke`)
    setProblem(answer.ok ? null : answer.problem)
    setAsking(null)
    if (!answer.ok) return
    setTold(`De sleutel ${name} werkt niet meer.`)
    onDone()
  }

  return (
    <>
      {problem && <Refused problem={problem} />}
      {told && <Notice tone="ok" role="status" title={told} focus />}
      {keys.length === 0 && <p>Er is nog geen sleutel.</p>}
      <ul class="vd-keys" role="list">
        {keys.map((key) => (
          <li key={key.id} class="vd-piece">
            <h3 class="nl-heading nl-heading--level-3">
              {key.name} <span class="vd-state-pill">{keyStateWords[key.state]}</span>
            </h3>
            <dl class="vd-facts-list">
              <Fact name="Mag">{key.commands.map((command) => keyCommandWords[command]).join('; ')}</Fact>
              <Fact name="Werkt tot">{formatDate(dayOf(new Date(key.expiresAt)))}</Fact>
              <Fact name="Laatst gebruikt">{key.lastUsedAt ? momentWords(key.lastUsedAt) : 'nog niet'}</Fact>
              <Fact name="Gemaakt">
                {formatDate(dayOf(new Date(key.madeAt)))}
                {key.madeBy && ` door ${key.madeBy}`}
              </Fact>
            </dl>
            {key.state === 'works' && (
              <p class="vd-actions">
                {asking === key.id ? (
                  <>
                    <button type="button" class="nl-button nl-button--primary" onClick={() => void revoke(key)}>
                      Ja, {key.name} intrekken
                    </button>{' '}
                    <button type="button" class="nl-button nl-button--subtle" onClick={() => setAsking(null)}>
                      Toch niet
                    </button>
                  </>
                ) : (
                  <button type="button" class="nl-button nl-button--secondary" onClick={() => setAsking(key.id)}>
                    Intrekken<span class="vd-hidden"> van {key.name}</span>
                  </button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
