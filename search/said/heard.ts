/** What kinds of service a question is likely to be about, by all its words together. Both engines judge by it. */
import type { Question } from '../embedded/question.ts'
import { unit } from './learn.ts'

/** A kind that is likely, and how much each word that carries the question says of it: 1 when it is wholly about it. */
export type Heard = { group: number; likely: number; words: number[] }

/** A kind must be so likely: of a story a few may be meant; a list of things is more likely about nothing of ours. */
const leastLikely = { story: 0.1, things: 0.4 }
/** Whoever tells something means no more kinds than this. */
const mostKinds = 3
/** And the words must say so much of it together. */
const leastSaid = 2
/** A word that says so much is wholly about it. */
const wholly = 4
/** A line of what people say is some ten words long; of a longer story so many words count, those that say most. */
const telling = 8

/**
 * `saidBy` gives per group how much a word says of it; `position` is its place among the words that carry the question,
 * and is left out for the small ones. The last of the `groups` is what is not ours, and never an answer.
 */
export function heardIn(
  { asked, small, story }: Pick<Question, 'asked' | 'small' | 'story'>,
  groups: number,
  saidBy: (word: string, position?: number) => Float32Array,
): Heard[] {
  const said = asked.map(saidBy)
  const total = new Float32Array(groups)
  for (const one of mostTelling([...said, ...Array.from(new Set(small), (word) => saidBy(word))])) addTo(total, one)
  let whole = 0
  for (const much of total) whole += Math.exp(much / unit)
  const least = story ? leastLikely.story : leastLikely.things
  const heard: Heard[] = []
  for (let group = 0; group < groups - 1; group++) {
    const much = total[group] as number
    const likely = Math.exp(much / unit) / whole
    if (likely < least || much < leastSaid) continue
    heard.push({ group, likely, words: said.map((one) => Math.min(1, (one[group] as number) / wholly)) })
  }
  return heard.length > mostKinds ? heard.sort((a, b) => b.likely - a.likely).slice(0, mostKinds) : heard
}

function mostTelling(said: readonly Float32Array[]): readonly Float32Array[] {
  if (said.length <= telling) return said
  const much = new Map(said.map((one) => [one, Math.max(...one)]))
  return said.toSorted((a, b) => (much.get(b) as number) - (much.get(a) as number)).slice(0, telling)
}

function addTo(total: Float32Array, more: Float32Array): void {
  for (let n = 0; n < total.length; n++) total[n] = (total[n] as number) + (more[n] as number)
}
