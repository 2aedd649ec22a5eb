/** The same command on many transfers, from the list. */
import { type BulkResult, onEach } from '../bulk.ts'
import type { Deps } from '../deps.ts'
import { acceptTransfer, assignTransfer } from './actions.ts'
import type { Asker } from './move.ts'
import type { BulkInput } from './schema.ts'

/** Accepts or assigns each of these; every record is checked again, and what is refused is said of that record alone. */
export function commandMany(deps: Deps, asker: Asker, input: BulkInput): Promise<BulkResult> {
  return onEach(input.items, ({ id, version }) =>
    input.command === 'accept'
      ? acceptTransfer(deps, asker, id, { version, caseworker: asker.viewer.userId })
      : assignTransfer(deps, asker, id, { version, caseworker: input.caseworker }),
  )
}
