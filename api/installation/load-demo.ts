import { asOwner } from '../accounts/create.ts'
import { demoAccounts, demoPassword, loadDemoAccounts } from '../accounts/demo.ts'
import { sql } from 'kysely'
import { type DirectoryTables, connect } from '../db.ts'
import type { Deps } from '../deps.ts'
import { loadDemoWork } from '../demo/work/load.ts'
import { loadDemoPartners } from '../demo/work/partners.ts'
import { loadDemoDirectory } from '../demo/load.ts'
import { directoryIsDemo, directoryIsEmpty } from '../demo/queries.ts'
import type { Env } from '../env.ts'
import type { Installation } from './open.ts'
import type { Progress } from './progress.ts'

/**
 * Puts the demo municipality into an empty directory: of the embedded database unless DEMO=0, of an outside one only
 * with DEMO=1. Accounts belong to the embedded demo alone: an outside database never gets a password known beforehand.
 * Out: the lines that tell how to sign in; none where there are no demo accounts.
 */
export async function loadDemo(env: Env, installation: Installation, progress: Progress): Promise<string[]> {
  if (!(env.demo ?? installation.embedded)) return []
  const db = connect<DirectoryTables>(installation.urls.publisher, 2)
  try {
    if (await directoryIsEmpty(db)) await progress.run('Demo municipality', () => loadDemoDirectory(db))
    if (!installation.embedded || !(await directoryIsDemo(db))) return []
  } finally {
    await db.destroy()
  }
  await progress.run('Demo accounts', () =>
    asOwner(installation.url, (tx) => loadDemoAccounts(tx, installation.secret)),
  )
  return [
    `Demo accounts (sign in at /werk/inloggen/), all with the password ${demoPassword(installation.secret)}`,
    ...Object.values(demoAccounts).map(({ email, name }) => `  ${email.padEnd(42)} ${name}`),
  ]
}

/** Signals and transfers between the demo accounts, once: through the same actions as everybody, so with running pools. */
export async function loadDemoMatters(deps: Deps, installation: Installation, progress: Progress): Promise<void> {
  const there = await asOwner(installation.url, async (tx) => {
    const { rows } = await sql<{ matters: number; agreements: number }>`
      select (select count(*)::int from care.matter) as matters, (select count(*)::int from care.agreement) as agreements
    `.execute(tx)
    return rows[0] ?? { matters: 0, agreements: 0 }
  })
  if (there.agreements === 0) await progress.run('Demo agreements and consults', () => loadDemoPartners(deps))
  await progress.run(
    'Demo signals and transfers',
    () => loadDemoWork(deps, there.matters),
    (played) => (played === 0 ? 'there already' : `${played} matters`),
  )
}
