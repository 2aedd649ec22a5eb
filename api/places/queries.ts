import type { DirectoryTables } from '../db.ts'
import type { Transaction } from 'kysely'

type Tx = Transaction<DirectoryTables>
export type PostcodeRow = { code: string; latitude: number; longitude: number }

/** Puts these postcodes in the place of all that there are. */
export async function replacePostcodes(tx: Tx, rows: PostcodeRow[]): Promise<void> {
  await tx.deleteFrom('directory.postcode').execute()
  await tx.insertInto('directory.postcode').values(rows).execute()
}

/** What does the drawn map hold now? Null where there is none. */
export async function baseMap(tx: Tx): Promise<unknown> {
  const found = await tx.selectFrom('directory.base_map').select('geojson').executeTakeFirst()
  return found?.geojson ?? null
}

export async function saveBaseMap(tx: Tx, map: unknown): Promise<void> {
  const geojson = JSON.stringify(map)
  await tx
    .insertInto('directory.base_map')
    .values({ geojson })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ geojson }))
    .execute()
}
