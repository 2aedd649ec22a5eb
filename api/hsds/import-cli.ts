/** `npm run import -- FOLDER`: an HSDS 3.1 package into the directory. */
import { parseArgs } from 'node:util'
import { CannotStart, runCommand } from '../installation/cannot-start.ts'
import { type DirectoryTables, connect } from '../db.ts'
import { readEnv } from '../env.ts'
import { openInstallation } from '../installation/open.ts'
import { terminalProgress } from '../installation/progress.ts'
import { type ImportOptions, importPackage } from './import.ts'
import type { Progress } from './load.ts'
import { reportLines } from './report.ts'

const help = `npm run import -- FOLDER [--themes NAME] [--language CODE] [--name NAME]

Reads the HSDS 3.1 data package in FOLDER (datapackage.json and its CSV files) into the directory, in one transaction.
The same package again changes nothing. Rows that cannot be taken are named with file, line and remedy; the rest comes
in. A missing file, a wrong header, another encoding than UTF-8 or a line over 1 MB refuses the package as a whole.
Publish afterwards: npm run publish.

  --themes NAME     taxonomy whose terms are the themes of the site; by default the themes there are, else the first
                    taxonomy with levels, of which the top is shown
  --language CODE   language of the texts, such as nl or en; by default nl when most addresses are in the Netherlands,
                    else en. Only for a directory that has no municipality yet
  --name NAME       name of the municipality; by default the title of the package. Only for a directory without one

Ends with 0 when all rows were taken, 2 when some were refused, 1 when nothing was.`

await runCommand(async () => {
  const { folder, options } = readArguments()
  if (folder === null) return console.log(help)
  const env = readEnv()
  const installation = await openInstallation(env, terminalProgress())
  const db = connect<DirectoryTables>(installation.urls.publisher, 2)
  try {
    const report = await importPackage(db, folder, options, process.stdout.isTTY ? bar() : lines())
    console.log(reportLines(report).join('\n'))
    process.exitCode = report.taken ? (report.refused.length > 0 ? 2 : 0) : 1
  } finally {
    await db.destroy()
    await installation.close()
  }
})

function readArguments(): { folder: string | null; options: ImportOptions } {
  try {
    const string = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { themes: string, language: string, name: string, help: { type: 'boolean', short: 'h' } },
    })
    const { help: wantsHelp, ...options } = values
    if (wantsHelp) return { folder: null, options }
    if (positionals.length !== 1 || positionals[0] === undefined) throw new CannotStart(help)
    return { folder: positionals[0], options }
  } catch {
    throw new CannotStart(help)
  }
}

/** One line that fills up, table by table. */
function bar(): Progress {
  return ({ table, rows, of }) => {
    const part = of === 0 ? 1 : rows / of
    const filled = Math.round(part * 30)
    process.stdout.write(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${table} ${rows} of ${of}`.padEnd(79))
    if (rows === of) process.stdout.write(`\r${' '.repeat(79)}\r`)
  }
}

/** A line for each table that is done, for a log. */
function lines(): Progress {
  return ({ table, rows, of }) => {
    if (rows === of) console.log(`          ${table}: ${rows} rows`)
  }
}
