import { expect, test } from 'vitest'
import { lastQuarter } from './figures.ts'

test.each([
  ['2026-11-25', '3e kwartaal 2026', '2026-07-01', '2026-10-01'],
  ['2026-10-01', '3e kwartaal 2026', '2026-07-01', '2026-10-01'],
  ['2026-03-31', '4e kwartaal 2025', '2025-10-01', '2026-01-01'],
  ['2026-04-01', '1e kwartaal 2026', '2026-01-01', '2026-04-01'],
])('on %s it is the %s', (today, name, from, until) => {
  expect(lastQuarter(today)).toEqual({ name, from, until })
})
