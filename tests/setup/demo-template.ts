/** Run by demo.ts with a cluster in TEST_CLUSTER: loads the demo, publishes it, and prints where both are. */
import type { Cluster } from './cluster.ts'
import { demoDatabase, publishedSite } from './house.ts'

const cluster = JSON.parse(process.env.TEST_CLUSTER ?? '') as Cluster
const database = await demoDatabase(cluster)
const siteFolder = await publishedSite(database).finally(database.leave)
const demo: Cluster['demo'] = { template: new URL(database.url).pathname.slice(1), siteFolder }
console.log(JSON.stringify(demo))
