/**
 * `npm run bench -- search [--documents 500,5000] [--all] [--json FILE]`: measures, prints, and writes all figures.
 * `--all` also measures FlexSearch and PostgreSQL. 50,000 and 200,000 documents on demand.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchSearch } from './search/bench.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'string', default: '500,5000' }, json: { type: 'string' }, all: { type: 'boolean', default: false } },
})
if (positionals[0] !== 'search') {
  console.error('There is one benchmark: npm run bench -- search [--documents 500,5000] [--all] [--json FILE]')
  process.exit(1)
}
const counts = values.documents.split(',').map(Number)
if (counts.some((count) => !Number.isInteger(count) || count < 1)) {
  console.error('--documents takes numbers, for instance 500,5000')
  process.exit(1)
}
const report = await benchSearch(counts, values.all)
console.log(`\n${report.machine}, Node ${report.node}`)
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
