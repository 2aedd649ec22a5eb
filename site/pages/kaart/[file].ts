import type { APIRoute } from 'astro'
import { snapshot } from '../../lib/snapshot.ts'

/**
 * The drawn base map and the middle of each postcode area, from our own origin. A directory without them has neither.
 * Where there are tiles the server answers `tegels.json` itself; without it the drawn map is all there is.
 */
const files: Record<string, unknown> = {
  'basis.json': snapshot.base_map,
  'postcodes.json':
    snapshot.postcodes.length > 0
      ? Object.fromEntries(snapshot.postcodes.map(({ code, latitude, longitude }) => [code, [latitude, longitude]]))
      : null,
}

export const getStaticPaths = () =>
  Object.entries({ ...files, 'tegels.json': false }).flatMap(([file, content]) =>
    content === null ? [] : [{ params: { file } }],
  )

export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(files[params.file ?? ''] ?? null))
