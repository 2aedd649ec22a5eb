/** Every statement about one-time links. */
import { type Kysely, sql } from 'kysely'
import type { JobsTables, Tx } from '../db.ts'

/** The account that a link to this desk opens; null where somebody has an account of their own. */
export async function contactOf(tx: Tx, deskId: string): Promise<string | null> {
  const { rows } = await sql<{ member_id: string }>`
    select member_id from sec.link_desks() where desk_id = ${deskId}
  `.execute(tx)
  return rows[0]?.member_id ?? null
}

/** A new link; those before it that nobody opened are worth nothing any more. */
export async function replaceLink(
  tx: Tx,
  link: { transferId: string; memberId: string; expiresAt: Date; codeHash: Buffer },
  now: Date,
): Promise<string> {
  await tx
    .updateTable('care.link')
    .set({ revoked_at: now })
    .where('transfer_id', '=', link.transferId)
    .where('opened_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
  const { id } = await tx
    .insertInto('care.link')
    .values({
      transfer_id: link.transferId,
      member_id: link.memberId,
      expires_at: link.expiresAt,
      code_hash: link.codeHash,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes back every link of this transfer, and what it opened. Gives how many there were. */
export async function revokeLinks(tx: Tx, transferId: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('care.link')
    .set({ revoked_at: now })
    .where('transfer_id', '=', transferId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Opens a session limited to the transfer, when link and code belong together; null for every other reason alike. */
export async function openWith(
  tx: Tx,
  given: { token: Buffer; code: Buffer; session: string; until: Date; ends: Date; now: Date; requestId: string },
): Promise<{ memberId: string; matterId: string } | null> {
  const { rows } = await sql<{ memberId: string; matterId: string }>`
    select member_id as "memberId", matter_id as "matterId" from sec.open_link(${given.token}, ${given.code},
      ${given.session}, ${given.until}, ${given.ends}, ${given.now}, ${given.requestId}::uuid)
  `.execute(tx)
  return rows[0] ?? null
}

/** Gives a link its token, in place of one that was made before; false when it is opened, taken back or over. */
export async function setToken(jobs: Kysely<JobsTables>, id: string, hash: Buffer, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update care.link set token_hash = ${hash} where id = ${id} and expires_at > ${now}
  `.execute(jobs)
  return numAffectedRows === 1n
}
