/** Which concepts a question speaks of: "ik kan de huur niet betalen" is huurachterstand. */
import type { Concepts } from './concepts.ts'
import type { Meant } from './expand.ts'
import type { Segment } from './segment.ts'

/** Per concept, for each word of the question, how strongly that word speaks of it. */
export type Spoken = Map<number, { words: Map<number, number>; whole: boolean }>

/** Less of a phrase than this says nothing: "kind" alone is not "kind luistert niet". */
const leastOfPhrase = 0.5

/**
 * A phrase counts by how much of it was said, words that stand in few phrases counting most. More words that agree are
 * surer than one. `small` are the stop words of the question: a phrase that needs some of its own is not whole without.
 */
export function spokenOf(
  meant: readonly Meant[],
  small: ReadonlySet<number>,
  names: Segment,
  concepts: Concepts,
): Spoken {
  const heard = new Map<number, { word: number; sureness: number }[]>()
  for (const [position, { terms }] of meant.entries()) {
    const best = new Map<number, number>()
    for (const [term, sureness] of terms[0] ?? []) {
      const root = names.stemOf[term] as number
      if (concepts.phrasesWith.has(root) && (best.get(root) ?? 0) < sureness) best.set(root, sureness)
    }
    for (const [root, sureness] of best) {
      const list = heard.get(root)
      if (list) list.push({ word: position, sureness })
      else heard.set(root, [{ word: position, sureness }])
    }
  }
  const surest = new Map<number, number>()
  for (const [root, voices] of heard)
    surest.set(
      root,
      voices.reduce((most, { sureness }) => Math.max(most, sureness), 0),
    )

  const spoken: Spoken = new Map()
  const seen = new Set<number>()
  for (const root of heard.keys()) {
    for (const number of concepts.phrasesWith.get(root) ?? []) {
      if (seen.has(number)) continue
      seen.add(number)
      const phrase = concepts.phrases[number]
      if (phrase === undefined) continue
      let said = 0
      let all = 0
      let whole = true
      for (const one of phrase.stems) {
        const weight = concepts.rarity(one)
        const sureness = surest.get(one) ?? 0
        all += weight
        said += weight * sureness
        whole &&= sureness > 0.7
      }
      const part = said / all
      if (part < leastOfPhrase) continue
      // An intent is meant as a whole, small words and all, or not at all.
      const complete = whole && phrase.small.every((one) => small.has(one))
      if (!complete && concepts.concepts[phrase.concept]?.first) continue
      const strength = part * part * (complete ? 1 + 0.25 * (phrase.stems.length - 1) : 0.55)
      note(
        spoken,
        phrase.concept,
        phrase.stems.flatMap((one) => heard.get(one) ?? []),
        strength,
        whole,
      )
    }
  }
  return spoken
}

function note(
  spoken: Spoken,
  concept: number,
  voices: readonly { word: number; sureness: number }[],
  strength: number,
  whole: boolean,
): void {
  const entry = spoken.get(concept) ?? { words: new Map<number, number>(), whole: false }
  for (const { word, sureness } of voices) {
    entry.words.set(word, Math.max(entry.words.get(word) ?? 0, strength * Math.sqrt(sureness)))
  }
  entry.whole ||= whole
  spoken.set(concept, entry)
}
