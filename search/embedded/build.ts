import MiniSearch from 'minisearch'
import type { ServiceDocument } from '../document.ts'
import type { SearchSettings } from '../settings.ts'
import { words } from '../dutch/text.ts'
import { options } from './shape.ts'
import type { Fields, Stage } from './shape.ts'
import { synonymsFor } from './synonyms.ts'

/**
 * Makes the index that travels with the page.
 * Takes all published documents and the settings of the revision; gives the stages to load, in order, as bytes.
 * The same input gives the same bytes, so that a file named by its content may be kept for ever.
 */
export function buildIndex(documents: readonly ServiceDocument[], settings: SearchSettings): Uint8Array[] {
  const index = new MiniSearch<Fields>(options)
  index.addAll(documents.map((document, position) => fieldsOf(document, position, settings)))
  const stage: Stage = {
    index: index.toJSON(),
    documents: documents.map(({ url: _, ...rest }) => rest),
    settings,
  }
  return [new TextEncoder().encode(JSON.stringify(stage))]
}

function fieldsOf(document: ServiceDocument, id: number, settings: SearchSettings): Fields {
  const names = [
    ...document.themes.map((code) => settings.themes[code]),
    ...document.targetGroups.map((code) => settings.targetGroups[code]),
  ]
  return {
    id,
    name: document.name,
    keywords: document.keywords.join(' '),
    synonym: synonymsFor(words([document.name, ...document.keywords].join(' ')), settings.synonyms).join(' '),
    organization: document.organization,
    terms: names.filter((name) => name !== undefined).join(' '),
    description: document.description,
  }
}
