/** What both sides of the embedded index agree on: fields, weights and how a word becomes terms. */
import type { Options } from 'minisearch'
import type { ServiceDocument } from '../document.ts'
import type { SearchSettings } from '../settings.ts'
import { isStop, stem, words } from '../dutch/text.ts'

export type Fields = {
  id: number
  name: string
  keywords: string
  synonym: string
  organization: string
  terms: string
  description: string
}

/** The name of a service says most, its description least per word. */
export const boost = { name: 6, keywords: 4, synonym: 3, organization: 2, terms: 1.5, description: 1 }

/** Stems live beside the words as typed, marked so that a typing error is never compared with a stem. */
export const stemTerm = (word: string) => `_${stem(word)}`

export const options: Options<Fields> = {
  fields: Object.keys(boost),
  tokenize: words,
  processTerm: (word) => (isStop(word) ? null : [word, stemTerm(word)]),
}

/** What travels: the index, and of each document only what filters and order need. */
export type Stage = {
  index: unknown
  documents: Omit<ServiceDocument, 'url'>[]
  settings: SearchSettings
}
