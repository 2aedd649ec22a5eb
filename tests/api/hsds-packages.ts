/** Makes broken packages from the project's own, each with one thing wrong, and says what must be reported about it. */
import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { type QueryExecutorProvider, sql } from 'kysely'
import { tableNames } from '../../api/hsds/tables.ts'

export const ownPackage = fileURLToPath(new URL('../fixtures/hsds', import.meta.url))

export const id = (table: number, number: number) =>
  `${String(table).padStart(2, '0')}000000-0000-4000-8000-${String(number).padStart(12, '0')}`

type Place = [file: string, line: number | null, column: string | null]
type RowPlace = [...Place, code: string]
export type Broken = { what: string; make: (folder: string) => Promise<void> } & (
  | { refuses: 'package'; at: Place[] }
  /** `at` names every row that is refused, also those that hang on another. */
  | { refuses: 'rows'; at: RowPlace[] }
)

const quoted = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

async function edit(folder: string, file: string, change: (rows: string[][]) => string[][]): Promise<void> {
  const path = join(folder, file)
  const rows: string[][] = parse(await readFile(path), { relax_column_count: true })
  await writeFile(
    path,
    change(rows)
      .map((row) => `${row.map(quoted).join(',')}\n`)
      .join(''),
  )
}

/** Sets one value: `row` counts from 1 below the header. */
const set = (file: string, row: number, column: string, value: string) => (folder: string) =>
  edit(folder, file, (rows) => {
    const at = rows[0]!.indexOf(column)
    rows[row]![at] = value
    return rows
  })

/** Takes out the rows that begin on these lines. */
export async function dropRows(folder: string, places: [file: string, line: number][]): Promise<void> {
  for (const file of new Set(places.map(([name]) => name))) {
    const lines = new Set(places.filter(([name]) => name === file).map(([, line]) => line))
    await edit(folder, file, (rows) => {
      let line = 1
      return rows.filter((row) => {
        const begins = line
        line += 1 + row.join('').split('\n').length - 1
        return !lines.has(begins)
      })
    })
  }
}

/** A copy of the project's own package, changed by `make`; gone with `remove`. */
export async function packageFrom(make: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'voordeur-package-'))
  await cp(ownPackage, folder, { recursive: true })
  await make(folder)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Rows and content of every table: equal only when every value is. */
export async function contentsOf(db: QueryExecutorProvider): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of tableNames) {
    const { rows } = await sql<{
      row: string
    }>`select t::text as row from ${sql.table(`directory.${name}`)} as t order by id`.execute(db)
    const hash = createHash('sha256').update(rows.map(({ row }) => row).join('\n'))
    found[name] = `${rows.length} rows ${hash.digest('hex')}`
  }
  return found
}

const headerOf = (file: string, from: string, to: string) => async (folder: string) => {
  const text = await readFile(join(folder, file), 'utf8')
  await writeFile(join(folder, file), text.replace(from, to))
}

export const broken: Broken[] = [
  {
    what: 'a file is missing',
    make: (folder) => rm(join(folder, 'phones.csv')),
    refuses: 'package',
    at: [['phones.csv', null, null]],
  },
  {
    what: 'two files have a wrong header',
    make: async (folder) => {
      await headerOf('services.csv', ',name,', ',naam,')(folder)
      await headerOf('phones.csv', ',number,', ',,')(folder)
    },
    refuses: 'package',
    at: [
      ['services.csv', 1, 'name'],
      ['phones.csv', 1, 'number'],
    ],
  },
  {
    what: 'a line is 10 MB long',
    make: (folder) => appendFile(join(folder, 'funding.csv'), `${id(10, 9)},,,${'x'.repeat(10 * 1024 * 1024)}\n`),
    refuses: 'package',
    at: [['funding.csv', 3, null]],
  },
  {
    what: 'a file is not UTF-8',
    make: (folder) => appendFile(join(folder, 'units.csv'), Buffer.from(`${id(16, 2)},Caf\xe9,,,\n`, 'latin1')),
    refuses: 'package',
    at: [['units.csv', 3, null]],
  },
  {
    what: 'a quote is never closed',
    make: (folder) => appendFile(join(folder, 'units.csv'), `${id(16, 2)},"Bed,,,\n`),
    refuses: 'package',
    at: [['units.csv', 3, null]],
  },
  {
    what: 'a file lies outside the folder',
    make: headerOf('datapackage.json', '"path": "units.csv"', '"path": "../units.csv"'),
    refuses: 'package',
    at: [['../units.csv', null, null]],
  },
  {
    what: 'the description is not JSON',
    make: (folder) => writeFile(join(folder, 'datapackage.json'), '{ "resources": ['),
    refuses: 'package',
    at: [['datapackage.json', null, null]],
  },
  {
    what: 'a location refers to an organisation that is not there',
    make: set('locations.csv', 2, 'organization_id', id(1, 99)),
    refuses: 'rows',
    at: [
      ['locations.csv', 3, 'organization_id', 'dangling'],
      ['service_at_location.csv', 3, 'location_id', 'hangs_on_refused'],
      ['addresses.csv', 3, 'location_id', 'hangs_on_refused'],
      ['languages.csv', 3, 'location_id', 'hangs_on_refused'],
      ['accessibility.csv', 3, 'location_id', 'hangs_on_refused'],
    ],
  },
  {
    what: 'a date is not on the calendar',
    make: set('services.csv', 1, 'assured_date', '2026-02-30'),
    refuses: 'rows',
    at: [
      ['services.csv', 2, 'assured_date', 'wrong_kind'],
      ['service_at_location.csv', 2, 'service_id', 'hangs_on_refused'],
      ['phones.csv', 5, 'service_at_location_id', 'hangs_on_refused'],
      ['schedules.csv', 2, 'service_at_location_id', 'hangs_on_refused'],
      ['service_areas.csv', 2, 'service_id', 'hangs_on_refused'],
      ['languages.csv', 2, 'service_id', 'hangs_on_refused'],
      ['attributes.csv', 6, 'link_id', 'hangs_on_refused'],
      ['metadata.csv', 2, 'resource_id', 'hangs_on_refused'],
    ],
  },
  {
    what: 'an id stands twice',
    make: set('phones.csv', 4, 'id', id(7, 3)),
    refuses: 'rows',
    at: [['phones.csv', 5, 'id', 'duplicate_id']],
  },
  {
    what: 'a text holds a script',
    // The row before it has a value over two lines, so this one begins on line 5.
    make: set('services.csv', 3, 'description', 'Een bed. <script src="https://kwaad.example/x.js"></script>'),
    refuses: 'rows',
    at: [
      ['services.csv', 5, 'description', 'script'],
      ['service_areas.csv', 4, 'service_id', 'hangs_on_refused'],
      ['service_capacity.csv', 2, 'service_id', 'hangs_on_refused'],
    ],
  },
  {
    what: 'a link is a script',
    make: set('url.csv', 1, 'url', 'javascript:alert(1)'),
    refuses: 'rows',
    at: [['url.csv', 2, 'url', 'script']],
  },
  {
    what: 'a tag does something when it is touched',
    make: set('accessibility.csv', 2, 'details', '<b onmouseover="steel()">Lift</b>'),
    refuses: 'rows',
    at: [['accessibility.csv', 3, 'details', 'script']],
  },
  {
    what: 'one row has three faults',
    make: async (folder) => {
      await set('cost_options.csv', 2, 'amount', 'twee euro')(folder)
      await set('cost_options.csv', 2, 'valid_from', '01-01-2026')(folder)
      await set('cost_options.csv', 2, 'service_id', 'huiswerkklas')(folder)
    },
    refuses: 'rows',
    at: [
      ['cost_options.csv', 3, 'service_id', 'wrong_kind'],
      ['cost_options.csv', 3, 'valid_from', 'wrong_kind'],
      ['cost_options.csv', 3, 'amount', 'wrong_kind'],
    ],
  },
  {
    what: 'a row has a value too few, another an unknown status',
    make: async (folder) => {
      await edit(folder, 'funding.csv', (rows) => rows.map((row, index) => (index === 1 ? row.slice(0, -1) : row)))
      await set('services.csv', 5, 'status', 'opgeheven')(folder)
    },
    refuses: 'rows',
    at: [
      ['services.csv', 7, 'status', 'not_one_of'],
      ['funding.csv', 2, null, 'columns_count'],
    ],
  },
  {
    what: 'a parent is refused, and its child stands before it',
    make: set('organizations.csv', 2, 'description', ''),
    refuses: 'rows',
    at: [
      ['organizations.csv', 2, 'parent_organization_id', 'hangs_on_refused'],
      ['organizations.csv', 3, 'description', 'required'],
      ['services.csv', 2, 'organization_id', 'hangs_on_refused'],
      ['services.csv', 6, 'organization_id', 'hangs_on_refused'],
      ['services.csv', 7, 'organization_id', 'hangs_on_refused'],
      ['locations.csv', 2, 'organization_id', 'hangs_on_refused'],
      ['service_at_location.csv', 2, 'service_id', 'hangs_on_refused'],
      ['service_at_location.csv', 2, 'location_id', 'hangs_on_refused'],
      ['service_at_location.csv', 5, 'service_id', 'hangs_on_refused'],
      ['service_at_location.csv', 5, 'location_id', 'hangs_on_refused'],
      ['phones.csv', 2, 'organization_id', 'hangs_on_refused'],
      ['phones.csv', 5, 'service_at_location_id', 'hangs_on_refused'],
      ['addresses.csv', 2, 'location_id', 'hangs_on_refused'],
      ['schedules.csv', 2, 'service_at_location_id', 'hangs_on_refused'],
      ['schedules.csv', 4, 'location_id', 'hangs_on_refused'],
      ['service_areas.csv', 2, 'service_id', 'hangs_on_refused'],
      ['languages.csv', 2, 'service_id', 'hangs_on_refused'],
      ['accessibility.csv', 2, 'location_id', 'hangs_on_refused'],
      ['cost_options.csv', 3, 'service_id', 'hangs_on_refused'],
      ['attributes.csv', 4, 'link_id', 'hangs_on_refused'],
      ['attributes.csv', 5, 'link_id', 'hangs_on_refused'],
      ['attributes.csv', 6, 'link_id', 'hangs_on_refused'],
      ['metadata.csv', 2, 'resource_id', 'hangs_on_refused'],
    ],
  },
]
