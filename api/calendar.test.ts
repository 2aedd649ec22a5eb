import { describe, expect, test } from 'vitest'
import { dateIn, endOfWorkingDayAfter, workingDayAfter } from './calendar.ts'

describe('working days', () => {
  test('a Friday plus one is the Monday after', () => {
    expect(workingDayAfter(new Date('2026-11-20T10:00:00Z'), 1)).toBe('2026-11-23')
  })

  test('King’s Day, Ascension, Whit Monday and Christmas do not count; Good Friday and Liberation Day do', () => {
    expect(workingDayAfter(new Date('2026-04-24T10:00:00Z'), 1)).toBe('2026-04-28')
    expect(workingDayAfter(new Date('2026-05-13T10:00:00Z'), 1)).toBe('2026-05-15')
    expect(workingDayAfter(new Date('2026-05-22T10:00:00Z'), 1)).toBe('2026-05-26')
    expect(workingDayAfter(new Date('2026-12-24T10:00:00Z'), 1)).toBe('2026-12-28')
    expect(workingDayAfter(new Date('2026-04-02T10:00:00Z'), 1)).toBe('2026-04-03')
    expect(workingDayAfter(new Date('2026-05-04T10:00:00Z'), 1)).toBe('2026-05-05')
  })

  test('a desk’s closing period does not count, both ends included', () => {
    const closings = [{ from: '2026-07-20', until: '2026-07-24' }]
    expect(workingDayAfter(new Date('2026-07-17T10:00:00Z'), 2, closings)).toBe('2026-07-28')
  })

  test('the deadline is midnight in Amsterdam, in winter and in summer', () => {
    expect(endOfWorkingDayAfter(new Date('2026-11-23T10:00:00Z'), 1).toISOString()).toBe('2026-11-24T23:00:00.000Z')
    expect(endOfWorkingDayAfter(new Date('2026-06-01T10:00:00Z'), 1).toISOString()).toBe('2026-06-02T22:00:00.000Z')
  })

  test('late in the evening in UTC it is already tomorrow here', () => {
    expect(dateIn(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
  })
})
