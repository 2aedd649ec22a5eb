/** What was answered to a command that its sender may send again (docs/partners.md). */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'

type Once = { key: string; digest: Buffer }

/**
 * Claims the key for this transaction; who comes at the same time waits here until that has ended. Gives what was
 * answered before, null when this is the first time. Refuses `request.other_content`: the same key for something else.
 */
export async function answeredBefore(tx: Tx, { key, digest }: Once): Promise<{ answer: unknown } | null> {
  const claimed = await tx
    .insertInto('account.api_request')
    .values({ once: key, digest })
    .onConflict((conflict) => conflict.doNothing())
    .returning('once')
    .executeTakeFirst()
  if (claimed) return null
  const former = await tx
    .selectFrom('account.api_request')
    .select(['digest', 'answer'])
    .where('once', '=', key)
    .executeTakeFirstOrThrow()
  if (!former.digest.equals(digest)) throw new Refusal('request.other_content')
  return { answer: former.answer }
}

/** What the one who comes again will hear. */
export async function keepAnswer(tx: Tx, { key }: Once, answer: unknown): Promise<void> {
  await sql`update account.api_request set answer = ${JSON.stringify(answer)}::json where once = ${key}`.execute(tx)
}

/** Removes what is older: after a week nobody sends the same again. */
export async function forgetRequests(jobs: QueryExecutorProvider, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from account.api_request where at < ${before}`.execute(jobs)
  return Number(numAffectedRows ?? 0)
}
