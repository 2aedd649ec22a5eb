/** Dutch writes its compounds as one word: huur + achterstand, schuld + hulp + verlening, ouder + en + vervoer. */

const links = ['', 's', 'e', 'en', 'n', 'er']

/**
 * Takes a word apart into words that `known` knows, each at least three letters, with a linking letter or two between.
 * Gives the parts with the fewest cuts, and of those the one with the longest last part, which is what the word is
 * about; an empty list when the word is no compound of known words.
 */
export function split(word: string, known: (part: string) => boolean): string[] {
  if (word.length < 7) return []
  const memo = new Map<number, string[] | null>()
  const best = (from: number, first: boolean): string[] | null => {
    if (from === word.length) return []
    const done = memo.get(from)
    if (done !== undefined) return done
    let found: string[] | null = null
    for (let to = from + 3; to <= word.length; to++) {
      if (first && to === word.length) break
      const part = word.slice(from, to)
      if (!known(part)) continue
      for (const link of to === word.length ? [''] : links) {
        if (!word.startsWith(link, to)) continue
        const rest = best(to + link.length, false)
        if (rest === null || (rest.length === 0 && to + link.length !== to)) continue
        const whole = [part, ...rest]
        if (found === null || whole.length < found.length || (whole.length === found.length && better(whole, found))) {
          found = whole
        }
      }
    }
    memo.set(from, found)
    return found
  }
  const parts = best(0, true)
  return parts === null || parts.length < 2 || parts.length > 4 ? [] : parts
}

/** A longer last part; else fewer letters spent on links. */
const weight = (parts: readonly string[]) =>
  (parts.at(-1)?.length ?? 0) * 1000 + parts.reduce((sum, part) => sum + part.length, 0)

const better = (one: readonly string[], other: readonly string[]) => weight(one) > weight(other)
