/** What Astro makes of a page, put where it should stand. */
import { defineMiddleware } from 'astro:middleware'
import { scriptsAfterPaint } from './lib/after-paint.ts'

const ISLANDS = /<style>astro-island[^<]*<\/style>/

/** Astro puts the style of its islands before the first of them; HTML wants a style in the head. */
function stylesInHead(html: string): string {
  const [style] = ISLANDS.exec(html) ?? []
  return style ? html.replace(style, '').replace('</head>', () => `${style}</head>`) : html
}

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next()
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response
  return new Response(scriptsAfterPaint(stylesInHead(await response.text())), response)
})
