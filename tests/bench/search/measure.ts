/** Timing that can be believed: every contender in turn, round after round, and the median of the rounds per question. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { SearchQuery } from '../../../search/engine.ts'
import type { Opened } from './contender.ts'

export type Spread = { p50: number; p95: number; p99: number }
export type Bytes = { raw: number; gzip: number; brotli: number }

export const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN

export function spread(list: readonly number[]): Spread {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export function bytesOf(files: readonly Uint8Array[]): Bytes | null {
  if (files.length === 0) return null
  const total = (size: (file: Uint8Array) => number) => files.reduce((sum, file) => sum + size(file), 0)
  return {
    raw: total((file) => file.length),
    gzip: total((file) => gzipSync(file, { level: 9 }).length),
    brotli: total((file) => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } }).length),
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that stay in use after `make`, beside what it was given. */
export async function memoryOf<T>(make: () => T | Promise<T>): Promise<{ bytes: number; made: T }> {
  const used = async () => {
    for (let n = 0; n < 3; n++) {
      collect()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = await used()
  const made = await make()
  return { bytes: (await used()) - before, made }
}

type Runner = { opened: Opened; every: number }

/** Milliseconds per question for each runner: the median of the rounds. Answers that come at once are not waited for. */
export async function timed(
  runners: readonly Runner[],
  queries: readonly SearchQuery[],
  rounds: number,
): Promise<number[][]> {
  const times = runners.map(({ every }) => queries.filter((_, n) => n % every === 0).map(() => [] as number[]))
  for (let round = 0; round < rounds; round++) {
    for (const [number, { opened, every }] of runners.entries()) {
      let at = 0
      for (let n = 0; n < queries.length; n += every) {
        const query = queries[n]!
        const begun = performance.now()
        const answer = opened.search(query)
        if (answer instanceof Promise) await answer
        times[number]![at++]!.push(performance.now() - begun)
      }
    }
  }
  return times.map((list) => list.map(median))
}
