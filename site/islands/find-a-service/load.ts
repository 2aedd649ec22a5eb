/** Fetches index and cards, once, and opens the index. Static files of our own; nothing typed leaves the browser. */
import { openIndex } from '../../../search/embedded/open.ts'
import type { SearchEngine } from '../../../search/embedded/open.ts'
import type { Card } from '../../lib/card.ts'

export type Loaded = { engine: SearchEngine; cards: Map<string, Card> }

/** Rejects when a file cannot be had; the caller offers to try again. */
export async function load(indexUrls: readonly string[], cardsUrl: string): Promise<Loaded> {
  const [cards, ...stages] = await Promise.all([
    get(cardsUrl).then((answer) => answer.json() as Promise<Card[]>),
    ...indexUrls.map(bytes),
  ])
  return { engine: openIndex(stages), cards: new Map(cards.map((card) => [card.id, card])) }
}

const bytes = async (url: string) => new Uint8Array(await (await get(url)).arrayBuffer())

async function get(url: string): Promise<Response> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer
}
