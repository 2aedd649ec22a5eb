import { sql } from 'kysely'
import type { Tx } from '../db.ts'

export type Address = { theme: string; place: string | null; serviceId: string | null; deskId: string | null }

/** What of these the directory does not have: a code that nobody gave out could be a name. */
export async function unknownIn(tx: Tx, { theme, place, serviceId, deskId }: Address): Promise<(keyof Address)[]> {
  const { rows } = await sql<Record<keyof Address, boolean>>`
    select
      exists (select 1 from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id
        where x.purpose = 'theme' and t.slug = ${theme}) as theme,
      ${place}::text is null or exists (select 1 from directory.place where id = ${place}) as place,
      ${serviceId}::uuid is null or exists (select 1 from directory.service where id = ${serviceId}) as "serviceId",
      ${deskId}::uuid is null or exists (select 1 from directory.desk where id = ${deskId}) as "deskId"
  `.execute(tx)
  const known = rows[0]
  return (['theme', 'place', 'serviceId', 'deskId'] as const).filter((part) => !known?.[part])
}

export async function insertSignpost(tx: Tx, { theme, place, serviceId, deskId }: Address): Promise<void> {
  await tx.insertInto('care.signpost').values({ theme, place, service_id: serviceId, desk_id: deskId }).execute()
}

/** How many addresses this organisation gave in each month since the first day of `since` (`2026-01`). */
export async function countByMonth(tx: Tx, organizationId: string, since: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ month: string; given: number }>`
    select to_char(given_on, 'YYYY-MM') as month, count(*)::int as given from care.signpost
    where org_id = ${organizationId} and given_on >= ${`${since}-01`}::date group by 1
  `.execute(tx)
  return new Map(rows.map(({ month, given }) => [month, given]))
}
