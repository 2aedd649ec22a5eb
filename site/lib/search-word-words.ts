/** Dutch of what editors of search read. Exhaustive over the codes that travel. */
import type { How } from '../../api/search/schema.ts'

export const howWords: Record<How, string> = {
  same: 'zelfde woord',
  form: 'andere vorm',
  beginning: 'begin van het woord',
  nearly: 'lijkt erop (typfout)',
  part: 'deel van het woord',
}

const fields: Record<string, string> = {
  name: 'Naam van het aanbod',
  keywords: 'Trefwoorden',
  organization: 'Organisatie',
  description: 'Beschrijving',
  theme: 'Thema',
}
export const fieldWords = (field: string): string => fields[field] ?? field

/** "3 keer", "1 keer". */
export const times = (count: number): string => `${count} keer`

const decimal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })
export const numberWords = (value: number): string => decimal.format(value)

/** How much a word of a question says. */
export const weightWords = (weight: number): string =>
  weight >= 1 ? 'telt helemaal mee' : weight > 0.5 ? 'telt voor een deel mee' : 'telt weinig mee'

/** One a line, as people type a list; commas too. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
