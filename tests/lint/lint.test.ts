import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let folder: string

/** File, what it holds, and the reason the error must give; null where nothing is wrong. */
const planted: [file: string, content: string, why: RegExp | null][] = [
  ['search/embedded/rows.ts', "import { connect } from '../../api/db.ts'\nconnect('', 1)\n", /search\/ is a leaf/],
  ['search/embedded/far.ts', "import { Meilisearch } from 'meilisearch'\nnew Meilisearch()\n", /only search\/meili/],
  ['site/islands/a/A.ts', "import { b } from '../b/B.ts'\nb()\n", /no other island/],
  ['site/islands/a/map.ts', "import L from 'leaflet'\nL.map('x')\n", /own files/],
  ['site/islands/a/late.ts', "await import('../b/B.ts')\n", /no other island/],
  [
    'site/pages/index.astro',
    "---\nimport { find } from '../../api/desks/queries.ts'\nfind()\n---\n<p></p>\n",
    /never its rooms/,
  ],
  ['site/lib/rows.ts', "import { sql } from 'kysely'\nexport const rows = sql``\n", /never its rooms/],
  ['api/desks/routes.ts', "import { sql } from 'kysely'\nexport const rows = sql``\n", /no SQL/],
  ['api/desks/actions.ts', "import { act } from '../signals/actions.ts'\nact()\n", /no actions of another room/],
  ['api/desks/queries.ts', "import { Hono } from 'hono'\nexport const app = new Hono()\n", /never Hono/],
  ['api/desks/schema.ts', "import type { Db } from '../db.ts'\nexport type X = Db\n", /nothing but zod/],
  ['api/transfers/transfer.ts', "import { z } from 'zod'\nexport const x = z.string()\n", /pure law/],
  ['api/desks/open.ts', "import { unseal } from '../db.ts'\nunseal()\n", /only way to personal data/],
  ['api/desks/session.ts', "import { Lucia } from 'lucia'\nnew Lucia()\n", /only file that knows Lucia/],
  ['api/desks/again.ts', "export * from '../main.ts'\n", /nobody imports it/],
  ['api/desks/env.ts', 'export const port = process.env.PORT\n', /process\.env/],
  ['api/jobs/loop.ts', "import { problem } from '../http/problem.ts'\nproblem()\n", /never Hono/],
  [
    'migrations/0001-x.ts',
    "import { logins } from '../api/installation/bootstrap.ts'\nexport const up = logins\n",
    /the same for ever/,
  ],
  ['api/round/one.ts', "import { two } from './two.ts'\nexport const one = () => two\n", /cycle/i],
  ['api/round/two.ts', "import { one } from './one.ts'\nexport const two = () => one\n", /cycle/i],
  ['api/loose/any.ts', 'export const x = JSON.parse("1") as any\n', /any/],
  ['api/loose/ending.ts', "import { x } from './any'\nx()\n", /extension/i],
  ['api/loose/long.ts', 'export {}\n'.repeat(251), /too many lines/],
  ['api/app.ts', "import { routes } from './desks/routes.ts'\nroutes()\n", null],
  ['api/signals/actions.ts', "import { desk } from '../desks/queries.ts'\nexport const act = () => desk\n", null],
  ['site/islands/a/leaflet-map.ts', "import L from 'leaflet'\nL.map('x')\n", null],
  ['site/islands/b/B.ts', "import { words } from '../../lib/words.ts'\nexport const b = () => words\n", null],
  ['api/env.ts', 'export const port = process.env.PORT\n', null],
]

type Fault = { filename: string; message: string; severity: string }
let faults: Fault[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'voordeur-lint-'))
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  cpSync(join(root, 'tests/lint'), join(folder, 'tests/lint'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [file, content] of planted) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  faults = lint()
})
afterAll(() => rmSync(folder, { recursive: true }))

function lint(): Fault[] {
  const run = () =>
    execFileSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '-f', 'json'], { cwd: folder })
  try {
    return JSON.parse(run().toString()).diagnostics
  } catch (error) {
    return JSON.parse(String((error as { stdout: Buffer }).stdout)).diagnostics
  }
}

describe('what the house does not allow is an error that says why', () => {
  test.each(planted.filter(([, , why]) => why))('%s', (file, _, why) => {
    const found = faults.filter((fault) => fault.filename === file && fault.severity === 'error')
    expect(found.map((fault) => fault.message).join('\n')).toMatch(why ?? /^$/)
  })

  test.each(planted.filter(([, , why]) => !why))('%s is as it should be', (file) => {
    expect(faults.filter((fault) => fault.filename === file)).toEqual([])
  })
})
