/**
 * Fetches the index in stages and the cards in chunks. Static files of our own; nothing typed leaves the browser.
 * First what the first screen needs; the descriptions and the other cards follow while nobody waits.
 */
import { openInSteps } from '../../../search/embedded/open.ts'
import type { SearchQuery } from '../../../search/embedded/open.ts'
import type { Card } from '../../lib/card.ts'
import { Found, answererOver } from './answer.ts'
import type { Answer } from './answer.ts'
import { breath } from './breath.ts'

export type Files = { indexUrls: string[]; cardsUrl: string; chunk: number; total: number; flags: string }
type Ask = (query: SearchQuery) => Answer | Promise<Answer>
/** An index that is open; `add` gives it its next stage, from which it answers from then on. */
export type Opened = { ask: Ask; add: (stage: Uint8Array) => Promise<void> }

export type Search = {
  /** Answers from all stages that are there. At once, unless the index lives in a worker. */
  ask: Ask
  /** The card of a service; undefined while it is not fetched. */
  card: (id: string) => Card | undefined
  /** Fetches the cards of these services; rejects when that fails. */
  fetchCards: (ids: readonly string[]) => Promise<void>
  /** All stages of the index: with coordinates, hours and descriptions; resolves when answers come from all of them. */
  fetchStages: () => Promise<void>
  /** Whether all stages are there. */
  isWhole: () => boolean
  /** All stages and all cards, little by little; resolves when everything is there. */
  fetchAll: () => Promise<void>
}

/** From so many services on, coming in may hold up the page: the index lives in a thread of its own (decision 0012). */
const ownThread = 16_000

/** Up to so many services all stages together weigh less than a picture: whoever comes with words waits for them. */
const light = 1_500
/** Who comes with more words than a name tells a story, and the first stage knows nothing of what people tell. */
const story = 3

/** Whether an answer to this text, before anything was answered, is worth waiting for all stages. */
export const wantsAll = (text: string, { total }: Files): boolean =>
  total <= light ? text.trim() !== '' : text.trim().split(/\s+/).length >= story

/** Rejects when the first stage cannot be had or is damaged; the caller offers to try again. */
export async function load(files: Files): Promise<Search> {
  const { indexUrls, cardsUrl, chunk, total } = files
  const [firstUrl = '', ...moreUrls] = indexUrls
  const cards: (Card | undefined)[] = []
  const chunks = new Map<number, Promise<void>>()
  const fetchChunk = (number: number): Promise<void> => {
    const known = chunks.get(number)
    if (known) return known
    const fetched = get(`${cardsUrl}${number}.json`).then(async (answer) => {
      for (const [n, card] of ((await answer.json()) as Card[]).entries()) cards[number * chunk + n] = card
    })
    chunks.set(number, fetched)
    // What failed is tried again by the next one who asks.
    fetched.catch(() => chunks.delete(number))
    return fetched
  }

  const { ask, add } = await open(await bytes(firstUrl), files)
  /** The stages that are not there yet; one that failed is fetched again by the next who asks. */
  const waiting = [...moreUrls]
  const fetchStages = once(async () => {
    for (let url = waiting[0]; url !== undefined; url = waiting[0]) {
      const stage = await bytes(url)
      await idle()
      await add(stage)
      waiting.shift()
    }
  })
  const fetchAll = once(async () => {
    await fetchStages()
    const warming = total < ownThread ? warmUp.values() : [].values()
    for (let number = 0; number * chunk < total; number += together) {
      const last = Math.min(number + together, Math.ceil(total / chunk))
      await Promise.all(Array.from({ length: last - number }, (_, n) => fetchChunk(number + n)))
      await idle()
      const { value } = warming.next()
      if (value !== undefined) void ask({ text: value, limit: 100 })
      // Asking for the next ones is a task of its own.
      await breath()
    }
  })
  return {
    ask,
    card: (id) => cards[Number(id)],
    fetchCards: async (ids) => {
      await Promise.all([...new Set(ids.map((id) => Math.floor(Number(id) / chunk)))].map(fetchChunk))
    },
    fetchStages,
    isWhole: () => waiting.length === 0,
    fetchAll,
  }
}

/** Whoever asks while it is being done waits for the same; what failed is done again by the next who asks. */
function once(work: () => Promise<void>): () => Promise<void> {
  let doing: Promise<void> | null = null
  return () => {
    if (doing) return doing
    doing = work()
    doing.catch(() => (doing = null))
    return doing
  }
}

/**
 * What a browser has never run it runs slowly: it translates a piece of code when that turns out to be used. Some typing
 * while nobody types makes the first keys as quick as the later ones.
 */
const warmUp = ['g', 'geld', 'een', 'eenzaam', 'mantelzogr', 'ik kan niet', 'ik kan niet slapen', 'hulp bij de huur']

/** Chunks that are fetched side by side. */
const together = 4

async function open(first: Uint8Array, { total, flags }: Files): Promise<Opened> {
  if (total >= ownThread) {
    const { inWorker } = await import('./in-worker.ts')
    return inWorker(first, flags, (id, score, where) => new Found(id, score, where, flags))
  }
  const { engine, add } = await openInSteps(first, breath)
  // The first answer is a task of its own.
  await breath()
  return { ask: answererOver(engine, flags), add }
}

/** When the browser has nothing better to do; soon, where it cannot tell. */
const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 })
    else setTimeout(resolve, 50)
  })

const bytes = async (url: string) => new Uint8Array(await (await get(url)).arrayBuffer())

async function get(url: string): Promise<Response> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer
}
