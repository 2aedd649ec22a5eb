import { expect, test } from 'vitest'
import { split } from './compounds.ts'

const list = new Set(
  'huur achterstand schuld schulden hulp verlening ouder ouderen vervoer zorg mantel stand werk straat'.split(' '),
)
const known = (part: string) => list.has(part)

test.each([
  ['huurachterstand', ['huur', 'achterstand']],
  ['schuldhulpverlening', ['schuld', 'hulp', 'verlening']],
  ['schuldenhulp', ['schulden', 'hulp']],
  ['ouderenvervoer', ['ouderen', 'vervoer']],
  ['straatwerk', ['straat', 'werk']],
])('%s is %j', (word, parts) => expect(split(word, known)).toEqual(parts))

test.each(['huurachterstanden', 'zorg', 'kernfusiereactor', 'werkelijk', ''])('%s is left whole', (word) =>
  expect(split(word, known)).toEqual([]),
)
