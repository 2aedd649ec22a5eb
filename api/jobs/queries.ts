import { type Kysely, sql } from 'kysely'
import type { JobsTables } from '../db.ts'

/** The schema of pg-boss: its tables, and nothing of ours. */
export const jobSchema = 'job'
/** The queue in which jobs end that failed every time. */
export const STUCK = 'stuck'

/** How many jobs failed every time and wait for a person to look. */
export async function stuckJobs(jobs: Kysely<JobsTables>): Promise<number> {
  const { rows } = await sql<{ stuck: number }>`
    select count(*)::int as stuck from ${sql.ref(`${jobSchema}.job`)} where name = ${STUCK}`.execute(jobs)
  return rows[0]?.stuck ?? 0
}
