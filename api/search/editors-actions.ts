/** What editors do with the words of search. Each is one transaction with its log row. */
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import { leastShown } from './codes.ts'
import { assertSound, type Concept, tidied } from './concept.ts'
import { findConcept, insertConcept, lastPublishedAt, listConcepts, saveConcept } from './concept-queries.ts'
import { explain, mostTried } from './explain.ts'
import { countsSearches, missesSince, saveCounting } from './miss-queries.ts'
import { publishedEngine } from './published.ts'
import type {
  ConceptChange,
  ConceptInput,
  ConceptsView,
  ConceptView,
  CountingView,
  MissesView,
  TriedView,
} from './schema.ts'
import { sourceKeeper } from './source.ts'
import { suggestionsFor } from './suggest.ts'
import { toConcept } from './view.ts'

const untried: TriedView = { published: false, asked: [], places: [], total: 0, suggestion: null, hits: [] }

type Asker = { viewer: Viewer; reason: Reason }

/** How long back misses are looked at. */
const days = 90

/** Every synonym and intent, also what was taken out, and which of them is not on the site yet. */
export function readConcepts(deps: Deps, { viewer, reason }: Asker): Promise<ConceptsView> {
  return withContext(deps, viewer, reason, async (tx) => {
    const [concepts, publishedAt] = [await listConcepts(tx), await lastPublishedAt(tx)]
    return {
      concepts: concepts.map((concept) => toConcept(concept, publishedAt)),
      publishedAt: publishedAt?.toISOString() ?? null,
    }
  })
}

/** Adds one; it counts from the next publication on. Refuses `input.invalid` with everything that is wrong. */
export function addConcept(deps: Deps, { viewer, reason }: Asker, input: ConceptInput): Promise<ConceptView> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const concept = { kind: input.kind, ...tidied(input) }
    assertSound(concept, await listConcepts(tx))
    const made = await insertConcept(tx, concept, deps.now())
    note('concept', [made.id])
    return toConcept(made, await lastPublishedAt(tx))
  })
}

/** Other words. Refuses as `addConcept`, and `concept.not_found`, `changed_meanwhile`. */
export function changeConcept(deps: Deps, asker: Asker, id: string, input: ConceptChange): Promise<ConceptView> {
  return move(deps, asker, id, input.version, (before, others) => {
    const after = { ...before, ...tidied(input) }
    assertSound(after, others, before.terms)
    return after
  })
}

/** Takes one out. It stays in the list of what was taken out, to be put back. Refuses as `changeConcept`. */
export function removeConcept(deps: Deps, asker: Asker, id: string, version: number): Promise<ConceptView> {
  return move(deps, asker, id, version, (before) => ({ ...before, removed: true }))
}

/** Puts one back as it was. Refuses as `changeConcept`: meanwhile another may have its term. */
export function restoreConcept(deps: Deps, asker: Asker, id: string, version: number): Promise<ConceptView> {
  return move(deps, asker, id, version, (before, others) => {
    assertSound(before, others, before.terms)
    return { ...before, removed: false }
  })
}

function move(
  deps: Deps,
  { viewer, reason }: Asker,
  id: string,
  version: number,
  decide: (before: Concept, others: readonly Concept[]) => Concept,
): Promise<ConceptView> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const before = await findConcept(tx, id)
    note('concept', [id])
    if (before.version !== version) throw new Refusal('changed_meanwhile')
    const others = (await listConcepts(tx)).filter((other) => other.id !== id)
    const saved = await saveConcept(tx, before, decide(before, others), deps.now())
    return toConcept(saved, await lastPublishedAt(tx))
  })
}

/** Searches that helped nobody, from five of a kind on, and which synonym might help. */
export function gapReader(deps: Deps): (asker: Asker) => Promise<MissesView> {
  const sourceOf = sourceKeeper()
  return ({ viewer, reason }) =>
    withContext(deps, viewer, reason, async (tx) => {
      const since = dateIn(new Date(deps.now().getTime() - days * 86_400_000))
      const [counted, misses, concepts] = [
        await countsSearches(tx),
        await missesSince(tx, since, leastShown),
        await listConcepts(tx),
      ]
      const folder = deps.siteFolder()
      const documents = folder === null ? [] : ((await sourceOf(folder))?.documents ?? [])
      const of = (wanted: string) =>
        misses.filter(({ kind }) => kind === wanted).map(({ words, count }) => ({ words, count }))
      const [nothing, noClick] = [of('nothing'), of('no_click')]
      return { counted, leastShown, days, nothing, noClick, suggested: suggestionsFor(nothing, concepts, documents) }
    })
}

/** A question tried on the published index, with its reasons. */
export function queryTrier(deps: Deps): (asker: Asker, text: string) => Promise<TriedView> {
  const [engineOf, sourceOf] = [publishedEngine(), sourceKeeper()]
  return ({ viewer, reason }, text) =>
    withContext(deps, viewer, reason, async () => {
      const folder = deps.siteFolder()
      const source = folder === null ? null : await sourceOf(folder)
      if (folder === null || source === null) return untried
      return explain(text, source, (await engineOf(folder)).search({ text, limit: mostTried }))
    })
}

export function readCounting(deps: Deps, { viewer, reason }: Asker): Promise<CountingView> {
  return withContext(deps, viewer, reason, async (tx) => ({ on: await countsSearches(tx) }))
}

/** Whether searches that helped nobody are counted; the site says so, and does so, from the next publication on. */
export function setCounting(deps: Deps, { viewer, reason }: Asker, on: boolean): Promise<CountingView> {
  return withContext(deps, viewer, reason, async (tx) => {
    await saveCounting(tx, on)
    return { on }
  })
}
