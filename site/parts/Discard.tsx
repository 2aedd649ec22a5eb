/** Throwing a draft away, asked once more. */
import { useState } from 'preact/hooks'
import { ask, type Problem } from '../lib/api.ts'
import { Dialog } from './Dialog.tsx'
import { Refused } from './Notice.tsx'

/** `path`: `/signals/<id>`. */
type Props = { path: string; version: number; onGone: () => void }

export function Discard({ path, version, onGone }: Props) {
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function discard() {
    const answer = await ask('DELETE', path, { version })
    if (!answer.ok) return setProblem(answer.problem)
    onGone()
    location.assign('/werk/')
  }

  return (
    <>
      <button type="button" class="nl-button nl-button--subtle" onClick={() => setAsking(true)}>
        Concept weggooien
      </button>
      {asking && (
        <Dialog id="weggooien" title="Dit concept weggooien?" onClose={() => setAsking(false)}>
          {problem && <Refused problem={problem} />}
          <p>Wat u hebt geschreven, is dan weg. Niemand anders heeft het gezien.</p>
          <p class="vd-actions">
            <button type="button" class="nl-button nl-button--negative" onClick={() => void discard()}>
              Weggooien
            </button>
            <button type="button" class="nl-button nl-button--secondary" onClick={() => setAsking(false)}>
              Bewaren
            </button>
          </p>
        </Dialog>
      )}
    </>
  )
}
