/**
 * How plainly the directory speaks. Pure: a snapshot in, a report out, per service and per step of the guide. It never
 * stops a publication: an editor decides, and a wrong telephone number is worse than a long sentence.
 *
 * Reading ease after Flesch, as W.H. Douma fitted it to Dutch (De leesbaarheid van landbouwbladen, Wageningen 1960):
 * 206.84 - 77 × syllables per word - 0.93 × words per sentence; 60 to 70 is what most people read, below 50 is for who
 * studied. Lengths of sentences: the usual advice for B1 is ten words on average. A formula sees no meaning, so the list
 * of hard words counts as much (hard-words.ts).
 */
import { plainInstead } from './hard-words.ts'
import type { GlossaryTerm, Snapshot } from './schema.ts'
import { paragraphs, partOf } from './text-parts.ts'

const EASE = 60
/** A little above the advice: a text of three sentences has no average to speak of. */
const WORDS_ON_AVERAGE = 12
const WORDS_AT_MOST = 22
/** Fewer words than this say nothing about ease. */
const ENOUGH_WORDS = 30

export type Finding =
  | { kind: 'hard_word'; word: string; instead: string }
  | { kind: 'abbreviation'; word: string }
  | { kind: 'long_sentence'; words: number; sentence: string }
  | { kind: 'long_on_average'; words: number }
  | { kind: 'hard_to_read'; ease: number }
export type Reading = {
  about: string
  name: string
  /** Null where there are too few words to say. */
  ease: number | null
  wordsPerSentence: number
  findings: Finding[]
}
export type PlainWordsReport = { texts: Reading[]; toLookAt: number }

/** Reads every service and step of the guide. Null where the directory is not Dutch: nothing here knows its words. */
export function readPlainly(
  snapshot: Pick<Snapshot, 'services' | 'organizations' | 'guide' | 'glossary' | 'municipality'>,
): PlainWordsReport | null {
  if (!snapshot.municipality.language.startsWith('nl')) return null
  const explained = explainedBy(snapshot.glossary)
  const organizations = new Map(snapshot.organizations.map(({ id, name }) => [id, name]))
  const services = snapshot.services.map((service) => {
    const { name, description, eligibility_description, application_process, alert, wait_time } = service
    return reading({
      about: `/aanbod/${service.slug}/`,
      name,
      known: known(explained, organizations.get(service.organization_id) ?? ''),
      prose: [description, eligibility_description, application_process, alert],
      labels: [name, wait_time, ...service.cost_options.map((cost) => cost.amount_description)],
    })
  })
  const guide = snapshot.guide.map(({ code, question, explanation, choices }) =>
    reading({
      about: `/wegwijzer/${code === 'start' ? '' : `${code}/`}`,
      name: question,
      known: explained,
      prose: [explanation],
      labels: [question, ...choices.flatMap((choice) => [choice.words, choice.hint])],
    }),
  )
  const texts = [...services, ...guide]
  return { texts, toLookAt: texts.filter(({ findings }) => findings.length > 0).length }
}

const MOST_SAID = 10

/** The report as a command prints it: one line that counts, then the first that somebody may want to look at. */
export function saidOf({ texts, toLookAt }: PlainWordsReport): string[] {
  const named = texts.filter(({ findings }) => findings.length > 0)
  return [
    `Plain words: ${texts.length - toLookAt} of ${texts.length} texts have nothing to look at`,
    ...named.slice(0, MOST_SAID).map(({ about, findings }) => `  ${about} ${findings.map(saidOfOne).join('; ')}`),
    ...(named.length > MOST_SAID ? [`  and ${named.length - MOST_SAID} more`] : []),
  ]
}

function saidOfOne(finding: Finding): string {
  switch (finding.kind) {
    case 'hard_word':
      return `"${finding.word}": ${finding.instead}`
    case 'abbreviation':
      return `"${finding.word}" is not explained in the glossary`
    case 'long_sentence':
      return `a sentence of ${finding.words} words`
    case 'long_on_average':
      return `${finding.words} words a sentence`
    case 'hard_to_read':
      return `reading ease ${finding.ease} (${EASE} or more reads well)`
  }
}

type Texts = {
  about: string
  name: string
  known: Set<string>
  /** What is read as a text, and measured. */
  prose: (string | null)[]
  /** What is read at a glance: only its words are looked at. */
  labels: (string | null)[]
}

function reading({ about, name, known, prose, labels }: Texts): Reading {
  const sentences = prose.flatMap((part) => inDutch(part ?? '')).flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  const perSentence = words.length / Math.max(1, sentences.length)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  const ease = Math.round(206.84 - (77 * syllables) / Math.max(1, words.length) - 0.93 * perSentence)
  const isEnough = words.length >= ENOUGH_WORDS
  const findings: Finding[] = [
    ...hardWordsIn([...words, ...labels.flatMap((label) => wordsOf(label ?? ''))], known),
    ...sentences.flatMap((sentence): Finding[] => {
      const length = wordsOf(sentence).length
      return length > WORDS_AT_MOST ? [{ kind: 'long_sentence', words: length, sentence }] : []
    }),
  ]
  if (isEnough && perSentence > WORDS_ON_AVERAGE) findings.push({ kind: 'long_on_average', words: tenth(perSentence) })
  if (isEnough && ease < EASE) findings.push({ kind: 'hard_to_read', ease })
  return { about, name, ease: isEnough ? ease : null, wordsPerSentence: tenth(perSentence), findings }
}

/** Paragraphs and points without those in another language: nothing here knows their words. */
const inDutch = (text: string): string[] =>
  paragraphs(text)
    .flatMap(({ lines }) => lines)
    .filter((line) => (partOf(line).lang ?? 'nl') === 'nl')

const tenth = (number: number) => Math.round(number * 10) / 10

/** What the glossary explains may be written: the page says what it means. */
const explainedBy = (glossary: readonly GlossaryTerm[]) =>
  new Set(glossary.flatMap(({ term, forms }) => [term, ...forms].map((form) => form.toLowerCase())))

/** An organisation may be called what it is called. */
const known = (explained: Set<string>, organization: string) =>
  new Set([...explained, ...wordsOf(organization).map((word) => word.toLowerCase())])

function hardWordsIn(words: string[], known: Set<string>): Finding[] {
  const seen = new Set<string>()
  return words.flatMap((word): Finding[] => {
    const lower = word.toLowerCase()
    if (seen.has(lower) || known.has(lower)) return []
    seen.add(lower)
    const instead = plainInstead.get(lower)
    if (instead !== undefined) return [{ kind: 'hard_word', word, instead }]
    return /^\p{Lu}{2,5}$/u.test(word) ? [{ kind: 'abbreviation', word }] : []
  })
}

/** A point, exclamation or question mark with a space after it, or a new line. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))

/** Letters and what holds them together; an amount or a number is no word to read. */
export const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}.'’-]*\p{L}|\p{L}/gu) ?? []

const VOWELS = /aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyäëïöüáéíóúàèìòùâêîôû]/gu
/** As they are spoken, near enough: "eeuw" is one, and a diaeresis begins a new one ("cliënt" is two). */
export const syllablesIn = (word: string): number => Math.max(1, word.toLowerCase().match(VOWELS)?.length ?? 0)
