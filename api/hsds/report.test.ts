import { expect, test } from 'vitest'
import { reportLines } from './report.ts'

test('a refused package is told with place, reason and remedy, and gives no orders to the terminal', () => {
  const why = 'the header lacks name; found "\u001b[2Jnaam"'
  const faults = [{ file: 'services.csv', line: 1, column: 'name', why, mend: 'Name the column name.' }]
  expect(reportLines({ taken: false, faults })).toEqual([
    'The package is refused; nothing was changed.',
    '  services.csv, line 1, name: the header lacks name; found "�[2Jnaam". Name the column name.',
  ])
})
