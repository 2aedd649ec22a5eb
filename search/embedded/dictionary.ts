/**
 * All words of an index in order. In the file each word says only where it departs from the one before; in memory the
 * letters stand in one array with offsets, which serves exact look-up, beginnings, and a walk that forgives typing errors.
 */
import type { Reader, Steps, Writer } from './format.ts'

export function writeDictionary(writer: Writer, sorted: readonly string[]): void {
  const shared: number[] = []
  const lengths: number[] = []
  let letters = ''
  let before = ''
  for (const word of sorted) {
    let same = 0
    while (same < before.length && same < word.length && before[same] === word[same]) same++
    shared.push(same)
    lengths.push(word.length - same)
    letters += word.slice(same)
    before = word
  }
  writer.block(Uint8Array.from(shared))
  writer.block(Uint8Array.from(lengths))
  writer.text(letters)
}

export function* readDictionary(reader: Reader): Steps<Dictionary> {
  return yield* Dictionary.from(reader.block(), reader.block(), reader.text())
}

/** Words laid out in one step. */
const wordsAStep = 4096

/** A word of the dictionary that looks like what was typed. */
export type Near = { term: number; edits: number }

export class Dictionary {
  readonly size: number
  private readonly letters: Uint16Array
  private readonly starts: Uint32Array
  private readonly shared: Uint8Array

  private constructor(shared: Uint8Array, starts: Uint32Array, letters: Uint16Array) {
    this.size = shared.length
    this.shared = shared
    this.starts = starts
    this.letters = letters
  }

  /** Of each word how many letters it shares with the one before and how many are its own; and those, behind each other. */
  static *from(shared: Uint8Array, lengths: Uint8Array, suffixes: string): Steps<Dictionary> {
    const size = shared.length
    const starts = startsOf(shared, lengths)
    const letters = new Uint16Array(starts[size] as number)
    let read = 0
    for (let term = 0; term < size; term += wordsAStep) {
      yield
      read = layOut(letters, starts, shared, suffixes, read, term, Math.min(term + wordsAStep, size))
    }
    return new Dictionary(shared, starts, letters)
  }

  lengthOf(term: number): number {
    return (this.starts[term + 1] as number) - (this.starts[term] as number)
  }

  word(term: number): string {
    return String.fromCharCode(...this.letters.subarray(this.starts[term], this.starts[term + 1]))
  }

  /** The number of the word, or -1. */
  find(word: string): number {
    const at = this.lowerBound(word)
    return at < this.size && this.lengthOf(at) === word.length && this.compare(at, word) === 0 ? at : -1
  }

  /** First and one past the last word that begin with `start`. */
  beginning(start: string): [number, number] {
    const from = this.lowerBound(start)
    let low = from
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.compare(middle, start) === 0) low = middle + 1
      else high = middle
    }
    return [from, low]
  }

  /** Below zero when the word sorts before `text`; zero when it begins with it. */
  private compare(term: number, text: string): number {
    const start = this.starts[term] as number
    const length = (this.starts[term + 1] as number) - start
    for (let n = 0; n < text.length; n++) {
      if (n === length) return -1
      const difference = (this.letters[start + n] as number) - text.charCodeAt(n)
      if (difference !== 0) return difference
    }
    return 0
  }

  private lowerBound(text: string): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.compare(middle, text) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /**
   * Words at most `edits` typing errors from `typed`; two letters changed places count as one error.
   * With `unfinished`, words of which a beginning is that near. Goes through the words in order, keeps the rows of the
   * distance table for the letters shared with the word before, and steps over all words below a hopeless beginning.
   */
  near(typed: string, edits: number, unfinished: boolean): Near[] {
    const found: Near[] = []
    const m = typed.length
    const width = m + 1
    const deepest = m + edits
    const rows = new Uint8Array((deepest + 2) * width)
    for (let n = 0; n < width; n++) rows[n] = n
    const wanted = Uint16Array.from({ length: m }, (_, n) => typed.charCodeAt(n))
    // `reached` is the number of letters whose rows stand; from `hopeless` letters on no word can match.
    let reached = 0
    let hopeless = 255
    let beganAt = 255
    let began = 0
    for (let term = 0; term < this.size; term++) {
      const same = this.shared[term] as number
      if (same >= hopeless) continue
      const start = this.starts[term] as number
      const length = (this.starts[term + 1] as number) - start
      if (same < beganAt) beganAt = 255
      if (beganAt !== 255) {
        found.push({ term, edits: began })
        continue
      }
      hopeless = 255
      let depth = Math.min(same, reached)
      const end = Math.min(length, deepest)
      while (depth < end) {
        depth++
        const least = this.row(rows, width, depth, start, wanted, edits)
        if (least > edits) {
          hopeless = depth
          break
        }
        // Outside the diagonal's neighbourhood the row holds nothing that may be read.
        if (unfinished && depth >= m - edits && (rows[depth * width + m] as number) <= edits) {
          beganAt = depth
          began = rows[depth * width + m] as number
          break
        }
      }
      reached = depth
      if (beganAt !== 255) found.push({ term, edits: began })
      else if (
        hopeless === 255 &&
        depth === length &&
        depth >= m - edits &&
        (rows[depth * width + m] as number) <= edits
      ) {
        found.push({ term, edits: rows[depth * width + m] as number })
      }
    }
    return found
  }

  /** Fills one row of the table, only near its diagonal; gives its least value. */
  private row(
    rows: Uint8Array,
    width: number,
    depth: number,
    start: number,
    wanted: Uint16Array,
    edits: number,
  ): number {
    const here = depth * width
    const above = here - width
    const letter = this.letters[start + depth - 1] as number
    const earlier = depth > 1 ? (this.letters[start + depth - 2] as number) : -1
    const from = Math.max(1, depth - edits)
    const to = Math.min(width - 1, depth + edits)
    rows[here + from - 1] = from === 1 ? depth : edits + 1
    let least = from === 1 ? depth : edits + 1
    for (let n = from; n <= to; n++) {
      const up = n === depth + edits ? edits + 1 : (rows[above + n] as number)
      let value = Math.min(
        (rows[above + n - 1] as number) + (wanted[n - 1] === letter ? 0 : 1),
        up + 1,
        (rows[here + n - 1] as number) + 1,
      )
      if (n > 1 && wanted[n - 1] === earlier && wanted[n - 2] === letter) {
        value = Math.min(value, (rows[above - width + n - 2] as number) + 1)
      }
      rows[here + n] = value
      if (value < least) least = value
    }
    if (to < width - 1) rows[here + to + 1] = edits + 1
    return least
  }
}

function startsOf(shared: Uint8Array, lengths: Uint8Array): Uint32Array {
  const starts = new Uint32Array(shared.length + 1)
  let total = 0
  for (let term = 0; term < shared.length; term++) {
    starts[term] = total
    total += (shared[term] as number) + (lengths[term] as number)
  }
  starts[shared.length] = total
  return starts
}

/** Words `from` up to `to`; gives how many of the suffixes' letters are used. A loop is quicker than a call per word. */
function layOut(
  letters: Uint16Array,
  starts: Uint32Array,
  shared: Uint8Array,
  suffixes: string,
  read: number,
  from: number,
  to: number,
): number {
  let used = read
  for (let term = from; term < to; term++) {
    const end = starts[term + 1] as number
    let at = starts[term] as number
    let before = term === 0 ? 0 : (starts[term - 1] as number)
    for (let same = shared[term] as number; same > 0; same--) letters[at++] = letters[before++] as number
    while (at < end) letters[at++] = suffixes.charCodeAt(used++)
  }
  return used
}
