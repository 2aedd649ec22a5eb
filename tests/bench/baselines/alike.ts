/** What every engine compared with is given alike: the same words, synonyms and compound parts, as text per field. */
import type { ServiceDocument } from '../../../search/document.ts'
import { split } from '../../../search/dutch/compounds.ts'
import { isStop, stem, telling, words } from '../../../search/dutch/text.ts'
import type { SearchSettings } from '../../../search/settings.ts'
import { startingList } from '../../../search/synonyms.ts'
import type { Corpus } from '../search/corpus.ts'

export type Fields = {
  id: number
  name: string
  keywords: string
  synonym: string
  organization: string
  terms: string
  parts: string
  description: string
  descriptionParts: string
}

/** The fields in the order of how much they say. */
export const weights: Record<keyof Omit<Fields, 'id'>, number> = {
  name: 6,
  keywords: 4,
  synonym: 3,
  organization: 2,
  terms: 1.5,
  parts: 1.2,
  description: 1,
  descriptionParts: 0.4,
}

export function fieldsOf({ documents, settings }: Corpus): Fields[] {
  const standing = standingWords(documents)
  const concepts = conceptsOf(settings)
  return documents.map((document, id) => {
    const key = [document.name, ...document.keywords].join(' ')
    const stems = new Set(words(key).map(stem))
    const parts = (text: string) =>
      words(text)
        .flatMap((word) => split(word, (part) => standing.has(part)))
        .join(' ')
    const synonyms = concepts.flatMap(({ terms, plain }) =>
      terms.some((term) => term.length > 0 && term.every((one) => stems.has(one))) ? plain : [],
    )
    return {
      id,
      name: document.name,
      keywords: document.keywords.join(' '),
      synonym: [...new Set(synonyms)].join(' '),
      organization: document.organization,
      terms: [
        ...document.themes.map((code) => settings.themes[code]),
        ...document.targetGroups.map((code) => settings.targetGroups[code]),
      ].join(' '),
      parts: parts(key),
      description: document.description,
      descriptionParts: parts(document.description),
    }
  })
}

const conceptsOf = (settings: SearchSettings) =>
  [
    ...settings.synonyms.map(({ term, words: plain }) => ({ terms: [term], plain })),
    ...startingList.map(({ terms, phrases }) => ({ terms, plain: [...terms, ...phrases] })),
  ].map((entry) => ({ ...entry, terms: entry.terms.map((term) => telling(words(term)).map(stem)) }))

function standingWords(documents: readonly ServiceDocument[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { name, keywords, description } of documents) {
    for (const word of new Set(words([name, ...keywords, description].join(' ')))) {
      if (word.length > 2 && !isStop(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word))
}

export const kept = ({ documents }: Corpus) =>
  documents.map(({ id, themes, targetGroups, places, coordinates }) => ({
    id,
    themes,
    targetGroups,
    places,
    coordinates,
  }))
export type Kept = ReturnType<typeof kept>

export function kilometres(
  [latitude, longitude]: readonly [number, number],
  from: { latitude: number; longitude: number },
): number {
  const rad = Math.PI / 180
  const a =
    Math.sin(((latitude - from.latitude) * rad) / 2) ** 2 +
    Math.cos(latitude * rad) * Math.cos(from.latitude * rad) * Math.sin(((longitude - from.longitude) * rad) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(a))
}
