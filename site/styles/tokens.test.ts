import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundleStyles } from './bundle.ts'
import { prune, settle } from './tokens.ts'

describe('dropping tokens that nothing reaches', () => {
  test('a token is kept through every step that leads to it', () => {
    const css = ':root {\n  --a: var(--b);\n  --b: red;\n  --c: blue;\n}\np {\n  color: var(--a);\n}'
    expect(prune(css)).toBe(':root {\n  --a: var(--b);\n  --b: red;\n}\np {\n  color: var(--a);\n}')
  })

  test('what a component mentions in its own styles is kept too', () => {
    expect(prune(':root {\n  --a: red;\n}', ['--a'])).toContain('--a')
  })
})

describe('putting values where they are asked for', () => {
  const flat = (css: string) => settle(css).replace(/\s+/g, ' ').trim()

  test('a token that :root alone defines is its value, by whatever way it comes to it; the last definition holds', () => {
    const css =
      '@layer tokens { :root { --a: var(--b) solid; --b: 1px } } :root { --b: 2px } p { border: var(--a, 3px) red }'
    expect(flat(css)).toContain('p { border: 2px solid red; }')
  })

  test('what is said elsewhere, or under a condition, is asked where it is used; so is all that leads to it', () => {
    const css =
      ':root { --a: 1px; --b: 2px; --c: var(--b) } .x { --a: 3px } @media print { :root { --b: 4px } } ' +
      'p { margin: var(--a); padding: var(--b); gap: calc(2 * var(--c)) }'
    expect(flat(css)).toContain('p { margin: var(--a); padding: var(--b); gap: calc(2 * var(--c)); }')
  })

  test('a token of the design system that nobody defines gives way; a name of our own may be set by a page', () => {
    const css = ':root { --basis-b: 1px } p { margin: var(--utrecht-a, var(--basis-b)); gap: var(--vd-a, 2px) }'
    expect(flat(css)).toContain('p { margin: 1px; gap: var(--vd-a, 2px); }')
  })

  test('tokens that lead to each other stay as they are', () => {
    expect(flat(':root { --a: var(--b); --b: var(--a) } p { gap: var(--a) }')).toContain('p { gap: var(--a); }')
  })

  test('of what the public pages ask, nearly all is settled', async () => {
    const css = await bundleStyles(join(import.meta.dirname, 'site.css'))
    expect(css.match(/var\(/g)?.length ?? 0).toBeLessThan(40)
    expect(css.length).toBeLessThan(45_000)
  })
})
