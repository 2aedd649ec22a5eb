import { expect, test } from 'vitest'
import { type Answer, type Fact, Found } from './answer.ts'
import { type MakeHit, handedOver, packed, unpacked } from './packed.ts'

const lindeveen = ['lindeveen']
const fact = (part: Partial<Fact>): Fact => {
  const none = { places: lindeveen, national: false, crisis: false, wheelchair: false, line: 0, coordinates: [] }
  return { ...none, ...part }
}
const answer: Answer = {
  total: 4,
  facets: { themes: { geld: 3 }, targetGroups: {}, lines: { '0': 4 } },
  suggestion: 'huur',
  hits: [
    { id: '2', score: 3.25, fact: fact({ wheelchair: true, coordinates: [[52.7, 6.5]] }) },
    { id: '0', score: 2, fact: fact({ places: [], national: true, crisis: true, line: 1 }) },
    { id: '3', score: 1, fact: fact({ coordinates: [[52.6, 6.4], [52.5, 6.3]] }) }, // prettier-ignore
    { id: '1', score: 0, fact: fact({ line: 3 }) },
  ],
}
const make: MakeHit = (id, score, where) => new Found(id, score, where, '5c20')
/** As the other thread gets it. */
const sent = () => {
  const made = packed(answer)
  return structuredClone(made, { transfer: handedOver(made) })
}
const told = ({ hits, ...said }: Answer) => ({
  ...said,
  hits: hits.map(({ id, score, fact: { places, national, crisis, wheelchair, line, coordinates } }) => ({
    id,
    score,
    fact: { places, national, crisis, wheelchair, line, coordinates },
  })),
})

test('an answer from the other thread says what it said there, of every hit', () => {
  expect(told(unpacked(sent(), make))).toEqual(told(answer))
  expect(unpacked(sent(), make).hits.map(({ fact: { coordinates } }) => coordinates.length)).toEqual([1, 0, 2, 0])
})

test('what is sent grows by numbers only: places that services share go along once, and no hit is an object', () => {
  const { areas, ...columns } = packed({ ...answer, hits: Array.from({ length: 9000 }, () => answer.hits[0]!) })
  expect(areas).toEqual([{ places: lindeveen, national: false }])
  const { total, facets, suggestion, ...rest } = columns
  expect(Object.values(rest).every((column) => ArrayBuffer.isView(column))).toBe(true)
})
