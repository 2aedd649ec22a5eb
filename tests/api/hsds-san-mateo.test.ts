/** A real county directory with its real dirt. Runs where the data stand beside the project; says so where not. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { importPackage } from '../../api/hsds/import.ts'
import { readDirectory } from '../../api/publish/queries.ts'
import { snapshotSchema } from '../../api/publish/schema.ts'
import { makeContent } from '../../api/publish/snapshot.ts'
import { freshDatabase } from '../setup/database.ts'

const folder = fileURLToPath(new URL('../../../shared/data/san-mateo', import.meta.url))
const isHere = existsSync(join(folder, 'datapackage.json'))

test.runIf(isHere)(
  'the county directory comes in with every row taken or named, once',
  async () => {
    const fresh = await freshDatabase()
    const publisher = connect<DirectoryTables>(fresh.urls.publisher, 2)
    try {
      const first = await importPackage(publisher, folder)
      if (!first.taken) throw new Error(JSON.stringify(first.faults))
      for (const { table, file, read, added, refused } of first.tables) {
        const rows: string[][] = parse(await readFile(join(folder, file)))
        expect([table, read, added + refused]).toEqual([table, rows.length - 1, rows.length - 1])
        const named = new Set(first.refused.filter((row) => row.file === file).map(({ line }) => line))
        expect([table, named.size]).toEqual([table, refused])
      }

      const again = await importPackage(publisher, folder)
      if (!again.taken) throw new Error(JSON.stringify(again.faults))
      expect(again.tables.filter(({ added, changed }) => added + changed > 0)).toEqual([])
      expect(again.refused).toEqual(first.refused)

      const directory = await readDirectory(publisher)
      const content = makeContent(directory, directory.municipality!)
      snapshotSchema.parse({ revision: 1, published_at: new Date().toISOString(), ...content })
      expect(content.services).toHaveLength(1686)
      expect(content.municipality.language).toBe('en')
      const pantries = content.services.filter((service) => service.keywords.includes('Food Pantry'))
      expect(pantries.length).toBeGreaterThan(0)
      expect(pantries.every((service) => service.themes.includes('food'))).toBe(true)
      // An address in Sunnyvale lies 3,600 km off: the place does not move for it.
      const sunnyvale = content.places.find(({ id }) => id === 'sunnyvale')!
      expect(Math.hypot(sunnyvale.latitude - 37.37, sunnyvale.longitude + 122.03)).toBeLessThan(0.1)
    } finally {
      await publisher.destroy()
      await fresh.close()
    }
  },
  60_000,
)

test.runIf(!isHere)('the county directory is not on this machine: its import was not tried', () => {
  expect(isHere).toBe(false)
})
