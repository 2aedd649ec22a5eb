/** The settings of the index, from the literal that both engines read. Written for Meilisearch 1.50. */
import { stopwords } from '@orama/stopwords/dutch'
import type { Settings } from 'meilisearch'
import { conceptsIn } from '../concepts.ts'
import { isStop, words } from '../dutch/text.ts'
import type { SearchSettings } from '../settings.ts'

/** What may be found, from what says most to what says least: the order is the weight. */
export const searchable = [
  'name',
  'name_stems',
  'keywords',
  'keywords_stems',
  'organization',
  'organization_stems',
  'parts',
  'description',
  'description_stems',
  'theme_names',
] as const

/** Meilisearch joins three words at most for a synonym, and takes no more than fifty of them for one word. */
const mostWords = 3
const mostSynonyms = 50
/** Deeper than this nobody pages; totals are exact up to here. */
export const mostHits = 100_000

/** Gives the index settings; partners who ask the index itself get the synonyms and stop words too. */
export function indexSettings(settings: SearchSettings): Settings {
  return {
    searchableAttributes: [...searchable],
    displayedAttributes: ['*'],
    filterableAttributes: [
      'id',
      'concepts',
      'themes',
      'target_groups',
      'line',
      'minimum_age',
      'maximum_age',
      'languages',
      'free',
      'places',
      'national',
      'opening',
      '_geo',
      '_geojson',
    ],
    sortableAttributes: ['_geo', 'order'],
    // Distance goes before everything when it is asked for; A to Z decides between equals.
    rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'order:asc'],
    stopWords: [...new Set(stopwords)].filter(isStop).sort(),
    synonyms: synonymsOf(settings),
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
      disableOnNumbers: true,
    },
    faceting: { maxValuesPerFacet: 1000, sortFacetValuesBy: { '*': 'alpha' } },
    pagination: { maxTotalHits: mostHits },
    // An answer that is cut off after this is worse than one of the embedded engine, and still one in time.
    searchCutoffMs: 1500,
  }
}

/** What people say, to the terms services carry; one way, or "bank" would find every "voedselbank". */
function synonymsOf(settings: SearchSettings): Record<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const { terms, phrases } of conceptsIn(settings)) {
    for (const phrase of phrases) {
      const said = words(phrase)
      if (said.length === 0 || said.length > mostWords) continue
      const key = said.join(' ')
      const meant = found.get(key) ?? new Set<string>()
      for (const term of terms.map((one) => words(one).join(' '))) {
        if (term !== '' && term !== key && meant.size < mostSynonyms) meant.add(term)
      }
      if (meant.size > 0) found.set(key, meant)
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, meant]) => [key, [...meant]]))
}
