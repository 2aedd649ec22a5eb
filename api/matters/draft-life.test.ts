import { expect, test } from 'vitest'
import { erasedOn } from './draft-life.ts'

test.each([
  ['2026-11-26', '2027-02-26'],
  ['2026-11-30', '2027-02-28'],
  ['2027-11-30', '2028-02-29'],
  ['2026-12-31', '2027-03-31'],
  ['2026-03-31', '2026-06-30'],
  ['2026-10-01', '2027-01-01'],
])('a draft last written in on %s is erased on %s', (kept, erased) => {
  expect(erasedOn(kept)).toBe(erased)
})
