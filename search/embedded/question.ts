/** What was typed, taken apart: the words to find, and the places named, which are a wish and not words to find. */
import { isStop, telling, words } from '../dutch/text.ts'

export type Question = {
  /** The words that carry the question, in order. */
  asked: string[]
  /** The words that carry nothing by themselves. */
  small: string[]
  /** Per asked word, the words it makes with its neighbours. */
  joined: string[][]
  /** Ids of the places named. */
  places: string[]
  /** The last word is one that somebody may still be typing. */
  unfinished: boolean
  /** Somebody tells a story ("ik … mijn …") and does not name a thing: words that stand nowhere then matter less. */
  story: boolean
  /** Nothing was asked, or only a place. */
  blank: boolean
}

/** Words that carry the question. Nobody types more; whoever pastes a page is answered on its first words, and at once. */
const mostTelling = 24
/** And these with the small words between them. */
const mostWords = 80
const mostLetters = 40

/** Who begins so speaks of himself. */
const speaking = new Set(['ik', 'mijn', 'wij', 'we', 'onze', 'i', 'my'])

export type PlaceNames = ReadonlyMap<string, string>

export const placeNames = (places: Record<string, { name: string }>): PlaceNames =>
  new Map(Object.entries(places).map(([id, place]) => [words(place.name).join(' '), id]))

export function questionOf(text: string, names: PlaceNames): Question {
  const all = words(text.slice(0, 2000))
    .slice(0, mostWords)
    .map((word) => word.slice(0, mostLetters))
  const { rest, places } = withoutPlaces(all, names)
  const asked = [...new Set(telling(rest))].slice(0, mostTelling)
  return {
    asked,
    small: rest.filter(isStop),
    joined: asked.map((word) => joinedWith(word, rest)),
    places,
    unfinished: true,
    story: rest.filter(isStop).length > 1 || (rest.length > 2 && speaking.has(rest[0] ?? '')),
    blank: text.trim() === '' || (places.length > 0 && rest.every((word) => placeWords.has(word))),
  }
}

/**
 * Who has typed "taalles v" has said nothing yet with the v: one letter, or two that are no word, wait until there are
 * more, so that the answer to the words before stays in sight.
 */
export function withoutBegun(question: Question, stands: (word: string) => boolean): Question {
  const { asked, joined } = question
  const last = asked.at(-1) ?? ''
  if (asked.length < 2 || last.length > 2 || (last.length === 2 && stands(last))) return question
  return { ...question, asked: asked.slice(0, -1), joined: joined.slice(0, -1), unfinished: false }
}

const placeWords = new Set(['in', 'bij', 'rond', 'omgeving', 'te', 'uit', 'naar', 'van', 'gemeente', 'dorp', 'stad'])

function withoutPlaces(all: readonly string[], names: PlaceNames): { rest: string[]; places: string[] } {
  const rest: string[] = []
  const places: string[] = []
  for (let at = 0; at < all.length;) {
    const length = [4, 3, 2, 1].find((n) => names.has(all.slice(at, at + n).join(' ')) && at + n <= all.length)
    if (length === undefined) {
      rest.push(all[at] as string)
      at++
      continue
    }
    places.push(names.get(all.slice(at, at + length).join(' ')) as string)
    at += length
    if (['in', 'bij', 'rond', 'omgeving'].includes(rest.at(-1) ?? '')) rest.pop()
  }
  return { rest, places }
}

/** "dag besteding", "schuld hulp verlening": two or three neighbours, small words too, as one word. */
function joinedWith(word: string, rest: readonly string[]): string[] {
  const joined: string[] = []
  for (let length = 2; length <= 3; length++) {
    for (let from = 0; from + length <= rest.length; from++) {
      const part = rest.slice(from, from + length)
      if (part.includes(word)) joined.push(part.join(''))
    }
  }
  return joined
}
