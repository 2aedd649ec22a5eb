/**
 * What is foreign, what has ended and what does not exist, asked for in turn: the same bytes, and as much time. A round
 * asks for all of them, each round in another order, so that whatever the machine does meanwhile happens to all alike.
 */
import { randomUUID } from 'node:crypto'
import { keyCommands } from '../../api/partners/codes.ts'
import type { BetweenLine, ItemLine, KeyLine } from '../api/permission-lines.ts'
import { matrix } from '../api/permission-matrix.ts'
import { byKey } from './by-key.ts'
import { bytesOf, split } from './judge.ts'
import { bodyFor, type Matrix } from './matrix.ts'
import type { Answer } from './walk.ts'

export type Relation = 'sender' | 'other' | 'ended'
export type Told = { relation: Relation; same: boolean; ms: number }

type Call = () => Promise<Answer>

/** The routes with an id of something that others may not know of: asked by a person, or by a system with its key. */
export const guardedRoutes = (routes: readonly string[]): string[] =>
  routes.filter((route) => {
    const line = matrix[route]
    return line !== undefined && 'state' in line && line.state !== null && line.on !== 'concept'
  })

const TIMES = 3

/**
 * For each relation of a route: whether the answers were the same, and the difference of the medians in ms. What seems
 * to differ by `suspect` ms is measured again: a difference that is real is there every time, one of the machine is not.
 */
export async function tellApart(at: Matrix, route: string, rounds: number, suspect: number): Promise<Told[]> {
  const told: Told[] = []
  for (const [relation, theirs, missing] of await pairsOf(at, route)) {
    const bytes = new Set<string>()
    let ms = await differenceOf(theirs, missing, rounds, bytes)
    for (let time = 1; time < TIMES && Math.abs(ms) >= suspect; time += 1) {
      const again = await differenceOf(theirs, missing, rounds, bytes)
      if (Math.abs(again) < Math.abs(ms)) ms = again
    }
    told.push({ relation, same: bytes.size === 1, ms })
  }
  return told
}

/** The median of the first less that of the second. */
async function differenceOf(theirs: Call, missing: Call, rounds: number, bytes: Set<string>): Promise<number> {
  const times: [number[], number[]] = [[], []]
  for (let round = -2; round < rounds; round += 1) {
    for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const begun = performance.now()
      const answer = await (which === 0 ? theirs : missing)()
      // The first rounds warm up.
      if (round >= 0) times[which].push(performance.now() - begun)
      bytes.add(bytesOf(answer))
    }
  }
  return median(times[0]) - median(times[1])
}

async function pairsOf(at: Matrix, route: string): Promise<[Relation, Call, Call][]> {
  const line = matrix[route] as ItemLine | BetweenLine | KeyLine
  if (line.on === 'key') return pairsByKey(at, route, line)
  const role = line.roles[0]
  if (!role) return []
  const { send, stranger, beside, formers } = at
  if ('missing' in line) {
    const kept = await beside.reach(line.on, line.state)
    const call = (id: string) => {
      const { method, path } = split(route, id)
      return send(stranger[role], method, path, method === 'GET' ? undefined : beside.bodyOf(route))
    }
    return [['other', () => call(kept), () => call(randomUUID())]]
  }
  const kept = await at.reach(line)
  const ended = formers[line.on]
  return (
    [
      ['other', stranger[role], kept],
      ['ended', ended.by[role], ended.walked],
    ] as const
  ).map(([relation, person, walked]): [Relation, Call, Call] => {
    const call = (id: string) => {
      const { method, path } = split(route, id)
      return send(person, method, path, bodyFor(at, route, line, person, walked))
    }
    return [relation, () => call(walked[line.on]), () => call(randomUUID())]
  })
}

async function pairsByKey(at: Matrix, route: string, line: KeyLine): Promise<[Relation, Call, Call][]> {
  const { call, keyOf, foreign } = await byKey(at, route, line)
  const pairs: [Relation, Call, Call][] = []
  for (const [relation, who, transfer] of foreign) {
    const key = await keyOf(who, keyCommands)
    pairs.push([relation, () => call(key, transfer), () => call(key, randomUUID())])
  }
  return pairs
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
