/** A process that does one thing: tell partners' systems what is due, as the clock does, until it is killed. */
import { connect, type JobsTables } from '../../api/db.ts'
import { tellSystems } from '../../api/partners/deliver.ts'

const [database = '', secret = ''] = process.argv.slice(2)
const jobs = connect<JobsTables>(database, 1)
const log = { info: () => undefined, error: () => undefined }

await tellSystems({ jobs, log, now: () => new Date(), secret: Buffer.from(secret, 'base64'), insideWebhooks: true })
process.exit(0)
