import { expect, test } from 'vitest'
import { heardIn } from './heard.ts'

/** Dementia, transport, and what is not ours. */
const strengths: Record<string, [number, number, number]> = {
  sleutels: [6, 0, 1],
  koelkast: [5, 0, 4],
  bus: [0, 6, 0],
  naar: [0, 2, 0],
  kopen: [0, 0, 9],
}
const heard = (asked: string[], { small = [], story = true }: { small?: string[]; story?: boolean } = {}) =>
  heardIn({ asked, small, story }, 3, (word) => Float32Array.from(strengths[word] ?? [0, 0, 0]))
const groups = (...question: Parameters<typeof heard>) => heard(...question).map(({ group }) => group)

test('all words together say what a question is about, and each how much', () =>
  expect(heard(['sleutels', 'koelkast', 'man'])).toMatchObject([{ group: 0, words: [1, 1, 0] }]))

test('small words say something too', () => {
  const without = heard(['bus', 'sleutels']).find(({ group }) => group === 1)
  const beside = heard(['bus', 'sleutels'], { small: ['naar', 'naar'] }).find(({ group }) => group === 1)
  expect(beside!.likely).toBeGreaterThan(without!.likely)
  // Said twice is said once.
  expect(beside).toEqual(heard(['bus', 'sleutels'], { small: ['naar'] }).find(({ group }) => group === 1))
})

test('a story may be about several kinds, a list of things is about what is likely', () => {
  expect(groups(['bus', 'koelkast'])).toEqual([0, 1])
  expect(groups(['bus', 'koelkast'], { story: false })).toEqual([1])
})

test('what is not ours is never an answer, and takes from what is', () => {
  expect(groups(['kopen'])).toEqual([])
  expect(groups(['koelkast', 'kopen'])).toEqual([])
  expect(groups(['koelkast'])).toEqual([0])
})

test('words nobody says are about nothing', () => expect(groups(['kwantummechanica'])).toEqual([]))
