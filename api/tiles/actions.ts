import type { Deps } from '../deps.ts'
import { municipalityPoints } from './queries.ts'
import type { Bounds, TileSource } from './schema.ts'
import { boundsAround, isServed, tileFrom, zooms } from './tile.ts'

/** About four kilometres of the neighbours. */
const MARGIN = 0.04
const LOOK_AGAIN_MS = 600_000

/** The bounds of the municipality, looked up again every ten minutes: an import may move them. */
const known = new WeakMap<Deps, { bounds: Bounds | null; until: number }>()

async function boundsOf(deps: Deps): Promise<Bounds | null> {
  const now = deps.now().getTime()
  const before = known.get(deps)
  if (before && now < before.until) return before.bounds
  const bounds = boundsAround(await municipalityPoints(deps.publicDb), MARGIN)
  known.set(deps, { bounds, until: now + LOOK_AGAIN_MS })
  return bounds
}

/** Where the map gets its pictures, and whose they are; null for an installation without tiles or without a place. */
export async function tileSource(deps: Deps): Promise<TileSource | null> {
  const bounds = await boundsOf(deps)
  if (!bounds || !deps.tiles) return null
  return {
    url: '/kaart/tegels/{z}/{x}/{y}.png',
    minZoom: zooms.from,
    maxZoom: zooms.to,
    bounds,
    // CC BY 4.0 asks for the name; "Verbeter de kaart" is where an error in the map is told.
    attribution: [
      { words: 'Kaartgegevens © Kadaster', href: 'https://www.kadaster.nl' },
      { words: 'Verbeter de kaart', href: 'https://www.verbeterdekaart.nl' },
    ],
  }
}

/** One picture. Null for what is no tile of this municipality, and for one that cannot be had now. */
export async function tileOf(deps: Deps, z: string, x: string, file: string): Promise<Uint8Array | null> {
  const tile = tileFrom(z, x, file)
  const bounds = tile && (await boundsOf(deps))
  if (!tile || !bounds || !isServed(tile, bounds)) return null
  return (await deps.tiles?.get(tile)) ?? null
}
