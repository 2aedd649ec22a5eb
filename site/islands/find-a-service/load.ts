/**
 * Fetches the index in stages and the cards in chunks. Static files of our own; nothing typed leaves the browser.
 * First what the first screen needs; the descriptions and the other cards follow while nobody waits.
 */
import type { SearchQuery } from '../../../search/embedded/open.ts'
import type { Card } from '../../lib/card.ts'
import { answererOf } from './answer.ts'
import type { Answer } from './answer.ts'
import type { FromWorker, ToWorker } from './answer-worker.ts'

export type Files = { indexUrls: string[]; cardsUrl: string; chunk: number; total: number; flags: string }
type Ask = (query: SearchQuery) => Answer | Promise<Answer>

export type Search = {
  /** Answers from all stages that are there. At once, unless the index lives in a worker. */
  ask: Ask
  /** The card of a service; undefined while it is not fetched. */
  card: (id: string) => Card | undefined
  /** Fetches the cards of these services; rejects when that fails. */
  fetchCards: (ids: readonly string[]) => Promise<void>
  /** The descriptions and all cards, little by little; resolves when everything is there. */
  fetchAll: () => Promise<void>
}

/** From so many services on, opening the index takes longer than a page may stand still (decision 0012). */
const ownThread = 12_000

/** Up to so many services the descriptions weigh less than a picture, and come at once: every answer is a whole one. */
const oneStage = 1_500

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

  const small = total <= oneStage
  const begun = await Promise.all([firstUrl, ...(small ? moreUrls : [])].map(bytes))
  let ask = await open(begun, files)
  let everything: Promise<void> | null = null
  const fetchEverything = async () => {
    if (!small) {
      const more = await Promise.all(moreUrls.map(bytes))
      await idle()
      ask = await open([...begun, ...more], files)
    }
    for (let number = 0; number * chunk < total; number += together) {
      const last = Math.min(number + together, Math.ceil(total / chunk))
      await Promise.all(Array.from({ length: last - number }, (_, n) => fetchChunk(number + n)))
      await idle()
    }
  }
  return {
    ask: (query) => ask(query),
    card: (id) => cards[Number(id)],
    fetchCards: async (ids) => {
      await Promise.all([...new Set(ids.map((id) => Math.floor(Number(id) / chunk)))].map(fetchChunk))
    },
    fetchAll: () => {
      everything ??= fetchEverything()
      everything.catch(() => (everything = null))
      return everything
    },
  }
}

/** Chunks that are fetched side by side. */
const together = 4

function open(stages: Uint8Array[], { total, flags }: Files): Ask | Promise<Ask> {
  return total < ownThread ? answererOf(stages, flags) : inWorker(stages, flags)
}

function inWorker(stages: Uint8Array[], flags: string): Promise<Ask> {
  const worker = new Worker(new URL('answer-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  const say = (message: ToWorker) => worker.postMessage(message)
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', () => reject(new Error('worker')))
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'answer') {
        waiting.get(data.number)?.(data.answer)
        waiting.delete(data.number)
      } else if (data.kind === 'refused') {
        worker.terminate()
        reject(new Error('index refused'))
      } else {
        resolve((query) => {
          const number = asked++
          say({ kind: 'ask', number, query })
          return new Promise((answered) => waiting.set(number, answered))
        })
      }
    })
    say({ kind: 'open', stages, flags })
  })
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
