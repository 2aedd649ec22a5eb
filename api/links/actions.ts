/** What can happen to a one-time link. */
import { type Reason, withContext, withLogin } from '../audit/context.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type Limit, limitKey, networkOf, slowDown } from '../http/rate-limit.ts'
import { countAttempt } from '../accounts/queries.ts'
import { openByLink } from '../accounts/sessions.ts'
import { recordEvent } from '../matters/queries.ts'
import { promise } from '../outbox/queries.ts'
import { openStatuses } from '../transfers/codes.ts'
import { type LockedTransfer, lockTransfer } from '../transfers/queries.ts'
import type { Viewer } from '../viewer.ts'
import { hashCode, hashToken, isToken, LINK_DAYS, makeCode } from './link.ts'
import { contactOf, openWith, replaceLink, revokeLinks } from './queries.ts'
import type { LinkMade, LinkOpened, OpenLinkInput } from './schema.ts'

type Asker = { viewer: Viewer; reason: Reason }

/** Per network: a link is not guessed, and a code may be mistyped. */
export const limit: Limit = { name: 'link:network', seconds: 900, free: 10, most: 60, stepMs: 250 }

/**
 * A link to one transfer for a desk without an account: mailed to its contact, worth one visit, together with a code
 * that is shown here once and said over the phone. Refuses `transfer.not_found`, `transfer.not_yours` (not the sender),
 * `transfer.not_possible_now` (nothing under way), `link.not_needed` (the desk has accounts of its own).
 */
export function makeLink(deps: Deps, { viewer, reason }: Asker, transferId: string): Promise<LinkMade> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const transfer = await sent(tx, viewer, transferId)
    note('transfer', [transfer.id, transfer.matterId])
    if (!(openStatuses as readonly string[]).includes(transfer.status)) throw new Refusal('transfer.not_possible_now')
    const memberId = await contactOf(tx, transfer.receiverDesk)
    if (!memberId) throw new Refusal('link.not_needed')
    const code = makeCode()
    const expiresAt = new Date(deps.now().getTime() + LINK_DAYS * 86_400_000)
    const link = { transferId, memberId, expiresAt, codeHash: hashCode(deps.secret, code) }
    const id = await replaceLink(tx, link, deps.now())
    await recordEvent(tx, { matterId: transfer.matterId, transferId, type: 'transfer.make_link' })
    await promise(tx, 'link.send', id, { organizationId: transfer.receiver, memberId }, id)
    return { code, expiresAt: expiresAt.toISOString() }
  })
}

/** Takes back every link of this transfer; who is looking through one is out at the next request. Refuses as `makeLink` does. */
export function revokeLink(deps: Deps, { viewer, reason }: Asker, transferId: string): Promise<void> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const transfer = await sent(tx, viewer, transferId)
    note('transfer', [transfer.id, transfer.matterId])
    if ((await revokeLinks(tx, transferId, deps.now())) === 0) return
    await recordEvent(tx, { matterId: transfer.matterId, transferId, type: 'transfer.revoke_link' })
  })
}

/**
 * Opens a link with its code: gives the token of a session that sees this transfer and nothing else. Refuses
 * `link.unknown`, the same for a wrong link, a wrong code, one that was opened, taken back or is over; and
 * `too_many_attempts`.
 */
export async function openLink(
  deps: Deps,
  { token, code }: OpenLinkInput,
  from: { address: string; requestId: string },
): Promise<LinkOpened & { session: string }> {
  const key = limitKey(deps.secret, limit, networkOf(from.address))
  await slowDown(await withLogin(deps, {}, (tx) => countAttempt(tx, key, limit, deps.now())), limit)
  const hashes = { token: hashToken(isToken(token) ? token : ''), code: hashCode(deps.secret, code) }
  const { session, opened } = await openByLink(deps, (tx, made) =>
    openWith(tx, { ...hashes, ...made, now: deps.now(), requestId: from.requestId }),
  )
  if (!opened) throw new Refusal('link.unknown')
  return { session, matterId: opened.matterId }
}

async function sent(tx: Tx, viewer: Viewer, transferId: string): Promise<LockedTransfer> {
  const transfer = await lockTransfer(tx, transferId, viewer.organizationId)
  if (transfer.sender !== viewer.organizationId) throw new Refusal('transfer.not_yours')
  return transfer
}
