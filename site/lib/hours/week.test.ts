import { expect, test } from 'vitest'
import { regularWeek } from './week.ts'

test('every door counts, and the same hours at two doors count once', () => {
  const monday = { k: 0 as const, d: [0], o: 540, c: 720 }
  expect(regularWeek([[monday, { k: 0, d: [2], o: 780, c: 1020 }], [monday]])).toEqual([
    [1, 540, 720],
    [3, 780, 1020],
  ])
})

test('what runs past midnight goes on the next day, from Sunday into Monday too', () => {
  expect(regularWeek([[{ k: 0, d: [6], o: 1320, c: 1560 }]])).toEqual([
    [1, 0, 120],
    [7, 1320, 1440],
  ])
})

test('day and night is every day', () => expect(regularWeek([[{ k: 0, o: 0, c: 1440, h: 1 }]])).toHaveLength(7))

test('seasons, exceptions, some weeks of the month and every other week are no ordinary week', () => {
  const times = { o: 540, c: 720 }
  expect(
    regularWeek([
      [
        { k: 1, d: [0], a: 1, z: 9, ...times },
        { k: 2, a: 1, z: 1, ...times },
        { k: 0, d: [0], n: [2], ...times },
        { k: 0, m: [1], ...times },
        { k: 0, d: [0], i: 2, s: 4, ...times },
      ],
    ]),
  ).toEqual([])
})
