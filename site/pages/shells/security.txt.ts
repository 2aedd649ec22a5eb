import type { APIRoute } from 'astro'
import { municipality, snapshot } from '../../lib/snapshot.ts'

/** A year is the longest that RFC 9116 recommends; a site older than three hundred days is published anew. */
const DAYS = 364

/** Where a hole in the safety of this site is reported (RFC 9116). By configuration, else the municipality's own address. */
export const GET: APIRoute = ({ site }) => {
  const at = (path: string) => new URL(path, site).href
  const { email } = municipality.contact
  const contact = process.env.SECURITY_CONTACT ?? (email ? `mailto:${email}` : at('/contact/'))
  const expires = new Date(new Date(snapshot.published_at).getTime() + DAYS * 86_400_000)
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${at('/.well-known/security.txt')}`,
  ]
  return new Response(`${lines.join('\n')}\n`)
}
