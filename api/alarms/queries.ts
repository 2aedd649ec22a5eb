/** Every statement about what residents said. Only the holder of the matter sees it. */
import type { Selectable } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { AlarmKind } from '../followup/codes.ts'
import type { Answering } from './alarm.ts'
import type { AlarmTable } from './table.ts'

/** Whether an alarm of this kind waits for an answer, for this transaction. */
export async function lockAlarm(
  tx: Tx,
  matterId: string,
  kind: AlarmKind,
): Promise<Selectable<AlarmTable> | undefined> {
  return tx
    .selectFrom('care.alarm')
    .selectAll()
    .where('matter_id', '=', matterId)
    .where('kind', '=', kind)
    .where('answered_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Writes the answer; who and when are the database's to say. */
export async function saveAnswer(tx: Tx, id: string, { answer, on }: Answering): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('care.alarm')
    .set({ answer, answer_on: on })
    .where('id', '=', id)
    .executeTakeFirst()
  // A row that policies hide is silently not updated.
  if (numUpdatedRows !== 1n) throw new Refusal('alarm.not_open')
}

/** How many still wait for an answer. */
export async function countOpen(tx: Tx, matterId: string): Promise<number> {
  const { open } = await tx
    .selectFrom('care.alarm')
    .select((eb) => eb.fn.countAll<string>().as('open'))
    .where('matter_id', '=', matterId)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(open)
}
