import { useEffect, useState } from 'preact/hooks'
import type { CountingView } from '../../../api/search/schema.ts'
import { type Answer, ask, type Problem } from '../../lib/api.ts'
import { Loading, Notice, Refused, Unreachable } from '../../parts/Notice.tsx'

/** Whether searches that helped nobody are counted: a setting of the municipality, off until somebody turns it on. */
export function Counting() {
  const [answer, setAnswer] = useState<Answer<CountingView> | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const read = () => void ask<CountingView>('GET', '/search/counting').then(setAnswer)
  useEffect(read, [])

  async function set(on: boolean) {
    if (busy) return
    setBusy(true)
    const changed = await ask<CountingView>('POST', '/search/counting', { on })
    setBusy(false)
    setProblem(changed.ok ? null : changed.problem)
    if (!changed.ok) return
    setAnswer(changed)
    setSaid(on ? 'Tellen staat aan na de volgende publicatie.' : 'Tellen staat uit. Er komt niets meer bij.')
  }

  return (
    <section class="vd-list-section" aria-labelledby="tellen">
      <h2 id="tellen" class="nl-heading nl-heading--level-2">
        Tellen wat mensen niet vinden
      </h2>
      <p>
        Staat dit aan, dan telt de zoekpagina welke woorden niets opleveren. Alleen woorden uit onze eigen openbare
        woordenlijst, per dag, zonder naam, adres of apparaat. Bezoekers lezen dat bij het zoekvak. De hoofdredacteur
        ziet een woord pas als het vijf keer is geteld.
      </p>
      {!answer ? (
        <Loading what="De instelling" />
      ) : !answer.ok ? (
        <Unreachable problem={answer.problem} retry={read} />
      ) : (
        <>
          {problem && <Refused problem={problem} />}
          {said && <Notice tone="ok" role="status" title={said} />}
          <p>
            Tellen staat nu <strong>{answer.value.on ? 'aan' : 'uit'}</strong>.
          </p>
          <p class="vd-actions">
            <button
              type="button"
              class="nl-button nl-button--secondary"
              aria-disabled={busy}
              onClick={() => void set(!answer.value.on)}
            >
              {answer.value.on ? 'Zet tellen uit' : 'Zet tellen aan'}
            </button>
          </p>
        </>
      )}
    </section>
  )
}
