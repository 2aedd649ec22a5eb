import { expect, test } from 'vitest'
import { words } from '../dutch/text.ts'
import { synonymsFor } from './synonyms.ts'

const table = [{ term: 'schuldhulpverlening', words: ['schulden', 'rekeningen niet betalen', 'blut'] }]

test('a text with the formal term gets the plain words', () => {
  expect(synonymsFor(words('Schuldhulpverlening in de buurt'), table)).toEqual([
    'schulden',
    'rekeningen niet betalen',
    'blut',
  ])
})

test('a text with one of the plain words gets the others', () => {
  expect(synonymsFor(words('Hulp bij schuld'), table)).toEqual([
    'schuldhulpverlening',
    'rekeningen niet betalen',
    'blut',
  ])
})

test('part of a phrase is not the phrase', () => expect(synonymsFor(words('rekeningen schrijven'), table)).toEqual([]))
