/** The law of the editors' words: what a synonym or an intent may hold. Pure. */
import { type Fault, Refusal } from '../errors.ts'
import { mostPhrases, mostTerms } from './codes.ts'

export type Concept = {
  id: string
  kind: 'synonym' | 'intent'
  /** What services are called. */
  terms: string[]
  /** What people say. */
  phrases: string[]
  origin: 'starting_list' | 'editors'
  version: number
  changedAt: Date
  removed: boolean
}

type Words = Pick<Concept, 'terms' | 'phrases'>

/** As they are compared: small letters, one space between, each once; in the order they were given. */
export function tidied({ terms, phrases }: Words): Words {
  const tidy = (list: readonly string[]) => [
    ...new Set(
      list.map((one) => one.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()).filter((one) => one !== ''),
    ),
  ]
  return { terms: tidy(terms), phrases: tidy(phrases) }
}

/**
 * Refuses `input.invalid`, with everything that is wrong: nothing on one side, too much, a word without letters, the same
 * on both sides, or a term that another synonym has (`others`): two rows for one term are one row too many.
 */
export function assertSound(
  concept: Words & Pick<Concept, 'kind'>,
  others: readonly Concept[],
  had: readonly string[] = [],
): void {
  const { terms, phrases, kind } = concept
  const faults: Fault[] = []
  const fault = (pointer: string, code: string, params?: Record<string, unknown>) =>
    faults.push({ pointer, code, ...(params && { params }) })
  if (terms.length === 0) fault('/terms', 'text.required')
  if (phrases.length === 0) fault('/phrases', 'text.required')
  if (terms.length > mostTerms) fault('/terms', 'concept.too_many', { maximum: mostTerms })
  if (phrases.length > mostPhrases) fault('/phrases', 'concept.too_many', { maximum: mostPhrases })
  for (const [pointer, list] of [
    ['/terms', terms],
    ['/phrases', phrases],
  ] as const) {
    const empty = list.find((one) => !/[\p{L}\p{N}]/u.test(one))
    if (empty !== undefined) fault(pointer, 'concept.no_letters')
  }
  // An intent may say the term itself ("zelfmoord"); a synonym that says its own term says nothing.
  const both = kind === 'synonym' ? phrases.filter((one) => terms.includes(one)) : []
  if (both.length > 0) fault('/phrases', 'concept.both_sides', { words: both.slice(0, 3).join(', ') })
  const taken = terms.filter(
    (term) =>
      !had.includes(term) &&
      others.some((other) => other.kind === kind && !other.removed && other.terms.includes(term)),
  )
  if (taken.length > 0) fault('/terms', 'concept.term_taken', { words: taken.slice(0, 3).join(', ') })
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults)
}
