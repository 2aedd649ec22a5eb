/** For the sender of a transfer that did not go through: what the receiver's people opened, from the log. */
import { useState } from 'preact/hooks'
import type { SeenView, TransferView } from '../../../api/transfers/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { momentWords } from '../../lib/deadline.ts'
import { seenWords } from '../../lib/link-words.ts'
import { roleWords } from '../../lib/words.ts'
import { Refused } from '../../parts/Notice.tsx'

export function Seen({ transfer }: { transfer: TransferView }) {
  const [seen, setSeen] = useState<SeenView | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const shows = ['offered', 'accepted', 'withdrawn', 'declined', 'expired'].includes(transfer.status)
  if (transfer.weAre !== 'sender' || !shows) return null

  async function read() {
    if (seen) return
    const answer = await ask<SeenView>('GET', `/transfers/${transfer.id}/seen`)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setSeen(answer.value)
  }

  return (
    <details class="vd-more" onToggle={({ currentTarget }) => void (currentTarget.open && read())}>
      <summary>Wat heeft de ontvanger gezien?</summary>
      {problem && <Refused problem={problem} />}
      {seen?.lines.length === 0 && <p>Niemand heeft het geopend.</p>}
      {seen && seen.lines.length > 0 && (
        <ul>
          {seen.lines.map((line) => (
            <li key={`${line.what} ${line.roles.join()}`}>
              {momentWords(line.firstAt)}: {seenWords[line.what]}
              {line.roles.length > 0 && `, door ${line.roles.map((role) => roleWords[role]).join(' en ')}`}
              {line.times > 1 && ` (${line.times} keer, het laatst ${momentWords(line.lastAt)})`}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
