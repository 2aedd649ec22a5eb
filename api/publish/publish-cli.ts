/** `npm run publish`: what the directory holds now becomes what everybody sees. */
import { parseArgs } from 'node:util'
import { CannotStart, runCommand } from '../installation/cannot-start.ts'
import { type DirectoryTables, connect } from '../db.ts'
import { readEnv } from '../env.ts'
import { openInstallation } from '../installation/open.ts'
import { terminalProgress } from '../installation/progress.ts'
import { publish } from './publish.ts'

const help = `npm run publish [-- --force]

Makes the public site from the directory and puts it live, whole or not at all.
Nothing is done when neither directory nor site changed; --force does it anyway.`

await runCommand(async () => {
  const { values } = readArguments()
  if (values.help) return console.log(help)
  const env = readEnv()
  const progress = terminalProgress()
  const installation = await openInstallation(env, progress)
  const db = connect<DirectoryTables>(installation.urls.publisher, 2)
  try {
    const { dataDir, publicUrl, securityContact } = env
    const force = values.force ?? false
    await publish({ db, dataDir, publicUrl, securityContact, now: () => new Date(), progress, force })
  } finally {
    await db.destroy()
    await installation.close()
  }
})

function readArguments() {
  try {
    return parseArgs({ options: { force: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })
  } catch {
    throw new CannotStart(help)
  }
}
