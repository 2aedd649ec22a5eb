import { expect, test } from 'vitest'
import { words } from '../../search/dutch/text.ts'
import { said } from '../../search/said/index.ts'
import { startingList } from '../../search/synonyms.ts'

test.each(said.map(({ terms, lines }) => [terms[0], terms, lines] as const))(
  'what people say of %s: enough of it, each line once, in small letters and no longer than a breath',
  (_, terms, lines) => {
    expect(lines.length).toBeGreaterThan(400)
    expect(new Set(lines).size).toBe(lines.length)
    expect(lines.filter((line) => line !== line.toLowerCase() || line !== line.trim())).toEqual([])
    expect(lines.filter((line) => words(line).length === 0 || words(line).length > 30)).toEqual([])
    // Editors see these services under the same terms.
    expect(startingList.some((entry) => entry.terms.join() === terms.join())).toBe(true)
  },
)

test('no line has a number somebody could be known by', () =>
  expect(said.flatMap(({ lines }) => lines).filter((line) => /\d{5,}/.test(line))).toEqual([]))
