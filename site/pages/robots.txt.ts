import type { APIRoute } from 'astro'

/** Forms and work are nothing to be found; everything else is. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nDisallow: /werk/\nDisallow: /api/\nSitemap: ${new URL('/sitemap.xml', site).href}\n`)
