/** The clock's way to rows that wait: a transaction of its own login, with a log row like anyone's. It answers to nobody. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ClockTx } from '../db.ts'
import type { Deps } from '../deps.ts'

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
