import { expect, test } from 'vitest'
import { scriptsAfterPaint } from './after-paint.ts'

const module = (name: string) => `<script type="module" src="/_astro/${name}.js"></script>`
const inside = (html: string) => /<script data-later="([^"]*)">([\s\S]*?)<\/script>/.exec(html)

test('scripts of a page are asked for by one that waits, at the end of it, in their order', () => {
  const html = `<body><p>eerst</p>${module('zoek')}<p>dan</p>${module('pagina')}</body>`
  const changed = scriptsAfterPaint(html)
  expect(changed).toMatch(/^<body><p>eerst<\/p><p>dan<\/p><script data-later=.*<\/script><\/body>$/s)
  expect(inside(changed)?.[1]).toBe('/_astro/zoek.js /_astro/pagina.js')
})

test('it is the same text on every page, so that one hash allows it', () => {
  const [one, other] = ['zoek', 'pagina'].map((name) => inside(scriptsAfterPaint(`${module(name)}</body>`))?.[2])
  expect(one).toBe(other)
  expect(one).toContain('first-contentful-paint')
})

test('other scripts, and a page without any, stay as they are', () => {
  const html = '<body><script>1</script><script type="application/ld+json">{}</script></body>'
  expect(scriptsAfterPaint(html)).toBe(html)
})
