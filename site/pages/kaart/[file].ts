import type { APIRoute } from 'astro'
import { snapshot } from '../../lib/snapshot.ts'

/** The drawn base map, from our own origin. A directory without one has places only. */
export const getStaticPaths = () => (snapshot.base_map ? [{ params: { file: 'basis.json' } }] : [])

export const GET: APIRoute = () => new Response(JSON.stringify(snapshot.base_map))
