import { describe, expect, test } from 'vitest'
import { fold, pastForms, saying, saysNothing, stem, telling, variants, words } from './text.ts'

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

  test('who has typed only small words has said nothing yet', () => {
    expect(['ik', 'Ik kan de '].map(saysNothing)).toEqual([true, true])
    expect(['', '?', 'ik kan de huur', 'niet'].map(saysNothing)).toEqual([false, false, false, false])
  })

  test('a question of nothing but small words keeps them all', () => {
    expect(telling(['wie', 'ben', 'ik'])).toEqual(['wie', 'ben', 'ik'])
  })

  test.each([
    ['pilletjes', 'pil'],
    ['mannetje', 'man'],
    ['zoontje', 'zoon'],
  ])('%s is a small %s', (small, word) => expect(stem(small)).toBe(stem(word)))

  test.each([
    ['sloeg', 'slaan'],
    ['gevochten', 'vechten'],
    ['eet', 'eten'],
    ['betaalt', 'betaal'],
  ])('%s is a face of %s', (form, verb) => expect(variants(form)).toContain(verb))

  test.each([
    ['huilde', 'huil'],
    ['ingehouden', 'inhouden'],
    ['weggestuurd', 'wegstuur'],
    ['vergokt', 'gokken'],
    ['verhuisde', 'verhuizen'],
  ])('%s tells of %s', (past, verb) => expect(pastForms(past).map(stem)).toContain(stem(verb)))

  test('ages and years say little; numbers one calls say as much as a word', () => {
    expect(saying('1985')).toBe(saying('hulp'))
    expect(saying('113')).toBe(saying('schulden'))
    expect(saying('vijf')).toBe(saying('hulp'))
  })
})
