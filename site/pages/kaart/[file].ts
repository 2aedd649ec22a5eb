import type { APIRoute } from 'astro'
import { snapshot } from '../../lib/snapshot.ts'

/** The drawn base map and the middle of each postcode area, from our own origin. A directory without them has neither. */
const files: Record<string, unknown> = {
  'basis.json': snapshot.base_map,
  'postcodes.json':
    snapshot.postcodes.length > 0
      ? Object.fromEntries(snapshot.postcodes.map(({ code, latitude, longitude }) => [code, [latitude, longitude]]))
      : null,
}

export const getStaticPaths = () =>
  Object.entries(files).flatMap(([file, content]) => (content === null ? [] : [{ params: { file } }]))

export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(files[params.file ?? '']))
