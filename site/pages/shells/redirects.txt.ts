import type { APIRoute } from 'astro'
import { formerPaths } from '../../lib/snapshot.ts'

/** Former addresses as rules that static hosts and our own server read: a real 301 instead of a page that leads on. */
export const GET: APIRoute = () => new Response(formerPaths.map(({ from, to }) => `${from} ${to} 301\n`).join(''))
