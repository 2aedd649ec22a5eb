import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDictionary, writeDictionary } from './dictionary.ts'
import { atOnce, Reader, Writer } from './format.ts'

function dictionaryOf(words: readonly string[]) {
  const writer = new Writer()
  writeDictionary(writer, [...new Set(words)].sort())
  return atOnce(readDictionary(new Reader(writer.done())))
}

/** The plain table, to compare with: insert, delete, replace, and two neighbours changed. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => i + j))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1)
      rows[i]![j] = best
    }
  }
  return rows[a.length]![b.length]!
}

const word = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 9 })
  .map((letters) => letters.join(''))
const list = fc.array(word, { maxLength: 60 })

describe('the dictionary', () => {
  test('finds each of its words and no other', () => {
    fc.assert(
      fc.property(list, word, (words, other) => {
        const dictionary = dictionaryOf(words)
        for (const one of words) expect(dictionary.word(dictionary.find(one))).toBe(one)
        expect(dictionary.find(other) >= 0).toBe(words.includes(other))
      }),
    )
  })

  test('gives all words with a beginning', () => {
    fc.assert(
      fc.property(list, word, (words, start) => {
        const dictionary = dictionaryOf(words)
        const [from, to] = dictionary.beginning(start)
        const found = Array.from({ length: to - from }, (_, n) => dictionary.word(from + n))
        expect(found).toEqual([...new Set(words)].sort().filter((one) => one.startsWith(start)))
      }),
    )
  })

  test('gives exactly the words within so many typing errors', () => {
    fc.assert(
      fc.property(list, word, fc.constantFrom(1, 2), (words, typed, edits) => {
        const dictionary = dictionaryOf(words)
        const found = dictionary.near(typed, edits, false).map((near) => [dictionary.word(near.term), near.edits])
        const expected = [...new Set(words)].sort().flatMap((one) => {
          const far = distance(typed, one)
          return far <= edits ? [[one, far]] : []
        })
        expect(found).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })

  test('while typing, gives the words of which a beginning is that near', () => {
    fc.assert(
      fc.property(list, word, fc.constantFrom(1, 2), (words, typed, edits) => {
        const dictionary = dictionaryOf(words)
        const found = dictionary.near(typed, edits, true).map((near) => dictionary.word(near.term))
        const expected = [...new Set(words)].sort().filter((one) => {
          return Array.from({ length: one.length + 1 }, (_, n) => one.slice(0, n)).some(
            (part) => distance(typed, part) <= edits,
          )
        })
        // An empty beginning is near a very short word; such words are never asked for.
        expect(typed.length > edits ? found : expected).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })
})
