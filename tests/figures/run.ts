/**
 * `npm run figures [-- full] [-- --only ID[,ID]]`: counts, breaks each guard once to see the count fail, and writes
 * DATA_DIR/figures.json. Ends with 1 when something did not hold, or when a control stayed green.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openBench } from './bench.ts'
import type { Figure } from './figure.ts'
import { figures, ofTheSite } from './index.ts'

type Row = { id: string; what: string; tried: number; held: number; ok: boolean; control: string; ms: number }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, list: { type: 'boolean' }, part: { type: 'boolean' } },
})
const asked = values.only?.split(',') ?? null
const full = positionals.includes('full')
const chosen = figures.filter(({ id, onlyFull }) => (asked ? asked.includes(id) : full || !onlyFull))
const file = join(resolve(process.env.DATA_DIR || 'var'), 'figures.json')

async function measure(figure: Figure, bench: ReturnType<typeof openBench>): Promise<Row> {
  const begun = performance.now()
  const { id, what } = figure
  try {
    const [count, control] = await inTime(async () => [await figure.run(bench), await figure.control(bench)] as const)
    const red = control.held < control.tried
    for (const line of count.lost.slice(0, 20)) console.log(`    ${line}`)
    return {
      id,
      what: count.more ? `${what} (${count.more})` : what,
      tried: count.tried,
      held: count.held,
      ok: count.tried > 0 && count.held === count.tried && red,
      control: `${control.broke}: ${control.held} of ${control.tried} held, ${red ? 'red' : 'STILL GREEN'}`,
      ms: Math.round(performance.now() - begun),
    }
  } catch (error) {
    console.error(error)
    return { id, what, tried: 0, held: 0, ok: false, control: 'did not run', ms: Math.round(performance.now() - begun) }
  }
}

/** What hangs is red, and does not hold up the rest. */
async function inTime<T>(work: () => Promise<T>): Promise<T> {
  const minutes = full ? 40 : 5
  const ending = new AbortController()
  const late = sleep(minutes * 60_000, null, { signal: ending.signal, ref: false }).then(() => {
    throw new Error(`Not done after ${minutes} minutes`)
  })
  late.catch(() => undefined)
  return Promise.race([work(), late]).finally(() => ending.abort())
}

/** What was measured of other figures stays: one run may look at one of them. */
function write(rows: Row[]): void {
  const former = (() => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Row[]
    } catch {
      return []
    }
  })()
  const order = new Map(figures.map(({ id }, index) => [id, index]))
  const all = new Map([...former, ...rows].filter(({ id }) => order.has(id)).map((row) => [row.id, row]))
  mkdirSync(resolve(file, '..'), { recursive: true })
  const sorted = [...all.values()].toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`)
}

function print({ id, what, tried, held, ok, control, ms }: Row): void {
  const count = `${held} of ${tried}`.padStart(12)
  console.log(`${ok ? '  ' : '✗ '}${id.padEnd(14)} ${count}  ${what}  (${(ms / 1000).toFixed(1)} s)`)
  console.log(`${' '.repeat(30)}control: ${control}`)
}

async function main(): Promise<number> {
  const unknown = asked?.filter((id) => !figures.some((figure) => figure.id === id)) ?? []
  if (values.list || unknown.length > 0) {
    for (const { id, what } of figures) console.log(`${id.padEnd(14)} ${what}`)
    return unknown.length > 0 ? 1 : 0
  }
  const rows = full || asked ? await measureAll() : await bothAtOnce()
  if (values.part) await new Promise((sent) => process.send?.(rows, sent))
  else {
    write(rows)
    const red = rows.filter(({ ok }) => !ok).length
    console.log(`\n${rows.length - red} passed, ${red} failed; written to ${file}`)
  }
  return rows.some(({ ok }) => !ok) ? 1 : 0
}

async function measureAll(): Promise<Row[]> {
  const bench = openBench(full)
  const rows: Row[] = []
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), 10_000).unref()
      void bench.close().finally(() => process.exit(1))
    })
  }
  try {
    for (const figure of chosen) {
      const row = await measure(figure, bench)
      rows.push(row)
      print(row)
    }
  } finally {
    await bench.close()
  }
  return rows
}

/** The short set in two processes: what looks at the site in a browser, and everything else. Neither counts time. */
async function bothAtOnce(): Promise<Row[]> {
  const parts = [chosen.filter(({ id }) => ofTheSite.has(id)), chosen.filter(({ id }) => !ofTheSite.has(id))]
  const measured = await Promise.all(
    parts.map(async (part) => {
      const child = fork(import.meta.filename, ['--part', '--only', part.map(({ id }) => id).join()])
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => child.kill(signal))
      let rows: Row[] = []
      child.on('message', (sent) => (rows = sent as Row[]))
      await once(child, 'exit')
      const missing = part.filter(({ id }) => !rows.some((row) => row.id === id))
      return [
        ...rows,
        ...missing.map(({ id, what }) => ({ id, what, tried: 0, held: 0, ok: false, control: 'did not run', ms: 0 })),
      ]
    }),
  )
  return measured.flat()
}

// Ended here: a figure that hung may have left something that would keep the process.
process.exit(await main())
