/** Why a service was found and by which of its words, and another spelling. Meilisearch says in which fields it matched. */
import type { Meilisearch } from 'meilisearch'
import { idIn } from './filter.ts'
import { errors, likeness } from '../alike.ts'
import { markable, type MeiliQuestion } from './question.ts'
import type { MeiliRecord } from './record.ts'

/** Who asks, and of which index. */
export type Asker = { client: Meilisearch; index: string }
export type Explained = { highlights: string[]; reasons: string[] }
export type Explanation = ReadonlyMap<string, Explained>

/** The field of a reason, and the text of which words are marked. */
const told: Record<string, { reason: string; text: (record: MeiliRecord) => string }> = {
  name: { reason: 'name', text: ({ name }) => name },
  keywords: { reason: 'keywords', text: ({ keywords }) => keywords.join(' ') },
  organization: { reason: 'organization', text: ({ organization }) => organization },
  description: { reason: 'description', text: ({ description }) => description },
  theme_names: { reason: 'theme', text: () => '' },
  parts: { reason: 'name', text: ({ name, keywords }) => `${name} ${keywords.join(' ')}` },
}

/** For the services of one page; one that was found by what it means, and by no word, has the reason `synonym` or `said`. */
export async function reasonsOf(
  { client, index }: Asker,
  ids: readonly string[],
  { q, asked, concepts, said }: MeiliQuestion,
  signal: AbortSignal,
): Promise<Explanation> {
  if (ids.length === 0 || q === '') return new Map()
  const search = (more: { q: string; showMatchesPosition?: boolean; filter: string[] }) => ({
    indexUid: index,
    hitsPerPage: ids.length,
    page: 1,
    matchingStrategy: 'last' as const,
    attributesToRetrieve: ['id', 'name', 'keywords', 'organization', 'description', 'concepts'],
    ...more,
  })
  const { results } = await client.multiSearch(
    { queries: [search({ q: '', filter: idIn(ids) }), search({ q, filter: idIn(ids), showMatchesPosition: true })] },
    { signal },
  )
  const [all, matched] = results as unknown as {
    hits: (MeiliRecord & { _matchesPosition?: Record<string, unknown> })[]
  }[]
  const positions = new Map(matched?.hits.map((hit) => [hit.id, Object.keys(hit._matchesPosition ?? {})]))
  return new Map(
    (all?.hits ?? []).map((record) => {
      const fields = [...new Set((positions.get(record.id) ?? []).map((field) => field.replace(/_stems$/, '')))]
      const marked = fields.flatMap((field) =>
        markable(told[field]?.text(record) ?? '').filter((word) => asked.some((one) => likeness(word, one) !== null)),
      )
      const spoken = record.concepts.filter((key) => concepts.includes(key))
      const meant = spoken.map((key) => (said.includes(key) ? 'said' : 'synonym'))
      const reasons = [...new Set([...fields.flatMap((field) => told[field]?.reason ?? []), ...meant])]
      return [record.id, { highlights: [...new Set(marked)], reasons }]
    }),
  )
}

/** "Bedoelde u": words that only nearly stand in what was found, as they stand there. */
export function suggestionOf(asked: readonly string[], explained: Explanation): string | undefined {
  const marked = [...new Set([...explained.values()].flatMap(({ highlights }) => highlights))]
  const other = asked.map((word) => {
    const alike = marked.map((one) => ({ one, how: likeness(one, word) })).filter(({ how }) => how !== null)
    if (alike.length === 0 || alike.some(({ how }) => how !== 'nearly')) return word
    return alike.map(({ one }) => one).sort((a, b) => errors(a, word) - errors(b, word))[0] ?? word
  })
  return other.join(' ') === asked.join(' ') ? undefined : other.join(' ')
}
