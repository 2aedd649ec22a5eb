/** Astro puts the style of its islands before the first of them; HTML wants a style in the head. */
import { defineMiddleware } from 'astro:middleware'

const ISLANDS = /<style>astro-island[^<]*<\/style>/

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next()
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response
  const html = await response.text()
  const [style] = ISLANDS.exec(html) ?? []
  const moved = style ? html.replace(style, '').replace('</head>', () => `${style}</head>`) : html
  return new Response(moved, response)
})
