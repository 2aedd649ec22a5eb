/** The weekly screening meeting: what it found of one signal. It moves nothing; commands do. */
import { withContext } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { recordEvent } from '../matters/queries.ts'
import type { Asker } from './move.ts'
import { lockSignal } from './queries.ts'
import type { ScreeningInput } from './schema.ts'
import { insertScreening } from './screening-queries.ts'
import { sidesOf } from './sides.ts'

/**
 * Records what the meeting found: complete, nature, severity, urgency, right place, and what follows. Only the receiving
 * desk or its team lead, of what was sent or taken. Refuses `signal.not_yours`, `signal.not_possible_now`,
 * `changed_meanwhile`.
 */
export function screenSignal(deps: Deps, asker: Asker, id: string, input: ScreeningInput): Promise<void> {
  const { viewer } = asker
  return withContext(deps, viewer, asker.reason, async (tx, note) => {
    const signal = await lockSignal(tx, id, viewer.organizationId)
    note('signal', [signal.id, signal.matterId])
    const sides = sidesOf(signal, viewer)
    if (!sides.includes('receiver') && !sides.includes('lead')) throw new Refusal('signal.not_yours')
    if (input.version !== undefined && input.version !== signal.version) throw new Refusal('changed_meanwhile')
    if (signal.status !== 'sent' && signal.status !== 'taken') {
      throw new Refusal('signal.not_possible_now', { status: signal.status })
    }
    await insertScreening(tx, signal, input)
    await recordEvent(tx, { matterId: signal.matterId, signalId: signal.id, type: 'signal.screen' })
  })
}
