/**
 * `npm run bench -- search [--documents 500,5000,50000] [--all] [--json FILE]`: measures, prints, and writes all figures.
 * `npm run bench -- map`: the map with 10,000 places in a real browser.
 * `npm run bench -- fuzz`: 100,000 random questions and 10,000 damaged index files.
 * `npm run bench -- work [--transfers 10000,1000000]`: the work list and accepting where there is much.
 * `npm run bench -- typing [--documents 5000]`: key to painted results in a real browser, on a slow processor.
 * `--all` also measures FlexSearch and PostgreSQL; Meilisearch takes part when MEILI_URL is set. 200,000 documents on demand.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fuzzFiles, fuzzQueries } from '../search/fuzz.ts'
import { benchMap } from './map/bench.ts'
import { benchSearch } from './search/bench.ts'
import type { Report } from './search/bench.ts'
import { growthOf } from './search/marks.ts'
import { benchWork } from './work/bench.ts'
import { benchTyping, printTyping } from './typing/typing.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string' },
    transfers: { type: 'string', default: '10000,1000000' },
    json: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
})
const counts = (values.documents ?? (positionals[0] === 'typing' ? '5000' : '500,5000,50000')).split(',').map(Number)
if (counts.some((count) => !Number.isInteger(count) || count < 1)) {
  console.error('--documents takes numbers, for instance 500,5000')
  process.exit(1)
}
if (positionals[0] === 'fuzz') {
  for (const [name, { asked, failed, slowest }] of Object.entries({
    questions: fuzzQueries(5000, 100_000),
    files: fuzzFiles(200, 10_000),
  })) {
    console.log(`${asked} ${name}: ${failed.length} failed, slowest ${slowest.toFixed(1)} ms`)
    for (const line of failed.slice(0, 10)) console.log(`  ${line}`)
    if (failed.length > 0 || slowest > 50) process.exitCode = 1
  }
  process.exit()
}
if (positionals[0] === 'work') {
  const [small = 10_000, large = 1_000_000] = values.transfers.split(',').map(Number)
  const report = await benchWork([small, large], console.log)
  const { list, accept } = report
  const ms = (times: readonly number[]) => times.map((time) => time.toFixed(1)).join(' and ')
  console.log(
    `work list at ${report.sizes.join(' and ')}: p50 ${ms(list.p50)} ms, p95 ${ms(list.p95)} ms, ratio ${list.ratio.toFixed(2)} (at most 1.5)`,
  )
  console.log(
    `accept: ${accept.perSecond.toFixed(0)} a second, the same SQL by a bare client ${accept.barePerSecond.toFixed(0)}, ratio ${accept.ratio.toFixed(2)} (at least 0.5)`,
  )
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  process.exit(list.ratio <= 1.5 && accept.ratio >= 0.5 ? 0 : 1)
}
if (positionals[0] === 'map') process.exit((await benchMap()) ? 0 : 1)
if (positionals[0] === 'typing') {
  const figures = await benchTyping(counts.at(-1) ?? 5000)
  const missed = printTyping(figures)
  for (const line of missed) console.error(`  missed: ${line}`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
  process.exit(missed.length > 0 ? 1 : 0)
}
if (positionals[0] !== 'search') {
  console.error(
    'npm run bench -- search [--documents 500,5000,50000] [--all] [--json FILE], -- typing, -- map, -- work, or -- fuzz',
  )
  process.exit(1)
}
const keep = (report: Report) => values.json && writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
const report = await benchSearch(counts, values.all, keep)
const growth = growthOf(report.runs, report.making)
for (const line of growth.lines) console.log(line)
for (const line of growth.missed) console.log(`  missed: ${line}`)
console.log(`\n${report.machine}, Node ${report.node}`)
if (growth.missed.length > 0 || report.runs.some(({ misses }) => misses.length > 0)) process.exitCode = 1
