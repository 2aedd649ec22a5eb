/** A process that publishes as `npm run publish` does, with a site that is there already: what surrounds the build is real. */
import { cp } from 'node:fs/promises'
import { connect, type DirectoryTables } from '../../api/db.ts'
import { terminalProgress } from '../../api/installation/progress.ts'
import { revisionsIn } from '../../api/publish/folders.ts'
import { publish } from '../../api/publish/publish.ts'
import { houseOn } from '../setup/house.ts'

const [database = '', dataDir = ''] = process.argv.slice(2)
const db = connect<DirectoryTables>(database, 2)
const revisions = revisionsIn(dataDir)
await publish({
  db,
  dataDir,
  publicUrl: houseOn,
  now: () => new Date(),
  progress: terminalProgress(() => undefined),
  force: true,
  build: ({ out }) => cp(revisions.siteOf(revisions.current() ?? 0), out, { recursive: true, dereference: true }),
})
await db.destroy()
