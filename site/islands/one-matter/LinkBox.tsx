/** For the sender: the receiver has no account. A link goes by mail, its code is said over the phone. */
import { useState } from 'preact/hooks'
import type { LinkMade } from '../../../api/links/schema.ts'
import type { TransferView } from '../../../api/transfers/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { momentWords } from '../../lib/deadline.ts'
import { linkWords } from '../../lib/link-words.ts'
import { Notice, Refused } from '../../parts/Notice.tsx'

type Props = { transfer: TransferView; onDone: (told: string) => void }

export function LinkBox({ transfer, onDone }: Props) {
  const [made, setMade] = useState<LinkMade | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  if (!transfer.byLink || transfer.weAre !== 'sender' || !isOpen(transfer.status)) return null
  const newest = transfer.links[0]
  const phone = transfer.to.desk?.phone

  async function make() {
    if (busy) return
    setBusy(true)
    const answer = await ask<LinkMade>('POST', `/transfers/${transfer.id}/link`)
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setMade(answer.value)
  }
  async function revoke() {
    const answer = await ask('POST', `/transfers/${transfer.id}/revoke-link`)
    setProblem(answer.ok ? null : answer.problem)
    setMade(null)
    if (answer.ok) onDone('De link is ingetrokken. Wie meekeek, ziet niets meer.')
  }

  return (
    <div class="vd-contact">
      <h3 class="nl-heading nl-heading--level-3">De ontvanger heeft geen account</h3>
      {problem && <Refused problem={problem} />}
      {made ? (
        <Notice tone="ok" role="status" focus title="De link is onderweg per e-mail.">
          <p>
            Bel de ontvanger{phone && ` op ${phone}`} en zeg deze code: <strong class="vd-code">{made.code}</strong>
          </p>
          <p>De code ziet u maar één keer. De link werkt één keer, tot {momentWords(made.expiresAt)}.</p>
        </Notice>
      ) : (
        <p>
          {newest
            ? `${linkWords[newest.state]} (${momentWords(newest.madeAt)})`
            : 'Stuur een link per e-mail. De code daarbij zegt u zelf, aan de telefoon.'}
        </p>
      )}
      <p class="vd-actions">
        <button type="button" class="nl-button nl-button--primary" onClick={() => void make()}>
          {newest || made ? 'Nieuwe link sturen' : 'Link sturen'}
        </button>
        {(made || newest?.state === 'sent' || newest?.state === 'opened') && (
          <button type="button" class="nl-button nl-button--subtle" onClick={() => void revoke()}>
            Link intrekken
          </button>
        )}
      </p>
    </div>
  )
}

const isOpen = (status: string) => ['offered', 'accepted', 'handed_over', 'started'].includes(status)
