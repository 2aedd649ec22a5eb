import { expect, test } from 'vitest'
import { findingWords, levelOf } from './plain-words-words.ts'

test.each([
  [null, 'Te kort om te meten'],
  [85, 'Makkelijk'],
  [70, 'Makkelijk'],
  [69, 'Goed te lezen'],
  [60, 'Goed te lezen'],
  [59, 'Lastig'],
  [50, 'Lastig'],
  [49, 'Moeilijk'],
])('an ease of %s is called %s', (ease, level) => expect(levelOf({ ease })).toBe(level))

test('a finding says what to do', () => {
  expect(findingWords({ kind: 'hard_word', word: 'Gelieve', instead: 'wilt u' })).toBe(
    'Moeilijk woord: “Gelieve”. Schrijf liever: wilt u.',
  )
  expect(findingWords({ kind: 'long_on_average', words: 14.5 })).toContain('14,5 woorden')
})
