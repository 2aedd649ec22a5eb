/** The clock's way to rows that wait: a transaction of its own login, with a log row like anyone's. It answers to nobody. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ClockTx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'

/** Runs `work` on one row as the clock and logs it in the same transaction. */
export function withClock<Result>(
  deps: Pick<Deps, 'jobs' | 'now'>,
  row: { action: string; type: string; id: string },
  work: (tx: ClockTx) => Promise<Result>,
): Promise<Result> {
  const requestId = randomUUID()
  return deps.jobs.transaction().execute(async (tx) => {
    await sql`select set_config('app.request', ${requestId}, true),
      set_config('app.now', ${deps.now().toISOString()}, true)`.execute(tx)
    const result = await work(tx)
    await sql`set constraints all immediate`.execute(tx)
    await sql`
      insert into audit.event (request_id, action, purpose, result, object_type, object_ids)
      values (${requestId}, ${row.action}, 'clock', 'ok', ${row.type}, array[${row.id}]::uuid[])
    `.execute(tx)
    return result
  })
}

/**
 * Every row in its turn, each in a transaction of its own: one that fails does not keep the others waiting. A refusal
 * means that somebody was faster, or that it was not due after all. Gives how many were done; a fault comes out last.
 */
export async function eachAlone<Row>(rows: readonly Row[], work: (row: Row) => Promise<boolean>): Promise<number> {
  let done = 0
  const faults: unknown[] = []
  for (const row of rows) {
    try {
      if (await work(row)) done += 1
    } catch (error) {
      if (!(error instanceof Refusal)) faults.push(error)
    }
  }
  if (faults.length > 0) throw faults.at(-1)
  return done
}
