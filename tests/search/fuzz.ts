/** Random questions and damaged files for the embedded engine; the short form is a unit test, `npm run bench -- fuzz` the whole. */
import { buildIndex } from '../../search/embedded/build.ts'
import { IndexRefused, openIndex } from '../../search/embedded/open.ts'
import type { SearchQuery } from '../../search/engine.ts'
import { corpusOf } from '../bench/search/corpus.ts'
import { mulberry } from '../bench/search/generate.ts'

export type Fuzzed = { asked: number; failed: string[]; slowest: number }

const alphabet = [
  ...'abcdefghijklmnopqrstuvwxyz   eeenaa',
  'é',
  'ß',
  'İ',
  '🙂',
  '👩‍👧',
  'ع',
  'ת',
  '字',
  '\u0000',
  '\u202e',
  "'",
  '"',
  '\\',
  '%',
  '-',
  '/',
  '<',
  '*',
  '0',
  '7',
]
const pieces = [
  'schuld',
  'hulp',
  'mantelzorg',
  'niet meer leven',
  'emmen',
  'de',
  'constructor',
  '__proto__',
  'huur',
  "' or 1=1 --",
  '${x}',
  'zorg'.repeat(40),
]

/** Asks questions nobody would, with filters nobody would; notes every exception and answer that contradicts itself. */
export function fuzzQueries(documents: number, count: number, seed = 1): Fuzzed {
  const { documents: all, settings } = corpusOf(documents)
  const engine = openIndex(buildIndex(all, settings))
  const ids = new Set(all.map((document) => document.id))
  const random = mulberry(seed)
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const text = () => {
    const length = random() < 0.01 ? 10_000 : below(40)
    let made = ''
    while (made.length < length) made += random() < 0.15 ? pick(pieces) : pick(alphabet)
    return made
  }
  const failed: string[] = []
  let slowest = 0
  for (let n = 0; n < count; n++) {
    const query: SearchQuery = { text: text() }
    if (random() < 0.2) query.themes = [pick(['geld', 'zorg', '__proto__', ''])]
    if (random() < 0.1) query.targetGroups = [pick(['ouderen', 'toString'])]
    if (random() < 0.1) query.age = pick([0, 17, -1, Number.NaN, 200])
    if (random() < 0.1) query.place = pick(['Emmen', 'nergens', '__proto__'])
    if (random() < 0.1) query.bbox = [random() * 10, random() * 60, random() * 10, random() * 60]
    if (random() < 0.1) query.near = { latitude: random() * 180 - 90, longitude: random() * 360 - 180 }
    if (random() < 0.1) query.openAt = pick(['2026-11-23T10:00:00+01:00', 'gisteren', new Date(Number.NaN)])
    if (random() < 0.3) query.offset = pick([0, 5, 10_000, -3])
    if (random() < 0.3) query.limit = pick([0, 1, 50, 100_000, -1])
    try {
      const begun = performance.now()
      const { hits, total } = engine.search(query)
      slowest = Math.max(
        slowest,
        again(performance.now() - begun, () => engine.search(query)),
      )
      if (
        hits.length > total ||
        hits.some((hit) => !ids.has(hit.id)) ||
        new Set(hits.map((hit) => hit.id)).size < hits.length
      ) {
        failed.push(`contradicts itself: ${JSON.stringify(query).slice(0, 200)}`)
      }
      if (n % 50 === 0)
        for (const hit of hits.slice(0, 3))
          if (hit.reasons.length === 0 && query.text.trim() !== '' && hit.score > 0)
            failed.push(`no reason: ${JSON.stringify(query).slice(0, 200)}`)
    } catch (error) {
      failed.push(`${String(error)}: ${JSON.stringify(query).slice(0, 200)}`)
    }
  }
  return { asked: count, failed, slowest }
}

/** On a busy machine anything may be slow once: what took long is asked again, and its best time counts. */
function again(milliseconds: number, ask: () => unknown): number {
  let best = milliseconds
  for (let n = 0; n < 3 && best > 20; n++) {
    const begun = performance.now()
    ask()
    best = Math.min(best, performance.now() - begun)
  }
  return best
}

function refused(stages: Uint8Array[]): boolean {
  try {
    openIndex(stages)
    return false
  } catch {
    return true
  }
}

/** Changes, cuts, stretches and mixes up index files; each must be refused, unless it came out unchanged. */
export function fuzzFiles(documents: number, count: number, seed = 2): Fuzzed {
  const { documents: all, settings } = corpusOf(documents)
  const whole = buildIndex(all, settings)
  const other = buildIndex(all.slice(1), settings)
  const random = mulberry(seed)
  const below = (n: number) => Math.floor(random() * n)
  const failed: string[] = []
  let slowest = 0
  for (let n = 0; n < count; n++) {
    const stages: Uint8Array[] = whole.map((stage) => stage.slice())
    const which = below(2)
    const stage = stages[which]!
    const kind = below(6)
    if (kind === 0) stage[below(stage.length)]! ^= 1 << below(8)
    if (kind === 1) for (let left = 1 + below(50); left > 0; left--) stage[below(stage.length)] = below(256)
    if (kind === 2) stages[which] = stage.slice(0, below(stage.length))
    if (kind === 3) stages[which] = new Uint8Array([...stage.subarray(0, 200), ...stage.subarray(100)])
    if (kind === 4) stage.copyWithin(below(stage.length), below(stage.length), below(stage.length))
    if (kind === 5) stages[which] = which === 0 ? whole[1]! : other[1]!
    const changed = stages.some(
      (one, at) => one.length !== whole[at]!.length || one.some((byte, m) => byte !== whole[at]![m]),
    )
    const begun = performance.now()
    let took = 0
    try {
      openIndex(stages)
      took = performance.now() - begun
      if (changed) failed.push(`took a damaged file (kind ${kind}, stage ${which})`)
    } catch (error) {
      took = performance.now() - begun
      if (!(error instanceof IndexRefused)) failed.push(`kind ${kind}: ${String(error)}`)
    }
    slowest = Math.max(
      slowest,
      again(took, () => refused(stages)),
    )
  }
  return { asked: count, failed, slowest }
}
