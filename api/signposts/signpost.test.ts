import { describe, expect, test } from 'vitest'
import { monthsUntil } from './signpost.ts'

describe('what an organisation reads of the addresses it gave', () => {
  test.each([
    [0, null],
    [1, null],
    [9, null],
    [10, 10],
    [57, 57],
  ])('%i in a month is shown as %s', (count, shown) => {
    expect(monthsUntil('2026-11-23', new Map([['2026-11', count]]))[0]).toEqual({ month: '2026-11', count: shown })
  })

  test('twelve months, newest first, over the turn of the year', () => {
    const months = monthsUntil('2026-02-28', new Map()).map(({ month }) => month)
    expect(months).toHaveLength(12)
    expect([months[0], months[1], months[2], months[11]]).toEqual(['2026-02', '2026-01', '2025-12', '2025-03'])
  })
})
