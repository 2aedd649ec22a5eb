import { type Tx } from '../db.ts'
import { type Expression, sql } from 'kysely'
import type { ListedDesk } from './desk.ts'

/**
 * The desks that may receive today: of an organisation with a covenant that has not left, where somebody active works.
 * Of their closings those that are not over.
 */
export async function listReceivingDesks(tx: Tx, today: string): Promise<ListedDesk[]> {
  const rows = await tx
    .selectFrom('directory.desk as d')
    .innerJoin('directory.organization as o', 'o.id', 'd.organization_id')
    .innerJoin('directory.participant as p', 'p.organization_id', 'd.organization_id')
    .select(
      sql<number>`(select count(*)::int from care.signal g where g.sender_org = sec.org() and g.receiver_desk = d.id
        and g.status <> 'draft' and g.created_at > ${today}::date - 366)`.as('sentBefore'),
    )
    .select(['d.id', 'd.name', 'd.phone', 'd.safety_net', 'd.organization_id', 'o.name as organization_name'])
    .select((eb) => [
      asJson<{ from: string; until: string }>(
        eb
          .selectFrom('directory.desk_closing as c')
          .select(['c.from_on as from', 'c.until_on as until'])
          .whereRef('c.desk_id', '=', 'd.id')
          .where('c.until_on', '>=', today)
          .orderBy('c.from_on'),
      ).as('closings'),
      asJson<ListedDesk['capacity'][number]>(
        eb
          .selectFrom('directory.desk_service as s')
          .innerJoin('directory.service_capacity as k', 'k.service_id', 's.service_id')
          .innerJoin('directory.service as v', 'v.id', 's.service_id')
          .innerJoin('directory.unit as u', 'u.id', 'k.unit_id')
          .select(['v.name as service', 'u.name as unit', 'k.available', 'k.maximum'])
          .select(sql<string>`(k.updated at time zone 'Europe/Amsterdam')::date`.as('updatedOn'))
          .whereRef('s.desk_id', '=', 'd.id')
          .orderBy('v.name')
          .orderBy('k.id'),
      ).as('capacity'),
      asJson<{ id: string }>(
        eb
          .selectFrom('directory.desk_service as s')
          .innerJoin('directory.service as v', 'v.id', 's.service_id')
          .select('v.id')
          .whereRef('s.desk_id', '=', 'd.id')
          .orderBy('v.name')
          .orderBy('v.id'),
      ).as('services'),
    ])
    .where('p.covenant_on', '<=', today)
    .where((eb) => eb.or([eb('p.left_on', 'is', null), eb('p.left_on', '>', today)]))
    .where('d.id', 'in', sql<string>`(select sec.staffed_desks())`)
    .orderBy('o.name')
    .orderBy('d.name')
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    phone: row.phone,
    safetyNet: row.safety_net,
    organization: { id: row.organization_id, name: row.organization_name },
    closings: row.closings,
    capacity: row.capacity,
    sentBefore: row.sentBefore,
    serviceIds: row.services.map(({ id }) => id),
  }))
}

/** The rows of a subquery as one list. */
const asJson = <Row>(rows: Expression<unknown>) =>
  sql<Row[]>`coalesce((select json_agg(row_to_json(each)) from ${rows} as each), '[]')`
