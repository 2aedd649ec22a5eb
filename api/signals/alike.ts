/** Whether two names, as workers write them, can be of the same person or family. A warning, never a decision. Pure. */

/** What stands around a name and is in many of them. */
const AROUND = new Set(
  'gezin familie fam huishouden moeder vader ouders kind leerling mevrouw mw meneer dhr heer de den der het ter ten te van von el al en uit aan in t s'.split(
    ' ',
  ),
)

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ij', 'y')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !AROUND.has(word))

/** An initial stands for every word that begins with it. */
const matches = (one: string, other: string) =>
  one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other))

/**
 * Every word of the shorter name stands in the longer one: "Gezin De Vries" and "Sem de Vries", "Sem V." and "Sem
 * Vries". A single initial names nobody.
 */
export function alike(one: string, other: string): boolean {
  const [few = [], many = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  if (!few.some((word) => word.length > 1)) return false
  return few.every((word) => many.some((each) => matches(word, each)))
}
