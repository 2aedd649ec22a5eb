import { expect, test } from 'vitest'
import { stem } from '../dutch/text.ts'
import { learn } from './learn.ts'

const lines = [
  [
    'hij vergeet de sleutels',
    'sleutels in de koelkast',
    'vergeet hoe laat het is',
    'de koelkast staat open',
    'hij vergeet',
    'weer een sleutel kwijt',
    'koelkast',
    'sleutels kwijt',
  ],
  [
    'de bus komt niet',
    'met de bus naar het ziekenhuis',
    'een rit naar de dokter',
    'wie geeft mij een rit',
    'bus',
    'rit met de bus',
  ],
  ['koelkast kopen', 'goedkope koelkast', 'bestellen en kopen', 'feest', 'kopen', 'koelkast bestellen'],
]
const speaking = learn(lines)
const strength = (word: string, group: number) =>
  speaking.get(stem(word))?.find((one) => one.group === group)?.strength ?? 0

test('a word speaks for the kind in whose lines it stands, and for no other', () => {
  expect([strength('vergeet', 0), strength('rit', 1)].every((much) => much > 0)).toBe(true)
  expect([strength('vergeet', 1), strength('rit', 0)]).toEqual([0, 0])
})

test('a word of two kinds says less of either than a word of one', () =>
  expect(strength('sleutels', 0)).toBeGreaterThan(strength('koelkast', 0)))

test('all forms of a word are one', () => expect(strength('sleutel', 0)).toBe(strength('sleutels', 0)))

test('what stands in fewer than three lines is chance', () =>
  expect(['ziekenhuis', 'dokter', 'bestellen'].filter((word) => speaking.has(stem(word)))).toEqual([]))

test('the same lines teach the same', () => expect(learn(lines)).toEqual(speaking))
