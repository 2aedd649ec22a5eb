/** Who can be asked: desks that may receive, when they are closed, and colleagues who are there. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { Refusal } from '../errors.ts'

export type Closing = { from: string; until: string }
export type ReceivingDesk = { id: string; organizationId: string; closings: Closing[] }

/**
 * The desk, if it may receive today: its organisation has a recorded covenant and has not left, and somebody active
 * works there (domain.md section 4). Refuses `desk.not_found` and `desk.not_open`.
 */
export async function receivingDesk(tx: QueryExecutorProvider, deskId: string, today: string): Promise<ReceivingDesk> {
  const { rows } = await sql<{ organization_id: string; open: boolean }>`
    select d.organization_id,
      exists (select 1 from directory.participant p where p.organization_id = d.organization_id
        and p.covenant_on <= ${today}::date and (p.left_on is null or p.left_on > ${today}::date))
      and d.id in (select sec.staffed_desks()) as open
    from directory.desk d where d.id = ${deskId}
  `.execute(tx)
  const desk = rows[0]
  if (!desk) throw new Refusal('desk.not_found')
  if (!desk.open) throw new Refusal('desk.not_open')
  return { id: deskId, organizationId: desk.organization_id, closings: await closingsOf(tx, deskId) }
}

/** The organisation of a desk, whether it may receive or not. */
export async function organizationOfDesk(tx: QueryExecutorProvider, deskId: string): Promise<string> {
  const { rows } = await sql<{ organization_id: string }>`
    select organization_id from directory.desk where id = ${deskId}
  `.execute(tx)
  if (!rows[0]) throw new Refusal('desk.not_found')
  return rows[0].organization_id
}

/** The days a desk is closed: they do not count in its deadlines. */
export async function closingsOf(tx: QueryExecutorProvider, deskId: string | null): Promise<Closing[]> {
  if (!deskId) return []
  const { rows } = await sql<Closing>`
    select from_on::text as "from", until_on::text as "until" from directory.desk_closing where desk_id = ${deskId}
  `.execute(tx)
  return rows
}

/** Refuses `colleague.not_found` unless this is an active account of somebody of the organisation: a key is nobody. */
export async function activeColleague(tx: QueryExecutorProvider, id: string, organizationId: string): Promise<string> {
  const { rows } = await sql`
    select 1 from account.member where id = ${id} and organization_id = ${organizationId} and disabled_at is null and not by_key
  `.execute(tx)
  if (rows.length === 0) throw new Refusal('colleague.not_found')
  return id
}
