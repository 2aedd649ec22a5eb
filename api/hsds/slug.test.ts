import { expect, test } from 'vitest'
import { slugFrom, slugGiver } from './slug.ts'

test.each([
  ["Café 't Hoekje", 'cafe-t-hoekje'],
  ['Hulp bij schulden (gratis!)', 'hulp-bij-schulden-gratis'],
  ['Wmo & Jeugd', 'wmo-jeugd'],
  ['食', ''],
])('%s becomes %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug)
})

test('a name as long as a page still makes a path', () => {
  expect(slugFrom('Hulp '.repeat(100)).length).toBeLessThanOrEqual(80)
})

test('two of one name get two paths, and a name without letters gets the name of its kind', () => {
  const give = slugGiver(new Set(['koffie']), 'service')
  expect([give('Koffie'), give('Koffie'), give('食')]).toEqual(['koffie-2', 'koffie-3', 'service'])
})
