/** A tile from disk while it is fresh, else from the base map; and an old one rather than none. */
import type { Log, Tiles } from '../deps.ts'
import { type Store, openStore } from './store.ts'
import type { Tile } from './tile.ts'
import { fetchTile } from './upstream.ts'

/** `pdok-proxy` of TILES. The address has {z}, {x} and {y}. */
export type TileSetting = { address: string; folder: string }

/** Source of the address: PDOK, BRT Achtergrondkaart; the grey one, on which signs stand out. */
export const pdokAddress = 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png'

const MOST_BYTES = 256 * 1024 * 1024
/** The base map is made anew a few times a year. */
const FRESH_MS = 30 * 86_400_000
/** After so many failures one after the other the base map is left alone: nobody waits for what does not come. */
const FAILURES = 3
const REST_MS = 30_000
const MOST_AT_ONCE = 32

export function openTiles(setting: TileSetting, log: Log, now: () => Date, mostBytes = MOST_BYTES): Tiles {
  const store: Store = openStore(setting.folder, mostBytes)
  const asking = new Map<string, Promise<Uint8Array | null>>()
  let running = 0
  let failed = 0
  let restUntil = 0

  async function ask(tile: Tile): Promise<Uint8Array | null> {
    if (now().getTime() < restUntil || running >= MOST_AT_ONCE) return null
    running += 1
    try {
      const bytes = await fetchTile(setting.address, tile)
      await store.put(tile, bytes, now().getTime())
      failed = 0
      return bytes
    } catch (error) {
      failed += 1
      if (failed >= FAILURES) restUntil = now().getTime() + REST_MS
      log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'a map tile could not be fetched')
      return null
    } finally {
      running -= 1
    }
  }

  /** Two who look at the same place ask once. */
  function once(tile: Tile): Promise<Uint8Array | null> {
    const key = `${tile.z}/${tile.x}/${tile.y}`
    const going = asking.get(key) ?? ask(tile).finally(() => asking.delete(key))
    asking.set(key, going)
    return going
  }

  return {
    async get(tile) {
      const kept = await store.get(tile)
      if (kept && now().getTime() - kept.fetchedAt < FRESH_MS) return kept.bytes
      return (await once(tile)) ?? kept?.bytes ?? null
    },
  }
}
