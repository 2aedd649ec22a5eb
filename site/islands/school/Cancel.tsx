/** A planned meeting that does not take place, asked once more. */
import { useState } from 'preact/hooks'
import type { MeetingView } from '../../../api/meetings/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { whenWords } from '../../lib/school-words.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Refused } from '../../parts/Notice.tsx'

export function Cancel({ meeting, onDone }: { meeting: MeetingView; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function cancel() {
    const answer = await ask('DELETE', `/meetings/${meeting.id}`)
    if (!answer.ok) return setProblem(answer.problem)
    setAsking(false)
    onDone()
  }

  return (
    <>
      <button type="button" class="nl-button nl-button--subtle" onClick={() => setAsking(true)}>
        Schrappen<span class="vd-hidden">: {whenWords(meeting)}</span>
      </button>
      {asking && (
        <Dialog id={`schrappen-${meeting.id}`} title="Dit overleg schrappen?" onClose={() => setAsking(false)}>
          {problem && <Refused problem={problem} />}
          <p>{whenWords(meeting)}. Wie erbij zou zijn, ziet het overleg niet meer in de lijst.</p>
          {meeting.sheets > 0 && <p>Wat u al opschreef, blijft als concept bewaard.</p>}
          <p class="vd-actions">
            <button type="button" class="nl-button nl-button--negative" onClick={() => void cancel()}>
              Overleg schrappen
            </button>
            <button type="button" class="nl-button nl-button--secondary" onClick={() => setAsking(false)}>
              Laten staan
            </button>
          </p>
        </Dialog>
      )}
    </>
  )
}
