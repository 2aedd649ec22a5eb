import { describe, expect, test } from 'vitest'
import { nextReminder, rungOf, type Step, toldAt } from './reminders.ts'

/** The end of Thursday 26 November 2026, in the Netherlands. */
const dueBy = new Date('2026-11-26T23:00:00Z')
const at = (time: string) => new Date(time)

describe('what ends nothing climbs a step per working day, over the weekend as well', () => {
  test.each([
    ['2026-11-26T22:59:59Z', 0, null],
    ['2026-11-26T23:00:00Z', 0, 1],
    ['2026-11-26T23:00:00Z', 1, null],
    ['2026-11-27T22:59:59Z', 1, null],
    ['2026-11-27T23:00:00Z', 1, 2],
    ['2026-11-29T12:00:00Z', 2, null],
    ['2026-11-30T23:00:00Z', 2, 3],
    ['2027-01-30T23:00:00Z', 3, null],
    ['2027-01-30T23:00:00Z', 0, 1],
  ])('%s after %i steps: %s', (now, reminders, step) => {
    expect(nextReminder({ dueBy, ends: false, reminders }, at(now))).toBe(step)
  })
})

test('what ends by itself is reminded of one working day before, and never after', () => {
  const offer = (now: string, reminders = 0) => nextReminder({ dueBy, ends: true, reminders }, at(now))
  expect(offer('2026-11-24T22:59:00Z')).toBeNull()
  expect(offer('2026-11-25T08:00:00Z')).toBe(1)
  expect(offer('2026-11-25T08:00:00Z', 1)).toBeNull()
  expect(offer('2026-12-24T08:00:00Z', 1)).toBeNull()
})

test('what has no deadline is not reminded of', () => {
  expect(nextReminder({ dueBy: null, ends: false, reminders: 0 }, at('2027-01-01T00:00:00Z'))).toBeNull()
})

test('first the worker, then the own team lead, then the municipality', () => {
  const worker = { organizationId: 'team', deskId: 'desk' }
  expect(toldAt(1, worker, 'town')).toBe(worker)
  expect(toldAt(2, worker, 'town')).toEqual({ organizationId: 'team', role: 'team_lead' })
  expect(toldAt(3, worker, 'town')).toEqual({ organizationId: 'town', role: 'policy_officer' })
  expect(toldAt(3, worker, null)).toBeNull()
})

test('where nobody leads the team, the second step comes to the policy officer; the others stay as they are', () => {
  expect([1, 2, 3].map((step) => rungOf(step as Step, true))).toEqual([1, 2, 3])
  expect([1, 2, 3].map((step) => rungOf(step as Step, false))).toEqual([1, 3, 3])
})
