/** A question tried on what is published, with the reasons of each answer: for editors. */
import { likeness } from '../../search/alike.ts'
import { conceptsIn, listener, saidIn, stemsOf } from '../../search/concepts.ts'
import type { ServiceDocument } from '../../search/document.ts'
import { saying, words } from '../../search/dutch/text.ts'
import { placeNames, questionOf } from '../../search/embedded/question.ts'
import { conceptWeight, facetWeight, fieldNames, fieldWeights } from '../../search/embedded/formula.ts'
import type { SearchAnswer } from '../../search/engine.ts'
import type { How, TriedHit, TriedView } from './schema.ts'
import type { Source } from './source.ts'

/** As many answers as an editor looks at. */
export const mostTried = 10

const weights = new Map<string, number>([
  ...fieldNames.flatMap((names, segment) =>
    names.map((name, n): [string, number] => [name, fieldWeights[segment]?.[n] ?? 0]),
  ),
  ['theme', facetWeight],
  ['synonym', conceptWeight],
])

/** Out: what was understood of the text, and for each of these answers the fields, words and synonyms it was found by. */
export function explain(text: string, { documents, settings }: Source, answer: SearchAnswer): TriedView {
  const question = questionOf(text, placeNames(settings.places))
  const spoken = listener(conceptsIn(settings))(question.asked)
  const byId = new Map(documents.map((document) => [document.id, document]))

  const hits = answer.hits.slice(0, mostTried).flatMap((hit): TriedHit[] => {
    const document = byId.get(hit.id)
    if (!document) return []
    const stems = new Set(stemsOf(`${document.name} ${document.keywords.join(' ')}`))
    const all = spoken.flatMap(({ concept, phrase }) => {
      const term = concept.terms.find((one) => saidIn(stemsOf(one), stems))
      return term === undefined ? [] : [{ phrase, term, first: concept.first }]
    })
    // Two rows may say the same of the same service.
    const meant = [...new Map(all.map((one) => [`${one.phrase}/${one.term}`, one])).values()].sort(
      (a, b) => Number(b.first) - Number(a.first),
    )
    const { id, name, url, organization } = document
    return [
      {
        id,
        name,
        url,
        organization,
        score: hit.score,
        fields: fieldsOf(document, hit, question.asked),
        meant,
        said: hit.reasons.includes('said'),
      },
    ]
  })
  return {
    published: true,
    asked: question.asked.map((word) => ({ word, weight: saying(word) })),
    places: question.places.map((id) => settings.places[id]?.name ?? id),
    total: answer.total,
    suggestion: answer.suggestion ?? null,
    hits,
  }
}

function fieldsOf(
  document: ServiceDocument,
  hit: SearchAnswer['hits'][number],
  asked: readonly string[],
): TriedHit['fields'] {
  const marked = new Set(hit.highlights)
  const texts: Record<string, string> = {
    name: document.name,
    keywords: document.keywords.join(' '),
    organization: document.organization,
    description: document.description,
  }
  return hit.reasons
    .filter((reason) => reason !== 'synonym' && reason !== 'said')
    .map((field) => ({
      field,
      weight: weights.get(field) ?? 0,
      words: [...new Set(words(texts[field] ?? ''))]
        .filter((word) => marked.has(word))
        .map((word) => ({ word, how: howOf(word, asked) })),
    }))
    .sort((a, b) => b.weight - a.weight)
}

const order = ['same', 'form', 'beginning', 'nearly'] as const
const howOf = (word: string, asked: readonly string[]): How => {
  const all = asked.map((one) => likeness(word, one))
  return order.find((how) => all.includes(how)) ?? 'part'
}
