/** Taking a transfer over into a case system of one's own. */
import { withContext } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readFile, readNames } from '../matters/read-queries.ts'
import { copyStatuses } from './codes.ts'
import { copyOf } from './copy.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import type { Asker } from './move.ts'
import { listReceivedTransfers, lockTransfer } from './queries.ts'
import type { ReceivedQuery, ReceivedView, TransferCopy } from './schema.ts'

/**
 * The structured copy, for the receiver and once it sees who it is; logged as such. Refuses `transfer.not_found`,
 * `transfer.not_yours` (not the receiver), `transfer.not_possible_now` (not accepted yet, or over).
 */
export function copyTransfer(deps: Deps, { viewer, reason }: Asker, id: string): Promise<TransferCopy> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const transfer = await lockTransfer(tx, id, viewer.organizationId)
    note('transfer', [transfer.id, transfer.matterId])
    if (transfer.receiver !== viewer.organizationId) throw new Refusal('transfer.not_yours')
    if (!(copyStatuses as readonly string[]).includes(transfer.status)) throw new Refusal('transfer.not_possible_now')
    const file = await readFile(tx, transfer.matterId)
    const { organizations } = await readNames(tx, {
      organizations: [transfer.sender, transfer.receiver],
      desks: [],
      members: [],
    })
    const name = (organization: string) => organizations.find((each) => each.id === organization)?.name ?? ''
    return copyOf(file, transfer, { from: name(transfer.sender), to: name(transfer.receiver) }, deps.now())
  })
}

/**
 * A page of what the viewer's organisation received and may take over now: ids and states, the oldest first, with where
 * the next page begins. Refuses a cursor that is none of ours (`cursor.invalid`).
 */
export function listReceived(
  deps: Deps,
  { viewer, reason }: Asker,
  { limit, after }: ReceivedQuery,
): Promise<ReceivedView> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    // One more than the page holds says whether there is a next one.
    const found = await listReceivedTransfers(
      tx,
      viewer.organizationId,
      limit + 1,
      after === undefined ? null : cursorIn(after),
    )
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    const transfers = rows.map(({ id, reference, status, version }) => ({ id, reference, status, version }))
    note(
      'transfer',
      transfers.map(({ id }) => id),
    )
    return { transfers, next: last && found.length > limit ? writeCursor(last) : null }
  })
}

function cursorIn(after: string): Cursor {
  const cursor = readCursor(after)
  if (!cursor) throw new Refusal('input.invalid', {}, [{ pointer: '/after', code: 'cursor.invalid' }])
  return cursor
}
