/** MiniSearch tuned alike: what differs from our own engine is the engine. */
import MiniSearch from 'minisearch'
import type { Query } from 'minisearch'
import { isStop, saying, stem, words } from '../../../search/dutch/text.ts'
import { placeNames, questionOf } from '../../../search/embedded/question.ts'
import type { SearchSettings } from '../../../search/settings.ts'
import type { Contender, Opened } from '../search/contender.ts'
import { fieldsOf, kept, weights } from './alike.ts'
import type { Fields, Kept } from './alike.ts'
import { answer } from './answer.ts'

const stemmed = (word: string) => `_${stem(word)}`
const options = {
  fields: Object.keys(weights),
  tokenize: words,
  processTerm: (word: string) => (isStop(word) ? null : [word, stemmed(word)]),
}

export const miniSearch: Contender = {
  name: 'MiniSearch',
  build(corpus) {
    const index = new MiniSearch<Fields>(options)
    index.addAll(fieldsOf(corpus))
    const file = { index, documents: kept(corpus), places: corpus.settings.places }
    return [new TextEncoder().encode(JSON.stringify(file))]
  },
  open(files) {
    const { index, documents, places } = JSON.parse(new TextDecoder().decode(files[0])) as {
      index: Parameters<typeof MiniSearch.loadJS<Fields>>[0]
      documents: Kept
      places: SearchSettings['places']
    }
    return opened(MiniSearch.loadJS<Fields>(index, options), documents, places)
  },
}

function opened(index: MiniSearch<Fields>, documents: Kept, places: SearchSettings['places']): Opened {
  const names = placeNames(places)
  return {
    search(query) {
      const question = questionOf(query.text, names)
      const { asked, joined } = question
      const total = asked.reduce((sum, word) => sum + saying(word), 0)
      const found = index.search(queryFor(asked, joined), { boost: weights }).map((result) => {
        const hit = new Set(result.queryTerms)
        const had = asked.filter(
          (word, n) =>
            hit.has(word) || hit.has(stemmed(word)) || (joined[n] ?? []).some((one) => hit.has(stemmed(one))),
        )
        const covered = had.reduce((sum, word) => sum + saying(word), 0) / total
        return { document: result.id as number, covered, score: result.score }
      })
      return answer(found, documents, query, question)
    },
  }
}

const plain = (term: string) => term

function queryFor(asked: readonly string[], joined: readonly (readonly string[])[]): Query {
  return {
    combineWith: 'OR',
    queries: asked.map((word, position) => ({
      combineWith: 'OR',
      queries: [
        {
          queries: [word],
          processTerm: plain,
          prefix: position === asked.length - 1 || word.length > 4,
          fuzzy: word.length > 7 ? 2 : word.length > 3 ? 1 : false,
          maxFuzzy: 2,
          weights: { prefix: 0.5, fuzzy: 0.3 },
          boostTerm: () => saying(word),
        },
        {
          queries: [stemmed(word), ...(joined[position] ?? []).map(stemmed)],
          tokenize: (term: string) => [term],
          processTerm: plain,
          boostTerm: () => 0.8 * saying(word),
        },
      ],
    })),
  }
}
