/** What a map shows of its places, worked out in steps between which the page breathes. */
import { type Bounds, type Groups, type Pause, away, boundsAround, cluster, withoutOutliers } from './cluster.ts'

type Point = { latitude: number; longitude: number }
/** `bounds` is what a first view looks at; null when there is nothing to look at. */
type Grouped<T> = { groups: Groups<T>; bounds: Bounds | null }

/** Milliseconds after which whatever waits goes first: a key, a frame. */
const STEP = 4
/** How many places are shown around somebody. */
const AROUND = 12

/** Of the map's own: shared with the list, it would be one more file that the first search waits for. */
export const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

function breathing(): Pause {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < STEP) return
    await breath()
    begun = performance.now()
  }
}

/** With `here` the first view is oneself and what is near; else all places, but for one that lies far from the rest. */
export async function grouped<T extends Point>(
  places: readonly T[],
  deepest: number,
  here: Point | null | undefined,
): Promise<Grouped<T>> {
  // Whoever asks has just gathered the places, which is a task of its own.
  await breath()
  const pause = breathing()
  const groups = await cluster(places, deepest, pause)
  await pause()
  return { groups, bounds: boundsAround(here ? around(places, here) : await withoutOutliers(places, pause)) }
}

function around(places: readonly Point[], here: Point): readonly Point[] {
  const far = Float64Array.from(places, (place) => away(place, here))
  const reach = far.toSorted()[AROUND - 1] ?? Infinity
  return [here, ...places.filter((_, at) => (far[at] as number) <= reach)]
}
