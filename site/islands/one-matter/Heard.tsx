/** What we heard back, newest first; what was read before is folded away. */
import type { FeedbackView, MatterView } from '../../../api/matters/schema.ts'
import { momentWords } from '../../lib/deadline.ts'
import { feedbackWords } from '../../lib/matter-words.ts'

export function Heard({ matter }: { matter: MatterView }) {
  const lines = [...matter.feedbackLines].sort((a, b) => b.at.localeCompare(a.at))
  const [newest, ...older] = lines
  if (!newest) return null
  return (
    <section class="vd-heard" aria-labelledby="terugkoppeling">
      <h2 id="terugkoppeling" class="nl-heading nl-heading--level-2">
        Wat u terughoort
      </h2>
      <ul class="vd-heard__list" role="list">
        {[newest, ...older.filter((line) => line.unread)].map((line) => (
          <Told key={line.id} line={line} />
        ))}
      </ul>
      {older.some((line) => !line.unread) && (
        <details class="vd-more">
          <summary>Eerder gehoord</summary>
          <ul class="vd-heard__list" role="list">
            {older
              .filter((line) => !line.unread)
              .map((line) => (
                <Told key={line.id} line={line} />
              ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const Told = ({ line }: { line: FeedbackView }) => (
  <li>
    <p>
      <strong>{feedbackWords(line)}</strong> <time dateTime={line.at}>{momentWords(line.at)}</time>
      {line.unread && <span class="vd-unread">nieuw</span>}
    </p>
    {line.body && <p class="vd-said">{line.body}</p>}
  </li>
)
