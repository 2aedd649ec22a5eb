/** What each party reads of a transfer. */
import type { Viewer } from '../viewer.ts'
import type { TransferMoved } from './schema.ts'
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
