/**
 * From what people say to the words that speak for a kind of service. "Mijn man legt zijn sleutels in de koelkast" names
 * nothing a directory has; that it is about dementia shows in how often such words stand in lines about it and in no others.
 * Multinomial logistic regression over the stems of a line, small words too, by AdaGrad; the weights of the later rounds are
 * averaged, so that the order of the lines hardly matters. The same lines give the same weights.
 */
import { stem, words } from '../dutch/text.ts'

/** Per stem the groups it speaks for, and how strongly: a whole number from 1. A stem that says nothing is left out. */
export type Speaking = ReadonlyMap<string, readonly { group: number; strength: number }[]>

const rounds = 8
const rate = 0.5
/** Holds weights small: a word seen in few lines is not trusted much. */
const decay = 2e-3
/** A stem must stand in so many lines; what stands in fewer is chance, and most of the bytes. */
const leastLines = 3
/** What a stem says of a group beside what it says of most; less than this is nothing. */
const leastSaid = 0.8
/** A strength of so much makes a kind e times as likely. */
export const unit = 2
const mostStrength = 16

/** The different stems of a line. */
export const stemsSaid = (line: string): string[] => [...new Set(words(line).map(stem))]

/** `lines` holds for each group what people say when they mean it. */
export function learn(lines: readonly (readonly string[])[]): Speaking {
  const all = lines.flatMap((list, group) => list.map((line) => ({ group, stems: stemsSaid(line) })))
  const numbers = numbered(all.map(({ stems }) => stems))
  const examples = all.map(({ group, stems }) => ({ group, features: stems.flatMap((one) => numbers.get(one) ?? []) }))
  const weights = weightsOf(examples, numbers.size, lines.length)
  const speaking = new Map<string, { group: number; strength: number }[]>()
  for (const [root, number] of numbers) {
    const own = weights.subarray(number * lines.length, (number + 1) * lines.length)
    const usual = own.toSorted()[lines.length >> 1] as number
    const said = [...own].flatMap((weight, group) =>
      weight - usual > leastSaid ? [{ group, strength: strengthOf(weight - usual) }] : [],
    )
    if (said.length > 0) speaking.set(root, said)
  }
  return speaking
}

const strengthOf = (said: number) => Math.max(1, Math.min(mostStrength, Math.round(said * unit)))

/** The stems that stand in enough lines, numbered as they come. */
function numbered(lines: readonly string[][]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const stems of lines) for (const one of stems) seen.set(one, (seen.get(one) ?? 0) + 1)
  const kept = [...seen].filter(([, count]) => count >= leastLines)
  return new Map(kept.map(([root], number) => [root, number]))
}

type Example = { group: number; features: readonly number[] }

function weightsOf(examples: readonly Example[], features: number, groups: number): Float32Array {
  const weights = new Float32Array(features * groups)
  const slopes = new Float32Array(features * groups)
  const summed = new Float32Array(features * groups)
  const off = new Float32Array(groups)
  const order = [...examples]
  const random = drawing()
  const from = rounds >> 1
  for (let round = 0; round < rounds; round++) {
    for (let n = order.length - 1; n > 0; n--) {
      const other = Math.floor(random() * (n + 1))
      ;[order[n], order[other]] = [order[other] as Example, order[n] as Example]
    }
    for (const { group, features } of order) {
      missed(off, weights, features, group)
      for (const feature of features) step(weights, slopes, feature * groups, off)
    }
    if (round < from) continue
    for (let n = 0; n < weights.length; n++) summed[n] = (summed[n] as number) + (weights[n] as number)
  }
  return summed.map((sum) => sum / (rounds - from))
}

/** Fills `off` with how likely each group is taken to be, less what it is. */
function missed(off: Float32Array, weights: Float32Array, features: readonly number[], group: number): void {
  const groups = off.length
  off.fill(0)
  for (const feature of features) {
    const at = feature * groups
    for (let n = 0; n < groups; n++) off[n] = (off[n] as number) + (weights[at + n] as number)
  }
  let most = -Infinity
  for (let n = 0; n < groups; n++) most = Math.max(most, off[n] as number)
  let whole = 0
  for (let n = 0; n < groups; n++) whole += off[n] = Math.exp((off[n] as number) - most)
  for (let n = 0; n < groups; n++) off[n] = (off[n] as number) / whole - (n === group ? 1 : 0)
}

function step(weights: Float32Array, slopes: Float32Array, at: number, off: Float32Array): void {
  for (let n = 0; n < off.length; n++) {
    const weight = weights[at + n] as number
    const slope = (off[n] as number) + decay * weight
    const steep = (slopes[at + n] as number) + slope * slope
    slopes[at + n] = steep
    weights[at + n] = weight - (rate * slope) / Math.sqrt(steep + 0.01)
  }
}

/** The same numbers between 0 and 1 every time (Park and Miller). */
function drawing(): () => number {
  let seed = 1
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
}
