import { sql } from 'kysely'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { type ImportReport, importPackage } from '../../api/hsds/import.ts'
import { tableNames } from '../../api/hsds/tables.ts'
import { type Broken, broken, contentsOf, dropRows, packageFrom } from '../api/hsds-packages.ts'
import { freshDatabase } from '../setup/database.ts'
import type { Bench } from './bench.ts'
import { type Count, type Figure, counting } from './figure.ts'

/** What was refused and where, in the words in which the broken package says it. */
function refusedIn(report: ImportReport): unknown {
  return report.taken
    ? { refuses: 'rows', at: report.refused.map(({ file, line, column, code }) => [file, line, column, code]) }
    : { refuses: 'package', at: report.faults.map(({ file, line, column }) => [file, line, column]) }
}

async function tryAll(bench: Bench, packages: readonly Broken[]): Promise<Count> {
  const fresh = await freshDatabase(await bench.cluster())
  const publisher = connect<DirectoryTables>(fresh.urls.publisher, 3)
  const empty = () =>
    sql.raw(`truncate ${tableNames.map((name) => `directory.${name}`).join(', ')} cascade`).execute(fresh.migrator)
  const count = counting()
  try {
    for (const { what, make, ...expected } of packages) {
      await empty()
      const whole = await packageFrom(make)
      const before = await contentsOf(fresh.migrator)
      const refused = refusedIn(await importPackage(publisher, whole.folder))
      const after = await contentsOf(fresh.migrator)
      // The database as it was; or as it is when exactly the refused rows are not in the package.
      let should = before
      if (expected.refuses === 'rows') {
        await empty()
        await dropRows(
          whole.folder,
          expected.at.map(([file, line]) => [file, line ?? 0]),
        )
        await importPackage(publisher, whole.folder)
        should = await contentsOf(fresh.migrator)
      }
      await whole.remove()
      count.hold(JSON.stringify(refused) === JSON.stringify(expected), `${what}: ${JSON.stringify(refused)}`)
      count.hold(JSON.stringify(after) === JSON.stringify(should), `${what}: something of it is in the database`)
    }
  } finally {
    await publisher.destroy()
    await fresh.close()
  }
  return count
}

export const packages: Figure = {
  id: 'packages',
  what: `${broken.length} broken packages refused by the right line, the database as it was or as without the refused rows`,
  run: (bench) => tryAll(bench, broken),
  control: async (bench) => {
    const whole = broken.map((each) => ({ ...each, make: async () => undefined }))
    return {
      broke: 'nothing in the packages: what is taken whole counts as not refused',
      ...(await tryAll(bench, whole)),
    }
  },
}
