/** The two functions that the login of the follow page may execute; it reads no table. */
import { type Kysely, sql } from 'kysely'
import type { Count } from '../http/rate-limit.ts'
import type { FollowTables } from '../db.ts'
import type { Situation } from './follow.ts'

export type Ball = {
  situation: Situation
  holder: string
  desk: string | null
  phone: string | null
  since: Date
  until: Date | null
}

/** Who has the ball for this code; null when there is no such code, it ended, or it was switched off. Logged by the function. */
export async function findBall(
  follow: Kysely<FollowTables>,
  codeHash: Buffer,
  now: Date,
  requestId: string,
): Promise<Ball | null> {
  const { rows } = await sql<Ball>`
    select situation, holder, desk, phone, since, until from sec.follow_view(${codeHash}, ${now}, ${requestId}::uuid)
  `.execute(follow)
  return rows[0] ?? null
}

/** Counts one more question under this key. */
export async function countQuestion(
  follow: Kysely<FollowTables>,
  key: Buffer,
  limit: { seconds: number; most: number },
  now: Date,
): Promise<Count> {
  const { rows } = await sql<{ attempts: number; retry_after_seconds: number }>`
    select attempts, retry_after_seconds
    from sec.attempt(${key}, make_interval(secs => ${limit.seconds}), ${limit.most}, ${now})
  `.execute(follow)
  return { attempts: rows[0]?.attempts ?? Infinity, retryAfterSeconds: rows[0]?.retry_after_seconds ?? limit.seconds }
}
