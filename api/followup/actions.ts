import { type Limit, limitKey, networkOf, slowDown } from '../http/rate-limit.ts'
import type { Deps } from '../deps.ts'
import { hashCode } from './code.ts'
import { type Ball, countQuestion, findBall } from './queries.ts'

/**
 * A code has eighty bits: it is not found by guessing, and whoever tries gets slower. A town hall or library is one
 * network with many residents, so right codes count as well and the limit leaves them room. All together only slow down:
 * nobody may close the page for everybody.
 */
export const limits = {
  network: { name: 'follow:network', seconds: 900, free: 10, most: 60, stepMs: 250 },
  everybody: { name: 'follow:everybody', seconds: 900, free: 500, most: 50_000, stepMs: 10 },
} as const satisfies Record<string, Limit>

/**
 * Who has the ball, for a code as somebody typed it from paper; null for a code that is unknown, ended or switched off,
 * all in the same way and after the same work. Refuses `too_many_attempts`. Source: domain.md section 4, the follow-code.
 */
export async function askWhoHasTheBall(
  deps: Deps,
  typed: string,
  from: { address: string; requestId: string },
): Promise<Ball | null> {
  for (const [limit, what] of [
    [limits.network, networkOf(from.address)],
    [limits.everybody, ''],
  ] as const) {
    await slowDown(await countQuestion(deps.follow, limitKey(deps.secret, limit, what), limit, deps.now()), limit)
  }
  return findBall(deps.follow, hashCode(deps.secret, typed), deps.now(), from.requestId)
}
