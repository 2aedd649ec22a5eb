import { expect, test } from 'vitest'
import { termFinder, termId } from './terms.ts'

const term = (name: string, ...forms: string[]) => ({ term: name, forms, means: `Wat ${name} is.` })
const share = term('eigen bijdrage')
const carer = term('mantelzorger', 'mantelzorgers')
const law = term('Wmo', 'Wmo-loket')
const { firstIn, pieces } = termFinder([share, carer, law])

test('a term is explained where it is met first, and not again', () => {
  expect(firstIn(['Voor mantelzorgers.', null, 'Mantelzorger? Vraag het Wmo-loket.', 'De Wmo'])).toEqual([
    [carer],
    [],
    [law],
    [],
  ])
})

test('the text stays the same to the letter, with the term as it was written', () => {
  const line = 'Mantelzorgers betalen geen eigen bijdrage; een mantelzorger ook niet.'
  const found = pieces(line, new Set([carer, share]))
  expect(found).toEqual([
    { shown: 'Mantelzorgers', term: carer },
    ' betalen geen ',
    { shown: 'eigen bijdrage', term: share },
    '; een mantelzorger ook niet.',
  ])
  expect(found.map((piece) => (typeof piece === 'string' ? piece : piece.shown)).join('')).toBe(line)
})

test('part of another word is not the term', () => {
  expect(firstIn(['De mantelzorgersdag en de Wmo-raad.'])).toEqual([[]])
})

test('without a glossary a text is a text', () => {
  const none = termFinder([])
  expect(none.firstIn(['Wmo'])).toEqual([[]])
  expect(none.pieces('Wmo', new Set())).toEqual(['Wmo'])
})

test('an id is one that a page can hold', () =>
  expect(termId(term('cliëntondersteuner (gratis)'))).toBe('woord-clientondersteuner-gratis-'))
