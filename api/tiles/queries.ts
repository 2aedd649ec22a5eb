import type { Kysely } from 'kysely'
import type { DirectoryTables } from '../db.ts'

/** Where is the municipality: its outline, else its places? */
export async function municipalityPoints(
  db: Kysely<DirectoryTables>,
): Promise<{ latitude: number; longitude: number }[]> {
  const base = await db.selectFrom('directory.base_map').select('geojson').executeTakeFirst()
  const outline = outlineOf(base?.geojson)
  if (outline.length > 0) return outline
  return await db.selectFrom('directory.place').select(['latitude', 'longitude']).execute()
}

type Feature = { properties?: { kind?: unknown } | null; geometry?: { coordinates?: unknown } | null }

function outlineOf(map: unknown): { latitude: number; longitude: number }[] {
  const features = (map as { features?: Feature[] } | undefined)?.features ?? []
  return features.flatMap(({ properties, geometry }) =>
    properties?.kind === 'outline' ? pointsIn(geometry?.coordinates) : [],
  )
}

/** Positions at whatever depth a geometry has them. */
function pointsIn(coordinates: unknown): { latitude: number; longitude: number }[] {
  if (!Array.isArray(coordinates)) return []
  const [longitude, latitude] = coordinates as unknown[]
  if (typeof longitude === 'number' && typeof latitude === 'number') return [{ latitude, longitude }]
  return coordinates.flatMap(pointsIn)
}
