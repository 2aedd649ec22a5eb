/** What lies under the places: the tiles of our own address when the server has them, and a drawn map else. */
import type { TileSource } from '../../../api/tiles/schema.ts'

export type Ground = { tiles: TileSource | null; drawn: GeoJSON.FeatureCollection | null }

/** What cannot be had is left out: places alone still help. */
export async function fetchGround(drawnUrl: string | null | undefined): Promise<Ground> {
  const [tiles, drawn] = await Promise.all([json('/kaart/tegels.json'), drawnUrl ? json(drawnUrl) : null])
  return { tiles: isTiles(tiles) ? tiles : null, drawn: isDrawn(drawn) ? drawn : null }
}

async function json(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

// Files of our own revision: a look at their shape is enough, and a checker would weigh more than the map.
const isTiles = (value: unknown): value is TileSource =>
  typeof value === 'object' && value !== null && typeof (value as Partial<TileSource>).url === 'string'
const isDrawn = (value: unknown): value is GeoJSON.FeatureCollection =>
  typeof value === 'object' && value !== null && Array.isArray((value as { features?: unknown }).features)
