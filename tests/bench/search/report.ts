/** The figures of a run as tables a person reads; each engine beside ours, with the ratio. */
import type { Figures, Run } from './bench.ts'

const number = (value: number, digits = 2) => (Number.isFinite(value) ? value.toFixed(digits) : '-')
const kilobytes = (value: number | undefined) => (value === undefined ? '-' : number(value / 1000, 0))

export function print({ documents, figures, misses }: Run): void {
  const [first] = figures
  if (first === undefined) return
  const ratio = (value: number, own: number) => (Number.isFinite(value) && own > 0 ? `${number(value / own, 1)}×` : '-')
  const row = (name: string, value: (one: Figures) => number, show: (value: number) => string) => {
    const own = value(first)
    const cells = figures.map((one, n) => (n === 0 ? show(own) : `${show(value(one))} (${ratio(value(one), own)})`))
    console.log(`  ${name.padEnd(22)}${cells.map((cell) => cell.padStart(24)).join('')}`)
  }
  const none = Number.NaN
  console.log(
    `\n${documents} documents${' '.repeat(Math.max(0, 14 - String(documents).length))}${figures.map(({ name }) => name.padStart(24)).join('')}`,
  )
  row(
    'build ms',
    (one) => one.build,
    (value) => number(value, 0),
  )
  row('raw kB', (one) => one.bytes?.raw ?? none, kilobytes)
  row('gzip kB', (one) => one.bytes?.gzip ?? none, kilobytes)
  row('brotli kB', (one) => one.bytes?.brotli ?? none, kilobytes)
  row('brotli B a document', (one) => (one.bytes?.brotli ?? none) / documents, number)
  row('load ms', (one) => one.load, number)
  row('memory kB', (one) => one.memory, kilobytes)
  for (const part of ['query', 'typing', 'filter', 'near'] as const) {
    for (const at of ['p50', 'p95', 'p99'] as const)
      row(
        `${part} ${at} ms`,
        (one) => one[part][at],
        (value) => number(value, 3),
      )
  }
  const score = (name: string, value: (one: Figures) => number | undefined) => {
    const cells = figures.map((one) => number(value(one) ?? none, 3).padStart(24))
    console.log(`  ${name.padEnd(22)}${cells.join('')}`)
  }
  for (const set of Object.keys(first.quality)) {
    console.log(` ${set}`)
    for (const measure of ['ndcg', 'success3', 'mrr', 'none'] as const)
      score(measure, (one) => one.quality[set]?.[measure])
    for (const category of Object.keys(first.quality[set]?.categories ?? {})) {
      score(`ndcg ${category}`, (one) => one.quality[set]?.categories[category])
    }
  }
  for (const miss of misses) console.log(`  missed: ${miss}`)
}
