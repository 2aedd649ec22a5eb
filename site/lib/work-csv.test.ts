import { expect, test } from 'vitest'
import { toCsv } from './work-csv.ts'

test('opens in a Dutch spreadsheet, and runs nothing', () => {
  const text = toCsv(
    ['Referentie', 'Thema'],
    [
      ['7K2M-9QXD', '=HYPERLINK("http://x";"klik")'],
      ['7K2M-9QXE', '+31;"aan"\nhalen'],
      ['@a', '-1'],
    ],
  )
  expect(text.startsWith('\uFEFFReferentie;Thema\r\n')).toBe(true)
  for (const cell of text.replaceAll('"', '').split(/[;\r\n]+/)) expect(cell).not.toMatch(/^[=+\-@]/)
})
