import type { Selectable } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Status } from './codes.ts'
import type { Guidance } from './guidance.ts'
import type { GuidanceTable } from './table.ts'

export type GuidanceRow = Selectable<GuidanceTable> & { organization: string }

/** Most that is shown at once; searched on the screen itself, so that nobody's words travel. */
const MOST = 500

/** What may be read: all that was checked, and what this organisation proposed; the last one first. */
export const listGuidance = (tx: Tx): Promise<GuidanceRow[]> =>
  tx
    .selectFrom('care.guidance as g')
    .innerJoin('directory.organization as o', 'o.id', 'g.org_id')
    .selectAll('g')
    .select('o.name as organization')
    .where('g.status', '<>', 'refused')
    .orderBy('g.written_at', 'desc')
    .orderBy('g.id')
    .limit(MOST)
    .execute()

/** Takes guidance of one's own organisation for this transaction; of another it is not there to change. */
export async function lockGuidance(tx: Tx, id: string, organizationId: string): Promise<Guidance> {
  const row = await tx
    .selectFrom('care.guidance')
    .selectAll()
    .where('id', '=', id)
    .where('org_id', '=', organizationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('guidance.not_found')
  return { id: row.id, organization: row.org_id, writtenBy: row.written_by, status: row.status, version: row.version }
}

export async function insertGuidance(
  tx: Tx,
  written: { consultId: string; theme: string; place: string | null; question: string; answer: string },
): Promise<{ id: string; version: number } | null> {
  const row = await tx
    .insertInto('care.guidance')
    .values({
      consult_id: written.consultId,
      theme: written.theme,
      place: written.place,
      question: written.question,
      answer: written.answer,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst()
  return row ?? null
}

/** Writes what the law decided; who and when are the database's to say. */
export async function saveGuidance(tx: Tx, id: string, status: Status, reason: string | null): Promise<void> {
  await tx.updateTable('care.guidance').set({ status, reason }).where('id', '=', id).execute()
}
