/** The functions that the login of the follow page may execute; it reads no table. */
import { type Kysely, sql } from 'kysely'
import type { FollowTables } from '../db.ts'
import type { Count } from '../http/rate-limit.ts'
import type { AlarmKind, Heard, Saying, Situation } from './codes.ts'

type Follow = Kysely<FollowTables>

export type Ball = {
  situation: Situation
  holder: string
  desk: string | null
  phone: string | null
  since: Date
  until: Date | null
}

/** Beside who has the ball: steps without content, alarms with their answers, who sees who it is, what kinds of facts are kept. */
export type FollowFile = {
  isOver: boolean
  canJudge: boolean
  answered: boolean
  /** While a three-way contact is to be: when it is planned, and by when it should have been. */
  meeting: { on: string | null; how: string | null; by: string | null } | null
  steps: { at: string; code: string; by: string | null }[]
  alarms: {
    kind: AlarmKind
    raisedAt: string
    answer: 'called' | 'spoken' | 'will_call' | 'reopened' | null
    answerOn: string | null
    answeredAt: string | null
  }[]
  seers: { name: string; since: string; ground: 'task' | 'consent' | 'vital' | null }[]
  kept: ('name' | 'phone' | 'contact' | 'question' | 'steps')[]
}

/** Who has the ball for this code; null when there is no such code, it ended, or it was switched off. Logged by the function. */
export async function findBall(follow: Follow, codeHash: Buffer, now: Date, requestId: string): Promise<Ball | null> {
  const { rows } = await sql<Ball>`
    select situation, holder, desk, phone, since, until from sec.follow_view(${codeHash}, ${now}, ${requestId}::uuid)
  `.execute(follow)
  return rows[0] ?? null
}

/** The rest of the page for this code; null where `findBall` gives null. */
export async function findFile(follow: Follow, codeHash: Buffer, now: Date): Promise<FollowFile | null> {
  const { rows } = await sql<{ file: FollowFile | null }>`
    select sec.follow_file(${codeHash}, ${now}) as file
  `.execute(follow)
  return rows[0]?.file ?? null
}

/** Writes what the resident says and promises to tell the holder and the team lead. Logged by the function. */
export async function say(
  follow: Follow,
  codeHash: Buffer,
  now: Date,
  requestId: string,
  said: { what: Saying; words: string | null },
): Promise<Heard | null> {
  const { rows } = await sql<{ heard: Heard | null }>`
    select sec.follow_say(${codeHash}, ${now}, ${requestId}::uuid, ${said.what}, ${said.words}) as heard
  `.execute(follow)
  return rows[0]?.heard ?? null
}

/** Keeps the three answers at the end; the last ones count. Logged by the function. */
export async function answerQuestions(
  follow: Follow,
  codeHash: Buffer,
  now: Date,
  requestId: string,
  { door, again, help }: { door: boolean | null; again: boolean | null; help: 'yes' | 'partly' | 'no' | null },
): Promise<Heard | null> {
  const { rows } = await sql<{ heard: Heard | null }>`
    select sec.follow_answer(${codeHash}, ${now}, ${requestId}::uuid, ${door}, ${again}, ${help}) as heard
  `.execute(follow)
  return rows[0]?.heard ?? null
}

/** Counts one more question under this key. */
export async function countQuestion(
  follow: Follow,
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
