import { expect, test } from 'vitest'
import { MOST_DAYS, rhythm } from './rhythm.ts'

test('every six weeks, over summer time, on the same day of the week', () => {
  expect(rhythm('2027-02-16', 6, '2027-06-30')).toEqual(['2027-02-16', '2027-03-30', '2027-05-11', '2027-06-22'])
})
test('one day alone, and nothing before a day is filled in', () => {
  expect(rhythm('2027-02-16', 0, '')).toEqual(['2027-02-16'])
  expect(rhythm('2027-02-16', 6, '2027-01-01')).toEqual(['2027-02-16'])
  expect(rhythm('', 6, '2027-06-30')).toEqual([])
})
test('never more than can be planned at once', () => {
  expect(rhythm('2027-01-05', 1, '2029-01-01')).toHaveLength(MOST_DAYS)
})
