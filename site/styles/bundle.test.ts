import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundleStyles, rulesOf, sheetsTaken } from './bundle.ts'

test('a stylesheet that only some pages take finds the tokens it asks for in the one that all have', async () => {
  const names = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
  const pages = names.filter((name) => /\.(astro|tsx)$/.test(name))
  const sheets = new Set(
    pages.flatMap((name) => sheetsTaken(readFileSync(join(import.meta.dirname, '..', name), 'utf8'))),
  )
  expect(sheets).toContain('follow.css')
  sheets.add('kaart.css')
  const site = await bundleStyles(join(import.meta.dirname, 'site.css'))
  const given = (css: string) => [...css.matchAll(/(?:^|[\s;{])(--[\w-]+)\s*:/g)].map((match) => match[1])
  const lost = [...sheets].flatMap((sheet) => {
    const css = sheet === 'werk.css' ? '' : readFileSync(join(import.meta.dirname, sheet), 'utf8')
    const known = new Set([...given(site), ...given(css)])
    return [...css.matchAll(/var\((--[\w-]+)\)/g)]
      .filter(([, token]) => !known.has(token))
      .map(([, token]) => [sheet, token])
  })
  expect(lost).toEqual([])
})

test('a page where somebody types asks at no key whether the browser finds it wrong; the others still say so', async () => {
  expect(await bundleStyles(join(import.meta.dirname, 'site.css'))).not.toContain(':user-invalid')
  expect(await bundleStyles(join(import.meta.dirname, 'werk.css'))).toContain(':user-invalid')
  const page = join(import.meta.dirname, '..', 'pages', '[...lang]', 'zoeken', 'index.astro')
  const taken = sheetsTaken(readFileSync(page, 'utf8'))
  expect(taken).toContain('find-list.css')
  for (const sheet of taken)
    expect(readFileSync(join(import.meta.dirname, sheet), 'utf8')).not.toContain(':user-invalid')
  expect(await bundleStyles(join(import.meta.dirname, 'site.css'))).toContain('[aria-invalid="true"]')
})

test('letters come in two weights: each further one is made out of the file before the first line is drawn', () => {
  const weights = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.css') && name !== 'fonts.css')
    .flatMap((name) => {
      const css = readFileSync(join(import.meta.dirname, name), 'utf8')
      return [...css.matchAll(/font-weight: ([^;]+);/g)].map((match) => match[1])
    })
  expect(weights.length).toBeGreaterThan(60)
  expect([...new Set(weights)].sort()).toEqual(['400', '700'])
})

test('the map gets its rules one by one, without images', async () => {
  const rules = rulesOf(await bundleStyles(join(import.meta.dirname, 'kaart.css')))
  expect(rules.length).toBeGreaterThan(40)
  expect(rules.filter((rule) => rule.includes('url('))).toEqual([])
  expect(rules.filter((rule) => rule.split('{').length !== rule.split('}').length)).toEqual([])
})

describe('letters', () => {
  const letters = join(import.meta.dirname, 'letters')
  const faces = async () =>
    [
      ...(await bundleStyles(join(import.meta.dirname, 'site.css'))).matchAll(
        /@font-face \{[^}]*unicode-range: ([^;]*);/g,
      ),
    ].map(([, ranges = '']) => ranges.split(', ').map(bounds))
  const bounds = (range: string) => {
    const [from = '', to = from] = range.replace('U+', '').split('-')
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)] as const
  }

  test('stand in one file only: whoever waits for the first of two is sent the second as well', async () => {
    const all = (await faces()).flatMap((ranges, face) => ranges.map(([from, to]) => ({ face, from, to })))
    expect(new Set(all.map(({ face }) => face)).size).toBe(3)
    const twice = all.filter((one) =>
      all.some((other) => other.face !== one.face && other.from <= one.to && one.from <= other.to),
    )
    expect(twice).toEqual([])
  })

  test('are asked for by the names they have: what is always there first, and alone under its name', async () => {
    const css = await bundleStyles(join(import.meta.dirname, 'site.css'))
    const given = [...css.matchAll(/@font-face \{\s*font-family: ([^;]*);/g)].map((match) => match[1])
    expect(given).toEqual(['Noto Sans', 'Noto Sans Rare', 'Noto Sans Rare'])
    const asked = [...css.replaceAll(/@font-face \{[^}]*\}/g, '').matchAll(/font-family: ([^;]*);/g)]
    expect([...new Set(asked.map((match) => match[1]))].filter((name) => name !== 'inherit')).toEqual([
      '"Noto Sans", "Noto Sans Rare", system-ui, sans-serif',
    ])
  })

  test('come in one round trip of ten segments each, headers included', () => {
    const sizes = ['nl', 'latin', 'names'].map((file) => statSync(join(letters, `${file}.woff2`)).size)
    expect(sizes.filter((size) => size > 14_600 - 800)).toEqual([])
  })
})

describe.each(['site.css', 'werk.css'])('%s', (name) => {
  let css = ''
  beforeAll(async () => {
    css = await bundleStyles(join(import.meta.dirname, name))
  })

  test('no component asks in vain for a token of the focus ring, a field or the page', () => {
    const defined = new Set([...css.matchAll(/(?:^|[\s;{])(--[\w-]+)\s*:/g)].map((match) => match[1]))
    const asked = [...css.matchAll(/var\((--(?:utrecht|nl|basis|vd)-[\w-]+)\)/g)].map((match) => match[1] ?? '')
    const vital =
      /focus-outline|form-control|page-(?:header|footer|body)-.*(?:padding|max)|document-|select-|textbox-(?!value-max)/
    expect([...new Set(asked.filter((token) => vital.test(token) && !defined.has(token)))]).toEqual([])
  })

  test('less than half of the 2,640 tokens travel', () => {
    expect([...css.matchAll(/^\s*--[\w-]+:/gm)].length).toBeLessThan(1320)
  })
})
