/** What somebody typed, as Meilisearch is to be asked it: Dutch is taken apart here, since Meilisearch knows none. */
import { type Concept, listener, saidConcepts } from '../concepts.ts'
import { split } from '../dutch/compounds.ts'
import { isStop, saying, stem, words } from '../dutch/text.ts'
import { placeNames, questionOf } from '../embedded/question.ts'
import { hearer } from '../said/hearer.ts'
import type { SearchSettings } from '../settings.ts'
import { vocabularyOf } from './record.ts'

export type MeiliQuestion = {
  /** The words to find, as stems, in one text; empty for a list of everything. */
  q: string
  /** Other ways to say it, tried in this order when that finds nothing. */
  others: string[]
  /** The words that carry the question, as typed and folded. */
  asked: string[]
  /** Keys of the concepts that were spoken of, of those the ones that stand above all, and those only likely from all words. */
  concepts: string[]
  urgent: string[]
  said: string[]
  /** Places named, the first of which is wished for. */
  places: string[]
  /** Nothing was asked, or only a place: everything is listed. */
  listed: boolean
}

/** Meilisearch itself looks at ten words and no more. */
const mostWords = 10
/** As many other ways at most, or a page of nonsense would be asked a hundred times. */
const mostOthers = 12

/** Gives the function that takes a question apart, for the settings of one revision. */
export function questioner(settings: SearchSettings, concepts: readonly Concept[]): (text: string) => MeiliQuestion {
  const names = placeNames(settings.places)
  const known = vocabularyOf(settings, concepts)
  const hear = listener(concepts)
  const likely = hearer()

  return (text) => {
    const question = questionOf(text, names)
    const { asked, joined, places, blank } = question
    const spoken = hear(asked)
    const said = likely(question).flatMap((one) => (one.likely < sure ? [] : (saidConcepts[one.group]?.key ?? [])))
    const carrying = carried(asked)
    return {
      q: asText(carrying),
      others: blank ? [] : otherWays(carrying, joined.flat(), known),
      asked: carrying,
      concepts: [...spoken.map(({ concept }) => concept.key), ...said],
      said,
      urgent: spoken.flatMap(({ concept }) => (concept.first ? [concept.key] : [])),
      places,
      listed: blank,
    }
  }
}

/** All that is found by concept stands in one list: only what is surely meant may be in it. */
const sure = 0.45

const asText = (list: readonly string[]) => list.slice(0, mostWords).map(stem).join(' ')

/** Small words ("hulp", "niet") are asked for only when there is nothing else: Meilisearch wants all it is asked. */
function carried(asked: readonly string[]): string[] {
  const telling = asked.filter((word) => saying(word) > 0.3)
  return telling.length > 0 ? telling : [...asked]
}

function otherWays(asked: readonly string[], joined: readonly string[], known: ReadonlySet<string>): string[] {
  const apart = asked.map((word) => split(word, (part) => known.has(part)).filter((part) => !isStop(part)))
  const ways: string[][] = [
    // "schuld hulp verlening" is one word.
    ...joined
      .filter((word) => word.length >= 7)
      .sort((a, b) => b.length - a.length)
      .map((word) => [word]),
    // "rolstoelvervoer" is two; and when the two are not found together, each says something.
    ...(apart.some((parts) => parts.length > 0)
      ? [asked.flatMap((word, n) => carried(apart[n]?.length ? apart[n] : [word]))]
      : []),
    ...apart.flatMap((parts) =>
      carried(parts)
        .toReversed()
        .map((part) => [part]),
    ),
    ...(asked.length > 2 ? leftOut(asked) : []),
  ]
  // One of two words is half the question: it must stand there as it is. In quotes Meilisearch forgives nothing.
  const halves = asked.length === 2 ? leftOut(asked).map((rest) => `"${asText(rest)}"`) : []
  const texts = [...ways.map(asText), ...halves]
  return [...new Set(texts.filter((way) => way !== '' && way !== asText(asked)))].slice(0, mostOthers)
}

/** All but one; the word that says least is left out first. */
const leftOut = (asked: readonly string[]): string[][] =>
  [...asked.keys()]
    .sort((a, b) => saying(asked[a] ?? '') - saying(asked[b] ?? '') || b - a)
    .map((left) => asked.filter((_, n) => n !== left))

/** The words of a text that a page may mark. */
export const markable = (text: string): string[] => words(text).filter((word) => !isStop(word))
