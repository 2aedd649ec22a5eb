/** What each party reads of a transfer. */
import { dateIn } from '../calendar.ts'
import type { LinkView } from '../links/schema.ts'
import { erasedOn } from '../matters/draft-life.ts'
import type { Names } from '../matters/names.ts'
import type { TransferRow } from '../matters/read-queries.ts'
import type { Basis, MessageView } from '../matters/schema.ts'
import { type Role, roles, type Viewer } from '../viewer.ts'
import { type SeenRow, toTransfer } from './queries.ts'
import type { SeenView, TransferMoved, TransferView } from './schema.ts'
import { commandsFor } from './sides.ts'
import type { Transfer } from './transfer.ts'

/** What a command answers with: where the transfer stands now, and what is open to this viewer. */
export const toMoved = (transfer: Transfer, viewer: Viewer, now: Date): TransferMoved => ({
  id: transfer.id,
  matterId: transfer.matterId,
  status: transfer.status,
  version: transfer.version,
  commands: commandsFor(transfer, viewer, now),
})

/** What is waited for now, and until when; null when nothing is. */
export function dueNow(transfer: Transfer): Date | null {
  switch (transfer.status) {
    case 'offered':
      return transfer.answerBy
    case 'accepted':
      return transfer.contactBy
    case 'handed_over':
      return transfer.startBy
    default:
      return null
  }
}

/** A transfer as the side of this viewer reads it. `messages` and `basis` as row-level security showed them. */
export function toView(
  row: TransferRow,
  viewer: Viewer,
  names: Names,
  beside: { messages: MessageView[]; basis: Basis | null; byLink: boolean; links: LinkView[] },
  now: Date,
): TransferView {
  const transfer = toTransfer(row)
  const due = dueNow(transfer)
  const {
    senderDesk,
    senderMember: _member,
    sender,
    receiver,
    receiverDesk,
    answerBy: _a,
    contactBy: _c,
    startBy: _s,
    ...facts
  } = transfer
  return {
    ...facts,
    ...toMoved(transfer, viewer, now),
    from: names.side(sender, senderDesk),
    to: names.side(receiver, receiverDesk),
    weAre: sender === viewer.organizationId ? 'sender' : 'receiver',
    createdAt: row.created_at.toISOString(),
    erasedOn: row.status === 'draft' ? erasedOn(dateIn(row.since)) : null,
    dueBy: due?.toISOString() ?? null,
    overdue: due !== null && due < now,
    contactOn: transfer.contactOn?.toISOString() ?? null,
    closedAt: transfer.closedAt?.toISOString() ?? null,
    confirmedBy: [...transfer.confirmedBy],
    present: [...transfer.present],
    caseworker: names.colleague(transfer.caseworker),
    ...beside,
  }
}

/** Who opened what, by role and without names. */
export const toSeen = (rows: readonly SeenRow[]): SeenView => ({
  lines: rows.map(({ what, role, times, first_at, last_at }) => ({
    what,
    roles: role.split(',').filter((each): each is Role => (roles as readonly string[]).includes(each)),
    times,
    firstAt: first_at.toISOString(),
    lastAt: last_at.toISOString(),
  })),
})
