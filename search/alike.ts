/** Which words of a document a word of the question found: itself, another form, its beginning, or nearly it. */
import { stem } from './dutch/text.ts'

/** Typing errors as the index settings allow them: one from four letters, two from eight. */
const allowed = (word: string) => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)

export type Likeness = 'same' | 'form' | 'beginning' | 'nearly'

/** How `word`, of a document, answers to `asked`, of the question; null when it does not. Both folded. */
export function likeness(word: string, asked: string): Likeness | null {
  if (word === asked) return 'same'
  if (stem(word) === stem(asked)) return 'form'
  if (word.startsWith(asked) || word.startsWith(stem(asked))) return 'beginning'
  return Math.abs(word.length - asked.length) <= 2 && errors(word, asked) <= allowed(asked) ? 'nearly' : null
}

/** Typing errors between two words; two letters changed places is one. */
export function errors(a: string, b: string): number {
  let twoBack: number[] = []
  let before = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (twoBack[j - 2] ?? 0) + 1)
      row.push(least)
    }
    twoBack = before
    before = row
  }
  return before[b.length] ?? 0
}
