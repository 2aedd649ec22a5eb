import { expect, test } from 'vitest'
import { toCsv, toldOf } from './work-csv.ts'

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

test('says how many lines there are, and that a list was too long', () => {
  expect(toldOf(1, 1)).toBe('1 regel in het bestand, zonder namen van inwoners.')
  expect(toldOf(12, 12)).toBe('12 regels in het bestand, zonder namen van inwoners.')
  const cut = toldOf(5_000, 6_200)
  expect(cut).toContain('niet compleet. Er zitten 5000 regels in, de lijst heeft er 6200. Kies een filter')
})
