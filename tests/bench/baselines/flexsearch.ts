/** FlexSearch with the same fields, words and stems. It forgives no typing errors in this setting, which is its fastest. */
import { Index } from 'flexsearch'
import { isStop, saying, stem, words } from '../../../search/dutch/text.ts'
import { placeNames, questionOf } from '../../../search/embedded/question.ts'
import type { SearchSettings } from '../../../search/settings.ts'
import type { Contender } from '../search/contender.ts'
import { fieldsOf, kept, weights } from './alike.ts'
import type { Kept } from './alike.ts'
import { answer } from './answer.ts'
import type { Hit } from './answer.ts'

const fields = Object.keys(weights) as (keyof typeof weights)[]
const encode = (text: string) => words(text).flatMap((word) => (isStop(word) ? [] : [word, `_${stem(word)}`]))
const indexes = () => fields.map(() => new Index({ tokenize: 'forward', encode, resolution: 3, cache: false }))

export const flexSearch: Contender = {
  name: 'FlexSearch',
  build(corpus) {
    const made = indexes()
    for (const document of fieldsOf(corpus)) {
      for (const [number, field] of fields.entries()) made[number]?.add(document.id, document[field])
    }
    const parts = made.map((index) => {
      const entries: [string, string][] = []
      void index.export((key: string, data: string) => void entries.push([key, data]))
      return entries
    })
    const file = { parts, documents: kept(corpus), places: corpus.settings.places }
    return [new TextEncoder().encode(JSON.stringify(file))]
  },
  open(files) {
    const { parts, documents, places } = JSON.parse(new TextDecoder().decode(files[0])) as {
      parts: [string, string][][]
      documents: Kept
      places: SearchSettings['places']
    }
    const made = indexes()
    for (const [number, entries] of parts.entries()) for (const [key, data] of entries) made[number]?.import(key, data)
    const names = placeNames(places)
    return {
      search(query) {
        const question = questionOf(query.text, names)
        const { asked } = question
        const total = asked.reduce((sum, word) => sum + saying(word), 0)
        const hits = new Map<number, Hit>()
        for (const word of asked) {
          const had = new Set<number>()
          for (const [number, field] of fields.entries()) {
            const found = made[number]?.search(word, { limit: 1000, suggest: true }) as number[]
            for (const [rank, document] of found.entries()) {
              const hit = hits.get(document) ?? { document, covered: 0, score: 0 }
              hits.set(document, hit)
              hit.score += (weights[field] * saying(word)) / (1 + rank / found.length)
              if (!had.has(document)) hit.covered += saying(word) / total
              had.add(document)
            }
          }
        }
        return answer([...hits.values()], documents, query, question)
      },
    }
  },
}
