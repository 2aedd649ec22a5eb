/** A process that does one thing: keep an index elsewhere in line, as the clock of the API does, until it is killed. */
import { setTimeout as pause } from 'node:timers/promises'
import { connect, type JobsTables } from '../../api/db.ts'
import { currentSite } from '../../api/publish/folders.ts'
import { keepIndexInLine } from '../../api/search/clock.ts'

const [database = '', dataDir = '', url = '', key = ''] = process.argv.slice(2)
const jobs = connect<JobsTables>(database, 1)
const log = { info: () => undefined, error: () => undefined }

process.send?.('started')
for (;;) {
  const deps = { jobs, log, now: () => new Date(), siteFolder: currentSite(dataDir), meili: { url, key } }
  await keepIndexInLine(deps, { whole: 30_000, step: 2 })
  await pause(5)
}
