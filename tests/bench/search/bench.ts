/** The search benchmark: every engine on the same documents and questions, in one run, interleaved, with ratios. */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { SearchQuery } from '../../../search/engine.ts'
import { flexSearch } from '../baselines/flexsearch.ts'
import { ours, oursFirst } from '../baselines/ours.ts'
import { meilisearchOf } from '../baselines/meilisearch.ts'
import { miniSearch } from '../baselines/minisearch.ts'
import { postgres } from '../baselines/postgres.ts'
import type { Contender, Opened } from './contender.ts'
import { corpusOf } from './corpus.ts'
import type { Corpus } from './corpus.ts'
import { mulberry } from './generate.ts'
import { judge, judgedQueries } from './judged.ts'
import type { Quality } from './judged.ts'
import { bytesOf, median, memoryOf, spread, timed } from './measure.ts'
import type { Bytes, Spread } from './measure.ts'
import type { Making } from './make.ts'
import { missesOf, ratiosOf } from './marks.ts'
import { print } from './report.ts'

export type Figures = {
  name: string
  build: number
  bytes: Bytes | null
  load: number
  memory: number
  query: Spread
  typing: Spread
  filter: Spread
  near: Spread
  quality: Record<string, Quality>
}
/** How many times as much each baseline takes as ours does, measured in the same run: bytes, milliseconds, memory. */
export type Ratios = Record<'brotli' | 'load' | 'memory' | 'query' | 'typing' | 'filter' | 'near', number>
export type Run = { documents: number; figures: Figures[]; ratios: Record<string, Ratios>; misses: string[] }
export type Report = {
  at: string
  machine: string
  node: string
  runs: Run[]
  /** Making the index of the largest run in a process of its own, with the documents in it. */
  making: Making[]
}

const files = [
  'judged.txt',
  'held-out.txt',
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((number) => `held-out-${number}.txt`),
]
/** Where there are many documents the slow ones take minutes for a set: those hardly or not tuned on, and the shared one. */
const filesOfMany = ['judged.txt', 'held-out-11.txt', 'held-out-12.txt']
/** From more documents than this on everything is done less often. */
const many = 5000
/** So many questions are timed, and the prefixes of so many: the same ones for every engine, spread over all sets. */
const timedQuestions = 300
const typedQuestions = 100
const evenly = <T>(list: readonly T[], most: number) =>
  list.filter((_, n) => Math.floor((n * most) / list.length) !== Math.floor(((n - 1) * most) / list.length))

/** `seen` is told after each size what there is so far: a run that is broken off has not been for nothing. */
export async function benchSearch(
  counts: readonly number[],
  full: boolean,
  seen: (report: Report) => void,
): Promise<Report> {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`
  const runs: Run[] = []
  const making: Making[] = []
  const report: Report = { at: new Date().toISOString(), machine, node: process.version, runs, making }
  for (const count of counts) {
    console.error(`${count} documents`)
    // By itself, before anything else takes memory.
    if (count >= alone) making.push(make(count))
    const figures = await measure(corpusOf(count), await contendersAt(count, full))
    const run = { documents: count, figures, ratios: ratiosOf(figures), misses: missesOf(count, figures) }
    print(run)
    runs.push(run)
    seen(report)
  }
  return report
}

function make(documents: number): Making {
  const script = join(import.meta.dirname, 'make.ts')
  const told = execFileSync(process.execPath, [script, String(documents)], { encoding: 'utf8' })
  return JSON.parse(told) as Making
}

/** From so many documents on ours stands alone, and how it is made is measured too. */
const alone = 200_000

/** A baseline that takes long gets every so many'th question. */
async function contendersAt(count: number, full: boolean): Promise<Contender[]> {
  if (count >= alone) return [ours]
  const slower = count > many ? 4 : 1
  const others = [...(full ? [flexSearch, postgres()] : []), ...meilisearchOf(process.env, console.error)]
  const every = (one: Contender) => ({ ...one, every: (one.every ?? 1) * slower })
  return [ours, oursFirst, { ...miniSearch, every: 4 * slower }, ...others.map(every)]
}

/** The larger runs take many minutes: whoever waits sees what is done now, and since when. */
const doing = (what: string) => console.error(`  ${new Date().toTimeString().slice(0, 8)} ${what} …`)

async function measure(corpus: Corpus, contenders: readonly Contender[]): Promise<Figures[]> {
  const builds = contenders.map(() => [] as number[])
  const made: Uint8Array[][] = []
  const large = corpus.documents.length > many
  const times = large ? 1 : 3
  doing('build')
  for (let round = 0; round < times; round++) {
    for (const [number, contender] of contenders.entries()) {
      const begun = performance.now()
      made[number] = await contender.build(corpus)
      builds[number]!.push(performance.now() - begun)
    }
  }
  const loads = contenders.map(() => [] as number[])
  doing('load')
  for (let round = 0; round < (large ? 3 : 15); round++) {
    for (const [number, contender] of contenders.entries()) {
      if (made[number]!.length === 0) continue
      // The first is not timed: it clears away what the one before left lying.
      await contender.open(made[number]!)
      const begun = performance.now()
      await contender.open(made[number]!)
      loads[number]!.push(performance.now() - begun)
    }
  }
  const opened: { opened: Opened; every: number }[] = []
  const memory: number[] = []
  doing('memory')
  for (const [number, contender] of contenders.entries()) {
    const { bytes, made: engine } = await memoryOf(() => contender.open(made[number]!))
    memory.push(bytes)
    opened.push({ opened: engine, every: contender.every ?? 1 })
  }

  const all = files.flatMap((file) => judgedQueries(file).map(({ query }) => query))
  const questions = evenly(all, timedQuestions)
  const typed = evenly(all, typedQuestions)
  const rounds = large ? 2 : 3
  const prefixes = [...new Set(typed.flatMap((text) => Array.from(text, (_, n) => text.slice(0, n + 1))))]
  const random = mulberry(7)
  const filters = questions.map((text, n): SearchQuery => {
    const south = 52.35 + random() * 0.6
    const west = 6.5 + random() * 0.5
    return {
      text: n % 3 === 0 ? '' : text,
      bbox: [west, south, west + 0.2, south + 0.15],
      ...(n % 2 === 0 ? { themes: ['ontmoeten', 'geld', 'zorg'] } : {}),
    }
  })
  const nearest = questions.map((text, n): SearchQuery => {
    return {
      text: n % 3 === 0 ? '' : text,
      near: { latitude: 52.35 + random() * 0.6, longitude: 6.5 + random() * 0.5 },
    }
  })
  const plain = (texts: readonly string[]) => texts.map((text): SearchQuery => ({ text, limit: 20 }))
  doing('warm up')
  await timed(opened, plain(questions), 1)
  const timedOf = (name: string, queries: readonly SearchQuery[]) => {
    doing(`${name}: ${queries.length} questions, ${rounds} rounds`)
    return timed(opened, queries, rounds)
  }
  const query = await timedOf('query', plain(questions))
  const typing = await timedOf('typing', plain(prefixes))
  const filter = await timedOf('filter', filters)
  const near = await timedOf('near', nearest)

  const figures: Figures[] = []
  for (const [number, contender] of contenders.entries()) {
    doing(`quality of ${contender.name}`)
    const quality: Record<string, Quality> = {}
    for (const file of large ? filesOfMany : files) {
      const search = async (text: string) => (await opened[number]!.opened.search({ text, limit: 10 })).ids
      quality[file.replace('.txt', '')] = (await judge(judgedQueries(file), corpus.generated, search)).quality
    }
    figures.push({
      name: contender.name,
      build: median(builds[number]!),
      bytes: bytesOf(made[number]!),
      load: median(loads[number]!),
      memory: memory[number]!,
      query: spread(query[number]!),
      typing: spread(typing[number]!),
      filter: spread(filter[number]!),
      near: spread(near[number]!),
      quality,
    })
    await opened[number]!.opened.close?.()
  }
  return figures
}
