/** The table of criteria is whole: each of WCAG 2.2 A and AA once, with a verdict, and every file it names is there. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = readFileSync(new URL('../../docs/accessibility.md', import.meta.url), 'utf8')
const rows = [...text.matchAll(/^\| (\d\.\d\.\d+) [^|]+ \| (A{1,2}) \| (Yes|Partly|N\/a) \| ([^|]+) \|$/gm)]

/** How many criteria each guideline has at A and AA; 4.1.1 is no longer one. Source: W3C, WCAG 2.2. */
const perGuideline = {
  '1.1': 1,
  '1.2': 5,
  '1.3': 5,
  '1.4': 9,
  '2.1': 3,
  '2.2': 2,
  '2.3': 1,
  '2.4': 8,
  '2.5': 6,
  '3.1': 2,
  '3.2': 5,
  '3.3': 6,
  '4.1': 2,
}

test('each of the 55 criteria stands there once, with a verdict and a ground', () => {
  const numbers = rows.map(([, number = '']) => number)
  expect(new Set(numbers).size).toBe(55)
  expect(numbers).toHaveLength(55)
  for (const [guideline, count] of Object.entries(perGuideline)) {
    expect(
      numbers.filter((number) => number.startsWith(`${guideline}.`)),
      guideline,
    ).toHaveLength(count)
  }
  for (const [, number, , , ground = ''] of rows) expect(ground.trim().length, number).toBeGreaterThan(5)
})

test('every file that is named as evidence is there', () => {
  const named = [...text.matchAll(/`((?:tests|site)\/[\w./-]+\.ts)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual([])
})
