/** The same command on many signals, from the list. */
import { type BulkResult, onEach } from '../bulk.ts'
import type { Deps } from '../deps.ts'
import { assignSignal, concludeSignal, redirectSignal, takeSignal } from './actions.ts'
import type { Asker } from './move.ts'
import type { BulkInput } from './schema.ts'

/**
 * Takes, assigns, redirects or concludes each of these. Every record is checked again by the law and as it stood on screen; what is
 * refused is said of that record alone (`changed_meanwhile`, `signal.not_found`, `signal.not_yours`, …).
 */
export function commandMany(deps: Deps, asker: Asker, input: BulkInput): Promise<BulkResult> {
  return onEach(input.items, ({ id, version }) => {
    switch (input.command) {
      case 'take':
        return takeSignal(deps, asker, id, { version })
      case 'assign':
        return assignSignal(deps, asker, id, { version, assignee: input.assignee })
      case 'redirect':
        return redirectSignal(deps, asker, id, { version, receiverDesk: input.receiverDesk, reason: input.reason })
      case 'conclude': {
        const { outcome, reason, feedback, next } = input
        return concludeSignal(deps, asker, id, { version, outcome, reason, feedback, next })
      }
    }
  })
}
