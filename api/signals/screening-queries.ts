import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { LockedSignal } from './queries.ts'
import type { ScreeningInput } from './schema.ts'

/** One line per signal and meeting; the receiving organisation alone reads it back. */
export async function insertScreening(tx: Tx, signal: LockedSignal, found: ScreeningInput): Promise<void> {
  await sql`
    insert into care.screening (matter_id, signal_id, complete, nature, severity, urgency, right_place, outcome)
    values (${signal.matterId}, ${signal.id}, ${found.complete}, ${found.nature}, ${found.severity}, ${found.urgency},
      ${found.rightPlace}, ${found.outcome})
  `.execute(tx)
}
