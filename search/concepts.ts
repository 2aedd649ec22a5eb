/** What an engine makes of the editors' words: one list of terms, phrases and whether they stand above all else. */
import { createHash } from 'node:crypto'
import { isStop, stem, variants, words } from './dutch/text.ts'
import { intents } from './intents.ts'
import type { SearchSettings } from './settings.ts'
import { said } from './said/index.ts'
import { startingList } from './synonyms.ts'

export type Concept = {
  /** Follows from its terms and phrases: equal words have an equal key in every process. */
  key: string
  terms: string[]
  phrases: string[]
  /** An intent: its services stand above all others. */
  first: boolean
}

/** Everything these settings hold: the editors' own, the starting list unless they keep it themselves, the intents. */
export function conceptsIn(settings: SearchSettings): Concept[] {
  // The same words for several terms are one concept.
  const grouped = Map.groupBy(settings.synonyms, ({ words: plain }) => JSON.stringify(plain))
  const editors = [...grouped.values()].map((group) => ({
    terms: group.map(({ term }) => term),
    phrases: group[0]?.words ?? [],
    first: false,
  }))
  const starting = settings.startingList === false ? [] : startingList.map((entry) => ({ ...entry, first: false }))
  const urgent = (settings.intents ?? intents).map((intent) => ({ ...intent, first: true }))
  return [...editors, ...starting, ...urgent].map((concept) => ({ ...concept, key: keyOf(concept) }))
}

/** The kinds of service people speak of (search/said), in that order; no phrase of them is a synonym. */
export const saidConcepts: readonly Concept[] = said.map(({ terms }) => {
  const concept = { terms, phrases: [], first: false }
  return { ...concept, key: keyOf(concept) }
})

function keyOf(concept: Omit<Concept, 'key'>): string {
  return createHash('sha256')
    .update(JSON.stringify([concept.terms, concept.phrases, concept.first]))
    .digest('hex')
    .slice(0, 12)
}

/** The stems of a phrase that say something, each once. */
export const stemsOf = (phrase: string): string[] => [
  ...new Set(
    words(phrase)
      .filter((word) => !isStop(word))
      .map(stem),
  ),
]

/** Whether all of a phrase is among these stems. */
export const saidIn = (phrase: readonly string[], stems: ReadonlySet<string>): boolean =>
  phrase.length > 0 && phrase.every((one) => stems.has(one))

/** The concepts a service belongs to: one of their terms stands in its name or its keywords. */
export function membership(concepts: readonly Concept[]): (text: string) => string[] {
  const byFirst = Map.groupBy(
    concepts.flatMap(({ key, terms }) => terms.map((term) => ({ key, stems: stemsOf(term) }))),
    ({ stems }) => stems[0] ?? '',
  )
  return (text) => {
    const stems = new Set(stemsOf(text))
    const found = [...stems].flatMap((one) => byFirst.get(one) ?? []).filter((term) => saidIn(term.stems, stems))
    return [...new Set(found.map(({ key }) => key))].sort()
  }
}

export type Spoken = { concept: Concept; phrase: string }

/** The concepts a question speaks of: a whole phrase of theirs was said, or for a synonym one of its terms. */
export function listener(concepts: readonly Concept[]): (asked: readonly string[]) => Spoken[] {
  const byFirst = Map.groupBy(
    concepts.flatMap((concept) =>
      (concept.first ? concept.phrases : [...concept.terms, ...concept.phrases]).map((phrase) => ({
        concept,
        phrase,
        stems: stemsOf(phrase),
      })),
    ),
    ({ stems }) => stems[0] ?? '',
  )
  return (asked) => {
    const stems = new Set(asked.flatMap((word) => [word, ...variants(word)]).map(stem))
    const said = [...stems].flatMap((one) => byFirst.get(one) ?? []).filter((phrase) => saidIn(phrase.stems, stems))
    // The longest phrase of each: it says best why.
    const longest = new Map<string, (typeof said)[number]>()
    for (const one of said) {
      const before = longest.get(one.concept.key)
      if (!before || before.stems.length < one.stems.length) longest.set(one.concept.key, one)
    }
    return [...longest.values()].map(({ concept, phrase }) => ({ concept, phrase }))
  }
}
