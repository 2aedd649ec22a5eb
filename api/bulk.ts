/** One command on many records: each is locked, checked and logged for itself, and what happened is said of each. */
import { Refusal, type RefusalCode } from './errors.ts'

/** A page full; each is a transaction of its own. */
export const MOST_IN_BULK = 50

/** Of one record: done, or the code it was refused with. */
export type BulkLine = { id: string; refused: RefusalCode | null }
export type BulkResult = { results: BulkLine[] }

/** Runs `act` on one record after the other; a refusal of one leaves the others alone. What nobody foresaw stops it. */
export async function onEach<Item extends { id: string }>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<BulkResult> {
  const results: BulkLine[] = []
  for (const item of items) {
    try {
      await act(item)
      results.push({ id: item.id, refused: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      results.push({ id: item.id, refused: error.code })
    }
  }
  return { results }
}
