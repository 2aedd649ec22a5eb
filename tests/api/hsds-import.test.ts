import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { type ImportReport, importPackage } from '../../api/hsds/import.ts'
import { reportLines } from '../../api/hsds/report.ts'
import { tableNames } from '../../api/hsds/tables.ts'
import { type FreshDatabase, freshDatabase, waitingForALock } from '../setup/database.ts'
import { broken, contentsOf, dropRows, id, ownPackage, packageFrom } from './hsds-packages.ts'

let fresh: FreshDatabase
let publisher: Kysely<DirectoryTables>

beforeAll(async () => {
  fresh = await freshDatabase()
  publisher = connect(fresh.urls.publisher, 3)
})
afterAll(async () => {
  await publisher.destroy()
  await fresh.close()
})
beforeEach(async () => {
  const all = [...tableNames, 'municipality'].map((name) => `directory.${name}`).join(', ')
  await sql.raw(`truncate ${all} cascade`).execute(fresh.migrator)
})

const contents = () => contentsOf(fresh.migrator)

function taken(report: ImportReport) {
  if (!report.taken) throw new Error(reportLines(report).join('\n'))
  return report
}
const total = (report: ImportReport, what: 'read' | 'added' | 'changed' | 'unchanged' | 'refused' | 'others') =>
  taken(report).tables.reduce((sum, table) => sum + table[what], 0)

test('a whole package comes in, every table of HSDS with it', async () => {
  const report = taken(await importPackage(publisher, ownPackage))
  expect(report.refused).toEqual([])
  expect(report.tables.map(({ table }) => table).toSorted()).toEqual(tableNames.toSorted())
  expect(total(report, 'added')).toBe(56)
  expect(report.themes).toBe('Onderwerp')

  const service = await publisher
    .selectFrom('directory.service')
    .selectAll()
    .where('id', '=', id(3, 2))
    .executeTakeFirstOrThrow()
  expect(service.description).toBe('Samen uw rekeningen op orde.\nOok als de deurwaarder komt.')
  expect(service.slug).toBe('hulp-bij-schulden')
  const first = await publisher
    .selectFrom('directory.service')
    .selectAll()
    .where('id', '=', id(3, 1))
    .executeTakeFirstOrThrow()
  expect(first.last_modified).toEqual(new Date('2026-10-05T08:30:00.125Z'))
  const municipality = await publisher.selectFrom('directory.municipality').selectAll().executeTakeFirstOrThrow()
  expect(municipality).toMatchObject({ name: 'Gemeente Heidelinde', language: 'nl', demo: false })
})

test('the same package again changes nothing', async () => {
  await importPackage(publisher, ownPackage)
  const before = await contents()
  const report = await importPackage(publisher, ownPackage)
  expect([total(report, 'added'), total(report, 'changed'), total(report, 'unchanged')]).toEqual([0, 0, 56])
  expect(await contents()).toEqual(before)
})

test('a newer package changes what differs, keeps the path of a page and leaves what it does not speak of', async () => {
  await importPackage(publisher, ownPackage)
  await publisher.updateTable('directory.service').set({ access_line: 0 }).where('id', '=', id(3, 2)).execute()
  const newer = await packageFrom(async (folder) => {
    await dropRows(folder, [['funding.csv', 2]])
    const services = `id,organization_id,program_id,name,description,status\n${id(3, 2)},${id(1, 3)},,Uit de schulden,Nieuw,active\n`
    await writeFile(join(folder, 'services.csv'), services)
    const description = {
      resources: [
        { name: 'organization', path: 'organizations.csv' },
        { name: 'service', path: 'services.csv' },
        { name: 'funding', path: 'funding.csv' },
      ],
    }
    await writeFile(join(folder, 'datapackage.json'), JSON.stringify(description))
  })
  const report = await importPackage(publisher, newer.folder)
  await newer.remove()
  expect([total(report, 'added'), total(report, 'changed'), total(report, 'others')]).toEqual([0, 1, 5])
  expect(reportLines(report).join('\n')).toContain(
    'Not in this package, and left as it is: 4 of service, 1 of funding.',
  )
  const service = await publisher
    .selectFrom('directory.service')
    .selectAll()
    .where('id', '=', id(3, 2))
    .executeTakeFirstOrThrow()
  expect(service).toMatchObject({
    name: 'Uit de schulden',
    slug: 'hulp-bij-schulden',
    access_line: 0,
    program_id: null,
  })
})

describe('a broken package is never half done:', () => {
  test.each(broken)('$what', async (one) => {
    const whole = await packageFrom(one.make)
    const before = await contents()
    const report = await importPackage(publisher, whole.folder)

    if (one.refuses === 'package') {
      expect(report.taken).toBe(false)
      const faults = report.taken ? [] : report.faults
      expect(faults.map(({ file, line, column }) => [file, line, column])).toEqual(one.at)
      expect(faults.every(({ why, mend }) => why !== '' && mend !== '')).toBe(true)
      expect(await contents()).toEqual(before)
    } else {
      const { refused } = taken(report)
      expect(refused.map(({ file, line, column, code }) => [file, line, column, code])).toEqual(one.at)
      expect(total(report, 'refused')).toBe(new Set(one.at.map(([file, line]) => `${file} ${line}`)).size)
      const after = await contents()

      // As without the refused rows: the package from which exactly those were taken gives the same directory.
      await sql
        .raw(`truncate ${tableNames.map((name) => `directory.${name}`).join(', ')} cascade`)
        .execute(fresh.migrator)
      await dropRows(
        whole.folder,
        one.at.map(([file, line]) => [file, line ?? 0]),
      )
      const clean = await importPackage(publisher, whole.folder)
      expect(taken(clean).refused).toEqual([])
      expect(await contents()).toEqual(after)
    }
    await whole.remove()
  })

  test('over a directory that is there already, the refused rows keep what they had', async () => {
    await importPackage(publisher, ownPackage)
    const before = await contents()
    for (const one of broken) {
      const whole = await packageFrom(one.make)
      await importPackage(publisher, whole.folder)
      await whole.remove()
      expect(await contents(), one.what).toEqual(before)
    }
  })
})

test('columns and tables that HSDS does not have are left out, and said', async () => {
  const extra = await packageFrom(async (folder) => {
    await writeFile(join(folder, 'units.csv'), `id,name,colour\n${id(16, 1)},Bed,groen\n`)
    await writeFile(
      join(folder, 'datapackage.json'),
      JSON.stringify({
        title: 'Klein',
        resources: [
          { name: 'unit', path: 'units.csv' },
          { name: 'x_visit', path: 'visits.csv' },
        ],
      }),
    )
  })
  const report = taken(await importPackage(publisher, extra.folder))
  await extra.remove()
  expect(report.ignored).toEqual(['x_visit'])
  expect(reportLines(report)).toContain('Columns HSDS does not have, left out: units.csv colour.')
})

test('two imports at once follow each other', async () => {
  const racing = await fresh.migrator.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('voordeur.directory'))`.execute(tx)
    const both = [importPackage(publisher, ownPackage), importPackage(publisher, ownPackage)]
    await waitingForALock(fresh.migrator, 2)
    return both
  })
  const reports = await Promise.all(racing)
  expect(reports.map((report) => total(report, 'added')).toSorted((a, b) => a - b)).toEqual([0, 56])
})

test('the publisher may not empty a table nor see anything of a resident', async () => {
  await expect(sql`truncate directory.service cascade`.execute(publisher)).rejects.toThrow(/permission denied/)
  await expect(sql`select * from care.matter`.execute(publisher)).rejects.toThrow(/permission denied/)
})
