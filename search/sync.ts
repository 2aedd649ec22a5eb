/**
 * Keeps an index elsewhere the same as what is published. Knows no engine: it compares, and says what is to be written
 * and removed. A change of settings, or of much at once, makes the index anew beside the one that answers.
 */
import type { ServiceDocument } from './document.ts'
import type { SearchSettings } from './settings.ts'

/** What is published: one revision, whole. */
export type Published = { documents: readonly ServiceDocument[]; settings: SearchSettings }

/** An index elsewhere. Every promise of it comes true when the work has been done there, and not when it was asked for. */
export type RemoteIndex = {
  /** Waits until nothing that somebody else asked for is still to be done. */
  quiet(): Promise<void>
  /** What it holds, by id; null when there is no index. `thorough` believes no hash it is told. */
  held(thorough: boolean): Promise<{ settings: string; hashes: ReadonlyMap<string, string> } | null>
  /** What it should hold. */
  wanted(
    documents: readonly ServiceDocument[],
    settings: SearchSettings,
  ): {
    settings: string
    hashes: ReadonlyMap<string, string>
    put(ids: readonly string[]): Promise<void>
    rebuild(): Promise<void>
  }
  remove(ids: readonly string[]): Promise<void>
}

/** How the index differed: services it lacked, had otherwise, had too many; and whether it was made anew. */
export type Drift = { missing: number; stale: number; surplus: number; rebuilt: boolean }

/** More than this part changed: making anew costs no more, and nobody sees half of it. */
const much = 0.5

/**
 * Brings the index in line with what is published, and gives what was wrong. Afterwards it holds these documents and no
 * others. Broken off halfway it may be done again, by any process: it looks first. Throws what the index throws.
 */
export async function bringInLine(
  index: RemoteIndex,
  { documents, settings }: Published,
  { thorough = false } = {},
): Promise<Drift> {
  await index.quiet()
  const wanted = index.wanted(documents, settings)
  const held = await index.held(thorough)
  const there = held?.hashes ?? new Map<string, string>()
  const missing = [...wanted.hashes.keys()].filter((id) => !there.has(id))
  const stale = [...wanted.hashes].filter(([id, hash]) => there.has(id) && there.get(id) !== hash).map(([id]) => id)
  const surplus = [...there.keys()].filter((id) => !wanted.hashes.has(id))
  const counts = { missing: missing.length, stale: stale.length, surplus: surplus.length }

  const different = missing.length + stale.length + surplus.length
  if (held === null || held.settings !== wanted.settings || different > much * Math.max(10, wanted.hashes.size)) {
    await wanted.rebuild()
    return { ...counts, rebuilt: true }
  }
  if (missing.length + stale.length > 0) await wanted.put([...missing, ...stale])
  if (surplus.length > 0) await index.remove(surplus)
  return { ...counts, rebuilt: false }
}
