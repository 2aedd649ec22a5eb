/**
 * `npm test`: types, lint, format and every test project, one after the other; the last line counts them all.
 * `npm test -- unit api` runs those stages only; `npm run check` is `types lint format`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

type Count = { passed: number; failed: number; skipped: number }

const root = resolve(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'voordeur-report-'))

const stages: Record<string, () => Promise<Count>> = {
  types: () => check('astro', ['check', '--minimumFailingSeverity', 'error']),
  lint: () => check('oxlint', ['--deny-warnings']),
  format: () => check('prettier', ['--check', '--log-level', 'warn', '.']),
  unit: () => project('unit'),
  api: () => project('api'),
  browser: () => project('browser'),
  start: () => project('start'),
  figures,
}
const groups: Record<string, string[]> = { check: ['types', 'lint', 'format'] }

let running: ChildProcess | null = null
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped = true
    running?.kill(signal)
  })
}

/** A tool of the project under the Node that runs this, whichever one stands first in PATH. */
const tool = (name: string, args: string[]): Promise<number> =>
  script(realpathSync(join(root, 'node_modules', '.bin', name)), args)

async function script(path: string, args: string[] = []): Promise<number> {
  running = spawn(process.execPath, [path, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  const [code] = await once(running, 'exit')
  running = null
  return typeof code === 'number' ? code : 1
}

/** A check counts as one test. */
async function check(name: string, args: string[]): Promise<Count> {
  const ok = (await tool(name, args)) === 0
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

async function project(name: string): Promise<Count> {
  const report = join(reports, `${name}.json`)
  const code = await tool('vitest', [
    'run',
    '--config=tests/vitest.config.ts',
    `--project=${name}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
  } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  // A file that does not load, or a project without tests, fails without a failed test to count.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1), skipped: numPendingTests }
}

/** The fast form of every figure; each counts as one test. */
async function figures(): Promise<Count> {
  const code = await script('tests/figures/run.ts')
  const file = join(resolve(process.env.DATA_DIR || 'var'), 'figures.json')
  const rows: { ok: boolean }[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const passed = rows.filter(({ ok }) => ok).length
  return { passed, failed: Math.max(rows.length - passed, code === 0 ? 0 : 1), skipped: 0 }
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2).flatMap((name) => groups[name] ?? [name])
  const unknown = asked.filter((name) => !stages[name])
  if (unknown.length > 0) {
    console.error(`There is no stage ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}; check.`)
    process.exitCode = 1
    return
  }

  const total: Count = { passed: 0, failed: 0, skipped: 0 }
  const lines: string[] = []
  for (const [name, run] of Object.entries(stages)) {
    if (stopped || (asked.length > 0 && !asked.includes(name))) continue
    console.log(`\n── ${name}`)
    const begun = performance.now()
    const count = await run()
    total.passed += count.passed
    total.failed += count.failed
    total.skipped += count.skipped
    const seconds = `${((performance.now() - begun) / 1000).toFixed(1)} s`.padStart(8)
    lines.push(`${seconds}  ${name.padEnd(8)} ${count.passed} passed, ${count.failed} failed`)
  }
  console.log(`\n${lines.join('\n')}`)
  if (total.skipped > 0) console.log(`${total.skipped} skipped`)
  if (stopped) console.log('Interrupted.')
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 || stopped ? 1 : 0
}

try {
  await main()
} finally {
  rmSync(reports, { recursive: true, force: true })
}
