import { type Selectable, sql } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Consult } from './consult.ts'
import type { ConsultTable } from './table.ts'

export type ConsultRow = Selectable<ConsultTable>

/** How many closed ones a list shows: what was closed longer ago is found by its address. */
const LAST_CLOSED = 50

export const toConsult = (row: ConsultRow): Consult => ({
  id: row.id,
  asker: row.asker_org,
  askerMember: row.asker_member,
  answerer: row.answerer_org,
  answererDesk: row.answerer_desk,
  status: row.status,
  answer: row.answer,
  answeredBy: row.answered_by,
  decision: row.decision,
  closingNote: row.closing_note,
  version: row.version,
})

/** One who is no party gets the same answer as for a consult that does not exist. */
export async function readConsult(tx: Tx, id: string): Promise<ConsultRow> {
  const row = await tx.selectFrom('care.consult').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('consult.not_found')
  return row
}

/** Takes the consult for this transaction. */
export async function lockConsult(tx: Tx, id: string): Promise<Consult> {
  const row = await tx.selectFrom('care.consult').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('consult.not_found')
  return toConsult(row)
}

export type NewConsult = {
  organizationId: string
  deskId: string | null
  theme: string
  place: string | null
  question: string
}

export async function insertConsult(tx: Tx, asked: NewConsult): Promise<Consult> {
  const row = await tx
    .insertInto('care.consult')
    .values({
      answerer_org: asked.organizationId,
      answerer_desk: asked.deskId,
      theme: asked.theme,
      place: asked.place,
      question: asked.question,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toConsult(row)
}

/** Writes what the law decided; who and when are the database's to say. */
export async function saveConsult(tx: Tx, after: Consult): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('care.consult')
    .set({
      status: after.status,
      answer: after.answer,
      decision: after.decision,
      closing_note: after.closingNote,
    })
    .where('id', '=', after.id)
    .executeTakeFirst()
  // A row that policies hide is silently not updated.
  if (numUpdatedRows !== 1n) throw new Refusal('consult.not_found')
}

const ofOrganization = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('care.consult')
    .selectAll()
    .where((eb) => eb.or([eb('asker_org', '=', organizationId), eb('answerer_org', '=', organizationId)]))

/** Every consult of this organisation that is not closed, oldest first. */
export const listOpenConsults = (tx: Tx, organizationId: string): Promise<ConsultRow[]> =>
  ofOrganization(tx, organizationId).where('status', '<>', 'closed').orderBy('asked_at').orderBy('id').execute()

/** The last ones of this organisation that were closed. */
export const listClosedConsults = (tx: Tx, organizationId: string): Promise<ConsultRow[]> =>
  ofOrganization(tx, organizationId)
    .where('status', '=', 'closed')
    .orderBy('closed_at', 'desc')
    .orderBy('id')
    .limit(LAST_CLOSED)
    .execute()

export type AddresseeRow = {
  organization_id: string
  desk_id: string | null
  organization: string
  desk: string | null
  municipality: boolean
}

/**
 * Whom one may ask: the municipality's consultants together, and every desk elsewhere where a consultant works; of
 * organisations with a covenant that have not left. Never those of one's own organisation.
 */
export async function listAddressees(tx: Tx, organizationId: string, today: string): Promise<AddresseeRow[]> {
  const { rows } = await sql<AddresseeRow>`
    with consulting as (select * from sec.consulting()), town as (
      select organization_id from directory.municipality)
    select o.id as organization_id, null::uuid as desk_id, o.name as organization, null as desk, true as municipality
      from directory.organization o
      where o.id in (select organization_id from town) and o.id in (select organization_id from consulting)
        and o.id <> ${organizationId}
    union all
    select o.id, d.id, o.name, d.name, false
      from directory.desk d join directory.organization o on o.id = d.organization_id
      join directory.participant p on p.organization_id = o.id
      where d.id in (select desk_id from consulting) and o.id not in (select organization_id from town)
        and o.id <> ${organizationId}
        and p.covenant_on <= ${today}::date and (p.left_on is null or p.left_on > ${today}::date)
    order by municipality desc, organization, desk
  `.execute(tx)
  return rows
}
