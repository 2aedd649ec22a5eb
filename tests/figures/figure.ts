/** What a figure is: something counted on the real thing, and the proof that the count can fail. */
import type { Bench } from './bench.ts'

export type Count = {
  tried: number
  held: number
  /** What did not hold, for whoever looks. */
  lost: string[]
  /** Further numbers of this run: how much it was, and the seed. */
  more?: string
}

/** What was broken, and how many of how many held then: fewer than all, or the figure proves nothing. */
export type Control = Count & { broke: string }

export type Figure = {
  id: string
  what: string
  /** Only in the full set: it counts what a busy machine would spoil. */
  onlyFull?: true
  run(bench: Bench): Promise<Count>
  control(bench: Bench): Promise<Control>
}

/** Counts as it goes. `hold` says of one attempt whether it held, and what was seen when it did not. */
export function counting(): Count & { hold(held: boolean, otherwise: string): void } {
  const count = {
    tried: 0,
    held: 0,
    lost: [] as string[],
    hold(held: boolean, otherwise: string) {
      count.tried += 1
      if (held) count.held += 1
      else count.lost.push(otherwise)
    },
  }
  return count
}

/** All of it, by as many as there are lanes: each takes the next one when it is done. */
export async function inLanes<Item, Lane>(
  items: Iterable<Item>,
  lanes: readonly Lane[],
  work: (item: Item, lane: Lane) => Promise<void>,
): Promise<void> {
  const left = [...items].values()
  await Promise.all(
    lanes.map(async (lane) => {
      for (const item of left) await work(item, lane)
    }),
  )
}
