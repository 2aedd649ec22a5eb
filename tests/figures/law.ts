import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Count, type Figure, counting } from './figure.ts'
import { mutants } from './mutants.ts'

const root = resolve(import.meta.dirname, '../..')

type Report = {
  testResults: { message: string; assertionResults: { fullName: string; status: string }[] }[]
}

/** Runs the tables of the three files of law, as they are or with a mutant in one, and counts their tests. */
async function runTables(mutant = ''): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'voordeur-law-'))
  const report = join(folder, 'report.json')
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const args = [
      vitest,
      'run',
      '--config=tests/figures/mutants.config.ts',
      '--reporter=json',
      `--outputFile=${report}`,
    ]
    const env = { ...process.env, MUTANT: mutant }
    await once(spawn(process.execPath, args, { cwd: root, stdio: 'ignore', env }), 'exit')
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    const count = counting()
    for (const { message, assertionResults } of testResults) {
      if (assertionResults.length === 0) count.hold(false, message)
      for (const { fullName, status } of assertionResults) count.hold(status === 'passed', fullName)
    }
    return count
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const law: Figure = {
  id: 'law',
  what: 'every state × command × side of signal, transfer and matter, and the moves that exist by name',
  run: () => runTables(),
  control: async () => {
    const count = counting()
    for (const [name, { what }] of Object.entries(mutants)) {
      const { tried, held } = await runTables(name)
      count.hold(tried > 0 && held === tried, what)
    }
    // Each of them must be noticed; one that is not is as if nothing was broken.
    if (count.held > 0) return { broke: `${count.held} changes that no test saw`, tried: 1, held: 1, lost: [] }
    return {
      broke: Object.values(mutants)
        .map(({ what }) => what)
        .join('; '),
      ...count,
    }
  },
}
