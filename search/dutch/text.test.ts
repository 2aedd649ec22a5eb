import { describe, expect, test } from 'vitest'
import { fold, stem, telling, words } from './text.ts'

describe('Dutch text', () => {
  test('accents, capitals and curly apostrophes make no difference', () => {
    expect(fold('Één Café')).toBe('een cafe')
    expect(words('Thema’s & zó')).toEqual(words("thema's zo"))
  })

  test('a word and its plural share a stem', () => {
    expect(stem('rekeningen')).toBe(stem('rekening'))
    expect(stem('schulden')).toBe(stem('schuld'))
    expect(stem('huizen')).toBe(stem('huis'))
  })

  test.each(['niet', 'geen', 'zonder'])('%s is never dropped', (word) => {
    expect(telling(['de', word, 'hulp'])).toContain(word)
  })

  test('a question of nothing but small words keeps them all', () => {
    expect(telling(['wie', 'ben', 'ik'])).toEqual(['wie', 'ben', 'ik'])
  })
})
