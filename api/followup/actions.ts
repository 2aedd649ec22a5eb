/** What a resident can do with the code of the card. Source: domain.md section 4, the follow-code. */
import type { Deps } from '../deps.ts'
import { type Limit, limitKey, networkOf, slowDown } from '../http/rate-limit.ts'
import { hashCode } from './code.ts'
import type { Heard, Saying } from './codes.ts'
import { answerQuestions, type Ball, countQuestion, findBall, findFile, type FollowFile, say } from './queries.ts'

/**
 * A code has eighty bits: it is not found by guessing, and whoever tries gets slower. A town hall or library is one
 * network with many residents, so right codes count as well and the limit leaves them room. All together only slow down:
 * nobody may close the page for everybody.
 */
export const limits = {
  network: { name: 'follow:network', seconds: 900, free: 10, most: 60, stepMs: 250 },
  everybody: { name: 'follow:everybody', seconds: 900, free: 500, most: 50_000, stepMs: 10 },
} as const satisfies Record<string, Limit>

/** Who asks, from where; the code as somebody typed it from paper. */
export type Asking = { typed: string; address: string; requestId: string }
export type Followed = { ball: Ball; file: FollowFile }

/**
 * Where it stands, for a code; null for a code that is unknown, ended or switched off, all in the same way and after the
 * same work. Refuses `too_many_attempts`.
 */
export async function askWhereItStands(deps: Deps, asking: Asking): Promise<Followed | null> {
  await limited(deps, asking)
  return look(deps, asking)
}

/**
 * The resident says something: an alarm for the holder and the team lead, or a fact for the time line. Gives how it was
 * taken and where it stands now; null without such a code. Refuses `too_many_attempts`.
 */
export async function residentSays(
  deps: Deps,
  asking: Asking,
  said: { what: Saying; words: string | null },
): Promise<(Followed & { heard: Heard }) | null> {
  await limited(deps, asking)
  const heard = await say(deps.follow, hashCode(deps.secret, asking.typed), deps.now(), asking.requestId, said)
  const followed = await look(deps, asking)
  return heard && followed && { ...followed, heard }
}

/** The three questions at the end. Nothing chosen is no answer. Gives and refuses what `residentSays` does. */
export async function residentAnswers(
  deps: Deps,
  asking: Asking,
  answers: { door: boolean | null; again: boolean | null; help: 'yes' | 'partly' | 'no' | null },
): Promise<(Followed & { heard: Heard }) | null> {
  await limited(deps, asking)
  const isEmpty = Object.values(answers).every((answer) => answer === null)
  const hash = hashCode(deps.secret, asking.typed)
  const heard = isEmpty ? 'not_now' : await answerQuestions(deps.follow, hash, deps.now(), asking.requestId, answers)
  const followed = await look(deps, asking)
  return heard && followed && { ...followed, heard }
}

async function look(deps: Deps, { typed, requestId }: Asking): Promise<Followed | null> {
  const hash = hashCode(deps.secret, typed)
  const ball = await findBall(deps.follow, hash, deps.now(), requestId)
  const file = await findFile(deps.follow, hash, deps.now())
  return ball && file && { ball, file }
}

async function limited(deps: Deps, { address }: Asking): Promise<void> {
  for (const [limit, what] of [
    [limits.network, networkOf(address)],
    [limits.everybody, ''],
  ] as const) {
    await slowDown(await countQuestion(deps.follow, limitKey(deps.secret, limit, what), limit, deps.now()), limit)
  }
}
