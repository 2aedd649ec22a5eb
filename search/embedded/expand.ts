/** From a typed word to the words of the index it may mean, each with how sure that is. */
import { split } from '../dutch/compounds.ts'
import { isStop, pastForms, saying, stem, variants } from '../dutch/text.ts'
import type { Question } from './question.ts'
import { Best } from './rank.ts'
import type { Segment } from './segment.ts'

/** Per segment the words meant, by number, with their sureness between 0 and 1. */
export type Meant = {
  readonly terms: readonly ReadonlyMap<number, number>[]
  /** How much of this word was understood: less when it took typing errors to find anything. */
  readonly quality: number
  /** Another spelling, when the word as typed stands nowhere. */
  readonly spelling?: string
}

const sure = {
  exact: 1,
  stem: 0.72,
  variant: 0.8,
  /** A wond is no form of wonen: the word itself stands. */
  otherWord: 0.45,
  prefix: 0.75,
  part: 0.34,
  head: 0.5,
  only: 0.72,
  modifier: 0.38,
  form: 0.3,
  /** How much of a word its parts are. */
  inParts: 0.75,
  near: 0.75,
  far: 0.5,
}
/** A beginning of one or two letters means hundreds of words; the most used are enough while typing goes on. */
const mostBeginnings = 40
/** Nor are more documents gone through for them: in a region of hundreds of thousands that is work, and no better answer. */
const mostBegun = 20_000
/** A shorter beginning is looked for in names and keywords only: what somebody starts to type is the name of a thing. */
const tellingBeginning = 4

/** A shorter part, as ver in verkopen, is no word by itself; beside a form it is: taalcoach. */
const tellingPart = 5
const besideForm = 4
/** A kookgroep in one description is there by chance. */
const chance = 3
/** What something is held in says little of what it is about. */
const forms = new Set(
  'bijeenkomst centrum club coach cursus dienst groep les lessen loket maatje project punt team training'.split(' '),
)

/** How many typing errors a word of this length may have. */
const allowed = (word: string) => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2)

/** Whether a word that stands nowhere says something all the same. */
type Heard = (word: string) => boolean

/** Asks what each word of a question means; a word that stood in the question before is not looked up again. */
export function remembering(segments: readonly Segment[], heard: Heard): (question: Question) => Meant[] {
  let before = new Map<string, Meant>()
  return ({ asked, joined, unfinished }) => {
    const now = new Map<string, Meant>()
    const meant = asked.map((word, position) => {
      const [begun, more] = [unfinished && position === asked.length - 1, joined[position] ?? []]
      const key = `${segments.length} ${begun} ${word} ${more.join(' ')}`
      const one = before.get(key) ?? meaningsOf(word, { begun, joined: more, heard }, segments)
      now.set(key, one)
      return one
    })
    before = now
    return meant
  }
}

type Around = {
  /** It is the word somebody is typing: it also means all words it begins. */
  begun: boolean
  /** This word with its neighbours as one: "schuld hulp verlening" is also schuldhulpverlening. */
  joined: readonly string[]
  heard: Heard
}

function meaningsOf(word: string, { begun: unfinished, joined, heard }: Around, segments: readonly Segment[]): Meant {
  const terms = segments.map(() => new Map<number, number>())
  const add = (segment: number, term: number, weight: number) => {
    const map = terms[segment] as Map<number, number>
    if ((map.get(term) ?? 0) < weight) map.set(term, weight)
  }
  const size = () => terms.reduce((sum, map) => sum + map.size, 0)

  for (const [number, segment] of segments.entries()) {
    exactly(segment, word, 1, (term, weight) => add(number, term, weight))
    for (const one of joined) exactly(segment, one, 1, (term, weight) => add(number, term, weight))
    const weight = standsItself(segment, word) && !word.startsWith('ge') ? sure.otherWord : sure.variant
    for (const other of variants(word)) for (const term of stemmed(segment, other)) add(number, term, weight)
  }
  if (size() === 0) {
    for (const [number, segment] of segments.entries()) {
      for (const other of pastForms(word)) {
        for (const term of stemmed(segment, other)) add(number, term, sure.variant)
      }
    }
  }
  const known = size() > 0 || heard(word)
  for (const [number, segment] of segments.entries()) {
    const own = segment.dictionary.find(stem(word))
    // What is known by itself need not be looked for inside the compounds of descriptions.
    if (own >= 0 && (number === 0 || !known)) for (const term of segment.withPart.of(own)) add(number, term, sure.part)
    const begun = number === 0 || word.length >= tellingBeginning
    if (begun && (unfinished || (!known && word.length > 4)))
      beginnings(segment, word, unfinished, (term, weight) => add(number, term, weight))
  }
  const standing = (part: string) =>
    saying(part) < 0.5 || (segments.some((segment) => stands(segment, part)) && !abbreviation(part, segments))
  const parts = word.length > 6 && (!known || byChance(word, segments)) ? split(word, standing) : []
  // Aandelen are no delen, and no typing error either: a word of the language that is not spoken of here.
  if (!isStop(parts[0] ?? '')) compound(parts, true, segments, add)
  if (known) return { terms, quality: 1 }
  if (size() > 0 || parts.length > 0) return { terms, quality: parts.length > 0 ? sure.inParts : 1 }
  const guess = misspelt(word, unfinished, segments, add)
  if (size() === 0 && word.length > 6) compound(start(word, standing), false, segments, add)
  return { terms, ...guess }
}

type Add = (term: number, weight: number) => void
type AddTo = (segment: number, term: number, weight: number) => void

/** A word that stands in so few documents that it says nothing of what else there is. */
function byChance(word: string, segments: readonly Segment[]): boolean {
  let count = 0
  for (const segment of segments) {
    if (!standsItself(segment, word)) continue
    const own = segment.weightOf(segment.dictionary.find(word))
    // A word of a phrase or a theme.
    if (own === 0) return false
    count += own
  }
  return count > 0 && count <= chance
}

/** Three letters that hardly ever stand are those of some organisation's name, and no part of a word. */
const abbreviation = (part: string, segments: readonly Segment[]) => part.length === 3 && byChance(part, segments)

function standsItself({ dictionary, isWord }: Segment, word: string): boolean {
  const own = dictionary.find(word)
  return own >= 0 && isWord(own)
}

/** The word itself and its other forms. */
function exactly(segment: Segment, word: string, weight: number, add: Add): void {
  if (standsItself(segment, word)) add(segment.dictionary.find(word), sure.exact * weight)
  for (const term of stemmed(segment, word)) add(term, sure.stem * weight)
}

function stemmed(segment: Segment, word: string): Iterable<number> {
  const root = segment.dictionary.find(stem(word))
  return root < 0 ? [] : segment.withStem.of(root)
}

function beginnings(segment: Segment, word: string, unfinished: boolean, add: Add): void {
  const [from, to] = segment.dictionary.beginning(word)
  const most = new Best(mostBeginnings)
  for (let term = from; term < to; term++) if (segment.isWord(term)) most.push(term, segment.weightOf(term))
  // "vrijwillig" may be a whole word, but none that stands: more likely it is the beginning of one.
  const weight = sure.prefix * (standsItself(segment, word) ? 0.6 : unfinished ? 1 : 0.7)
  let documents = 0
  for (const term of most.sorted()) {
    if (documents > mostBegun) break
    documents += segment.weightOf(term)
    add(term, weight * Math.sqrt(word.length / segment.dictionary.lengthOf(term)))
  }
}

/** The beweeg of a beweeggroep is what is left of bewegen. */
const long = /(aa|ee|oo|uu)[^aeiou]$/

function stands({ dictionary, isWord, withStem }: Segment, part: string): boolean {
  const literal = dictionary.find(part)
  const at = literal < 0 && long.test(part) ? dictionary.find(stem(part)) : literal
  return at >= 0 && (isWord(at) || withStem.of(at).length > 0)
}

/**
 * ouderenvervoer, which stands nowhere, is about vervoer, and somewhat about ouderen. Where only one part says something
 * it is that one: opvoedingsproblemen is another word for opvoeding.
 */
function compound(parts: readonly string[], whole: boolean, segments: readonly Segment[], add: AddTo): void {
  const subject = parts.filter((part) => saying(part) >= 0.5 && !forms.has(part))
  const least = parts.some((part) => forms.has(part)) ? besideForm : tellingPart
  const roleOf = (part: string, last: boolean) => {
    if (subject.length > 0 && forms.has(part)) return sure.form
    if (whole && subject.length === 1 && part === subject[0] && part.length >= least) return sure.only
    return whole && last ? sure.head : sure.modifier
  }
  for (const [place, part] of parts.entries()) {
    const weight = roleOf(part, place === parts.length - 1) * saying(part)
    for (const [number, segment] of segments.entries()) {
      exactly(segment, part, weight, (term, one) => add(number, term, one))
      const root = segment.dictionary.find(stem(part))
      if (root >= 0) for (const term of segment.withPart.of(root)) add(number, term, weight * 0.6)
    }
  }
}

/** The longest beginning that stands, when it is most of the word: verslavingskliniek is about verslaving. */
function start(word: string, standing: (part: string) => boolean): string[] {
  for (let length = word.length - 3; length >= Math.max(6, word.length / 2); length--) {
    if (standing(word.slice(0, length))) return [word.slice(0, length)]
  }
  return []
}

/** Words with a typing error or two. Of short words only those with the same first letter, when there are such. */
function misspelt(word: string, unfinished: boolean, segments: readonly Segment[], add: AddTo): Omit<Meant, 'terms'> {
  const edits = allowed(word)
  let best = { weight: 0, used: -1, word: '', quality: 0 }
  for (const whole of edits === 0 ? [] : unfinished && word.length > 4 ? [false, true] : [false]) {
    for (const [number, segment] of segments.entries()) {
      const { dictionary, isWord, weightOf, withStem, stemOf } = segment
      const found = dictionary.near(word, edits, whole).filter(({ term }) => isWord(term))
      const alike = found.filter(({ term }) => dictionary.word(term)[0] === word[0])
      for (const { term, edits: errors } of whole || (word.length < 6 && alike.length > 0) ? alike : found) {
        const other = dictionary.word(term)
        const weight = (errors < 2 ? sure.near : sure.far) * (whole ? 0.8 : 1) * (other[0] === word[0] ? 1 : 0.7)
        add(number, term, weight)
        for (const form of withStem.of(stemOf[term] as number)) add(number, form, weight * 0.9)
        const used = weightOf(term)
        if (weight > best.weight || (weight === best.weight && used > best.used)) {
          best = { weight, used, word: other, quality: (errors < 2 ? 0.85 : 0.5) * (other[0] === word[0] ? 1 : 0.85) }
        }
      }
    }
    if (best.weight > 0) break
  }
  return best.weight > 0 ? { quality: best.quality, spelling: best.word } : { quality: 1 }
}
