import { expect, test } from 'vitest'
import { deadlineWords, momentOf, momentWords } from './deadline.ts'

const now = new Date('2026-11-25T10:00:00Z')
const words = (due: string) => deadlineWords(due, now).text

test('a term that ends at midnight in the Netherlands holds the whole day before it', () => {
  expect(deadlineWords('2026-11-25T23:00:00.000Z', now)).toEqual({
    text: 'vandaag',
    day: 'wo 25 november',
    tone: 'today',
  })
  expect(words('2026-11-26T23:00:00.000Z')).toBe('morgen')
})

test('what is late says how long, and one day is not "1 dagen"', () => {
  expect(words('2026-11-24T23:00:00.000Z')).toBe('1 dag te laat')
  expect(words('2026-11-22')).toBe('3 dagen te laat')
  expect(deadlineWords('2026-11-25T09:00:00Z', now)).toMatchObject({ text: 'vandaag, te laat', tone: 'late' })
})

test('a day counts by the calendar of the Netherlands, also just after midnight', () => {
  expect(deadlineWords('2026-11-26', new Date('2026-11-25T23:30:00Z')).text).toBe('vandaag')
})

test('a date and a time become the moment that the Dutch clock shows, in winter and in summer', () => {
  expect(momentOf('2026-11-25', '14:30')).toBe('2026-11-25T13:30:00.000Z')
  expect(momentOf('2026-07-01', '09:00')).toBe('2026-07-01T07:00:00.000Z')
  expect(momentWords('2026-07-01T07:00:00.000Z')).toBe('wo 1 juli, 09:00')
})

test('half a date is no moment', () => {
  expect(momentOf('', '14:30')).toBeNull()
  expect(momentOf('2026-11-25', '')).toBeNull()
})
