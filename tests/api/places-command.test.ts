/**
 * `npm run places` as a municipality types it: the command itself, its arguments, what it says and ends with, what it
 * leaves in the directory, and the two files that a publication makes of that.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { publish } from '../../api/publish/publish.ts'
import { type PlacesService, placesService } from '../factories/places-service.ts'
import { monday } from '../setup/database.ts'
import { type DemoDatabase, demoDatabase } from '../setup/house.ts'

const root = resolve(import.meta.dirname, '../..')
const dataDir = mkdtempSync(join(tmpdir(), 'voordeur-places-'))
let database: DemoDatabase
let publisher: Kysely<DirectoryTables>
let service: PlacesService

beforeAll(async () => {
  database = await demoDatabase()
  publisher = connect(database.urls.publisher, 2)
  service = await placesService()
})
afterEach(() => service.reset())
afterAll(async () => {
  service.close()
  await publisher.destroy()
  await database.close()
  rmSync(dataDir, { recursive: true })
})

type Ended = { code: number; said: string; complained: string }
const node = (args: string[], more: Record<string, string> = {}): Promise<Ended> =>
  new Promise((done) => {
    execFile(process.execPath, args, { cwd: root, env: { ...process.env, ...more } }, (error, said, complained) =>
      done({ code: Number(error?.code ?? 0), said, complained }),
    )
  })
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
/** What stands behind `npm run places`, with this database. */
const places = (...given: string[]) => {
  const [program, ...command] = (scripts.places ?? '').split(' ')
  expect(program).toBe('node')
  const { secret } = inject('cluster')
  return node([...command, ...given], { DATABASE_URL: database.url, DATA_DIR: dataDir, SECRET_KEY: secret })
}
const addresses = () => ['--boundaries', service.boundaries, '--postcodes', service.postcodes]
const held = async () => ({
  postcodes: await publisher.selectFrom('directory.postcode').selectAll().orderBy('code').execute(),
  map: (await publisher.selectFrom('directory.base_map').select('geojson').executeTakeFirst())?.geojson,
})

/** The files under /kaart/ as the site makes them of a snapshot, by the site's own code. */
async function filesOf(snapshot: string, out: string): Promise<void> {
  await mkdir(join(out, 'kaart'), { recursive: true })
  const module = JSON.stringify(join(root, 'site/pages/kaart/[file].ts'))
  const { code, said, complained } = await node(
    [
      '--input-type=module',
      '--eval',
      `const { GET, getStaticPaths } = await import(${module})
      const all = {}
      for (const { params } of getStaticPaths()) all[params.file] = await (await GET({ params })).text()
      console.log(JSON.stringify(all))`,
    ],
    { VOORDEUR_SNAPSHOT: snapshot },
  )
  expect([code, complained]).toEqual([0, expect.not.stringContaining('Error')])
  await writeFile(join(out, 'index.html'), '<p>Lindeveen</p>')
  for (const [file, content] of Object.entries(JSON.parse(said) as Record<string, string>)) {
    await writeFile(join(out, 'kaart', file), content)
  }
}

test('it fetches both, says what it did, and the next publication has the files', async () => {
  const { code, said, complained } = await places('--municipality', 'gemeente lindeveen', ...addresses())
  expect([code, complained]).toEqual([0, ''])
  expect(said).toMatch(/Lindeveen \(0951\), outline of \d+ corners, 6 postcodes/)
  expect(said).toContain('Postcode areas of 2024 (CBS): 6 read')
  expect(said.trim().split('\n').at(-1)).toBe('Not yet on the site: npm run publish')
  expect(service.asked.filter(({ pathname }) => pathname === '/postcodes')).toHaveLength(2)

  const { number } = await publish({
    db: publisher,
    dataDir,
    publicUrl: 'http://localhost:4321',
    now: () => monday,
    progress: { run: (_, work) => work(), note: () => undefined },
    build: ({ snapshot, out }) => filesOf(snapshot, out),
  })
  const file = (name: string): unknown =>
    JSON.parse(readFileSync(join(dataDir, 'revisions', String(number), 'site/kaart', name), 'utf8'))
  expect(Object.keys(file('postcodes.json') as object).toSorted()).toEqual([
    '0951',
    '0952',
    '0953',
    '0954',
    '0955',
    '7701',
  ])
  expect(file('postcodes.json')).toMatchObject({ '0951': [52.65, 6.49] })
  const map = file('basis.json') as { features: { properties: { kind: string; name: string } }[] }
  expect(map.features[0]?.properties).toEqual({ kind: 'outline', name: 'Gemeente Lindeveen' })
  expect(map.features.filter(({ properties }) => properties.kind === 'village')).toHaveLength(6)
})

test('help is no fault', async () => {
  const { code, said } = await places('--help')
  expect(code).toBe(0)
  expect(said).toContain('npm run places -- --municipality NAME')
})

const wrong: [name: string, args: () => string[], says: RegExp][] = [
  ['nothing given', () => [], /^--municipality is missing: its name or code\./],
  ['an empty name', () => ['--municipality', ' '], /^--municipality is missing/],
  ['no year', () => ['--municipality', 'Lindeveen', '--year', 'vorig'], /^--year is a year, not "vorig"\./],
  [
    'no address',
    () => ['--municipality', 'Lindeveen', '--postcodes', 'file:///etc/passwd'],
    /^--postcodes is an address, not "file:\/\/\/etc\/passwd"\./,
  ],
  ['an argument nobody knows', () => ['--gemeente', 'Lindeveen'], /^npm run places -- --municipality NAME/],
  [
    'a municipality that is not there',
    () => ['--municipality', 'Lindeven', ...addresses()],
    /There is no municipality "Lindeven".*Did you mean Lindeveen \(0951\)\?/,
  ],
  [
    'a service that refuses',
    () => {
      service.instead = ({ pathname }) => (pathname === '/postcodes' ? { status: 400, body: '{}' } : null)
      return ['--municipality', '0951', ...addresses()]
    },
    /Postcode areas of 2024 \(CBS\).*it answered 400/,
  ],
  [
    'a year without areas',
    () => {
      service.instead = ({ pathname }) => (pathname === '/postcodes' ? { body: '{"features": [], "links": []}' } : null)
      return ['--municipality', 'Lindeveen', '--year', '2031', ...addresses()]
    },
    /try --year 2030/,
  ],
]

test.each(wrong)('%s: one explanation, no stack, ends with 1, and nothing is changed', async (_name, args, says) => {
  const before = await held()
  const { code, complained } = await places(...args())
  expect(code).toBe(1)
  expect(complained).toMatch(says)
  expect(complained).not.toMatch(/^\s+at /m)
  expect(await held()).toEqual(before)
})
