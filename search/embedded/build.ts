import { split } from '../dutch/compounds.ts'
import { isStop, stem, words } from '../dutch/text.ts'
import type { ServiceDocument } from '../document.ts'
import { speaking } from '../said/index.ts'
import type { SearchSettings } from '../settings.ts'
import { writeColumns, writeLater } from './columns.ts'
import { carriedIn, conceptsOf, writeConcepts } from './concepts-build.ts'
import { seal, sealOf, Writer } from './format.ts'
import { kindsOf, writeSaid } from './hearing-build.ts'
import { writeSegment } from './segment.ts'
import type { SegmentInput } from './segment.ts'

type Lists = SegmentInput['words']

/**
 * Of the descriptions only words that tell documents apart: in two documents or more, in a large directory in up to five,
 * and not in one of ten.
 */
const leastDocuments = (total: number) => Math.min(5, Math.max(2, Math.ceil(total / 2000)))
const mostDocuments = 0.1
/** In a smaller directory every word tells something. */
const trimmedFrom = 50

/**
 * Makes the index that travels with the page.
 * Takes all published documents and the settings of the revision; gives the stages to load, in order, as bytes: names,
 * keywords, synonyms, places and filters first, which answers by itself; then hours, coordinates, descriptions and what
 * people say.
 * The same input gives the same bytes, so that a file named by its content may be kept for ever.
 */
export function buildIndex(documents: readonly ServiceDocument[], settings: SearchSettings): Uint8Array[] {
  const sorted = inOrder(documents)
  const first: Lists = new Map()
  const descriptions: Lists = new Map()
  // A word that stands in more than that many is left out anyhow; of a large directory those are most of the text.
  const most = sorted.length < trimmedFrom ? Infinity : sorted.length * mostDocuments
  for (const [number, document] of sorted.entries()) {
    add(first, 0, number, [...telling(document.name), ...initials(document.name)])
    add(first, 1, number, telling(document.keywords.join(' ')))
    add(first, 2, number, [...telling(document.organization), ...initials(document.organization)])
    add(descriptions, 0, number, telling(document.description), most)
  }
  const standing = new Set([...first.keys(), ...descriptions.keys()].filter((word) => often(word, first, descriptions)))
  trim(descriptions, sorted.length)

  const facets = [...facetWords('themes', settings.themes), ...facetWords('targetGroups', settings.targetGroups)]
  const carried = carriedIn(first)
  const concepts = conceptsOf(settings, carried)
  for (const word of [...facets.map((facet) => facet.word), ...concepts.flatMap((concept) => concept.phrases.flat())]) {
    if (!first.has(word)) first.set(word, [])
    standing.add(word)
  }

  const writer = new Writer()
  const { themes, targetGroups, places } = settings
  writer.text(JSON.stringify({ themes, targetGroups, places }))
  writeColumns(writer, sorted)
  const parts = partsOf(
    first,
    standing,
    (lists) => lists.length === 0 || lists[0] !== undefined || lists[1] !== undefined,
  )
  const numbers = writeSegment(writer, { fields: 3, words: first, parts, stems: [] })
  writer.text(JSON.stringify(facets.map(({ word, facet, code }) => [numbers.of(word), facet, code])))
  writeConcepts(writer, concepts, numbers.of)
  const names = seal(writer.done(), 0, null)

  const second = new Writer()
  writeLater(second, sorted, settings)
  const said = speaking()
  const stems = [...said.keys()].filter((root) => numbers.of(root) < 0)
  const later = writeSegment(second, {
    fields: 1,
    words: descriptions,
    parts: partsOf(descriptions, standing, () => true),
    stems,
  })
  const rootOf = (root: string) => (numbers.of(root) < 0 ? numbers.size + later.of(root) : numbers.of(root))
  writeSaid(second, kindsOf(carried), said, numbers.of, rootOf)
  return [names, seal(second.done(), 1, sealOf(names))]
}

/**
 * By name, so that equal scores stand from A to Z, and so that like stands by like, which packs well. Whoever may choose
 * the ids does best to number documents in this order.
 */
export function inOrder<One extends Pick<ServiceDocument, 'name' | 'organization'>>(documents: readonly One[]): One[] {
  const key = ({ name, organization }: One) => `${words(name).join(' ')}\n${words(organization).join(' ')}`
  return documents
    .map((document, position) => ({ document, position, key: key(document) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.position - b.position))
    .map(({ document }) => document)
}

/** A word is cut at forty letters; nobody types more. */
function telling(text: string): string[] {
  const kept: string[] = []
  for (const word of words(text)) if (!isStop(word)) kept.push(word.length > 40 ? word.slice(0, 40) : word)
  return kept
}

/** "Centrum voor Jeugd en Gezin" is also looked for as "cjg". */
function initials(name: string): string[] {
  const all = words(name)
  if (all.length < 3 || all.length > 6) return []
  const short = (list: readonly string[]) => list.map((word) => word[0]).join('')
  return [...new Set([short(all), short(all.filter((word) => !isStop(word)))])].filter((one) => one.length >= 3)
}

/** Stands for the documents of a word that has too many. */
const tooMany: number[] = [0, 0]

function add(lists: Lists, field: number, document: number, found: readonly string[], most = Infinity): void {
  for (const word of found) {
    let fields = lists.get(word)
    if (!fields) lists.set(ownLetters(word), (fields = []))
    const list = (fields[field] ??= [])
    if (list === tooMany || list.at(-1) === document) continue
    if (list.length + 1 > most) fields[field] = tooMany
    else list.push(document)
  }
}

/** A copy: a piece of a string keeps the whole of it in memory, and that is a description for every rare word. */
const ownLetters = (word: string) => ` ${word}`.slice(1)

const count = (word: string, lists: Lists) =>
  (lists.get(word) ?? []).reduce((sum, list) => sum + (list?.length ?? 0), 0)

/** What stands by itself more than once may be part of a compound; a name seen once may not. */
const often = (word: string, first: Lists, descriptions: Lists) =>
  word.length >= 3 && /^\p{L}+$/u.test(word) && count(word, first) + count(word, descriptions) >= 2

function trim(descriptions: Lists, total: number): void {
  if (total < trimmedFrom) return
  const least = leastDocuments(total)
  for (const [word, lists] of descriptions) {
    if (lists[0] === tooMany || (lists[0]?.length ?? 0) < least) descriptions.delete(word)
  }
}

function partsOf(lists: Lists, standing: ReadonlySet<string>, wanted: (of: (number[] | undefined)[]) => boolean) {
  const parts = new Map<string, string[]>()
  for (const [word, fields] of lists) {
    if (!wanted(fields)) continue
    const found = split(word, (part) => standing.has(part))
    if (found.length > 0) parts.set(word, [...new Set(found.map(stem))])
  }
  return parts
}

const facetWords = (facet: 'themes' | 'targetGroups', names: Record<string, string>) =>
  Object.entries(names).flatMap(([code, name]) => telling(name).map((word) => ({ word, facet, code })))
