import type { APIRoute } from 'astro'
import { alternates } from '../lib/frame/index.ts'
import { guide, organizations, places, services, themes, urlOf } from '../lib/snapshot.ts'

/** Every page that somebody may want to find, with the day on which what it says was last checked. */
const pages: { path: string; checked?: string | undefined }[] = [
  ...['/', '/aanbod/', '/themas/', '/plaatsen/', '/organisaties/', '/over/', '/contact/', '/privacy/'].map((path) => ({
    path,
  })),
  ...['/toegankelijkheid/', '/sporen-wissen/', '/woorden/'].map((path) => ({ path })),
  ...guide.map(({ code }) => ({ path: `/wegwijzer/${code === 'start' ? '' : `${code}/`}` })),
  ...themes.map((theme) => ({ path: urlOf.theme(theme) })),
  ...places.map((place) => ({ path: urlOf.place(place) })),
  ...organizations.map((organization) => ({ path: urlOf.organization(organization) })),
  ...services.map((service) => ({ path: urlOf.service(service), checked: service.verified?.on })),
]

/** In every language in which it exists. */
const all = pages.flatMap(({ path, checked }) => {
  const twins = alternates({ pathname: path })
  return (twins.length > 0 ? twins : [{ path }]).map((each) => ({ path: each.path, checked }))
})

export const GET: APIRoute = ({ site }) => {
  const lines = all.map(({ path, checked }) => {
    const address = new URL(path, site).href.replaceAll('&', '&amp;')
    return `<url><loc>${address}</loc>${checked ? `<lastmod>${checked}</lastmod>` : ''}</url>`
  })
  const xml = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
  return new Response([...xml, ...lines, '</urlset>', ''].join('\n'))
}
