/**
 * What somebody is likely to type next is answered while nobody types: on an old telephone a search is a good part of
 * what a key costs, and between two keys there is time.
 */
import { aside } from './breath.ts'

/**
 * What follows each letter in what people say (counted in search/said/lines, whose words these are by a test), those first
 * that follow most; what is left out is less than two in a hundred. A space ends a word, and stands before the first.
 */
export const follows: Readonly<Record<string, string>> = {
  ' ': 'miedhvwbkonzsgatlprcu',
  a: 'nartlgs kpmcdfbui',
  b: 'ei aourlyb',
  c: 'hoaltieu rk',
  d: 'e aiorsutdjvgw',
  e: 'nr etlkdsgmbifuvzp',
  f: ' toeiafldsrgbjzuvmw',
  g: 'e ratoisgdhblvy',
  h: 'euotai r',
  i: 'jneksltgcd amo',
  j: 'n ekdgaofstvwup',
  k: ' eaiotlrksuwjn',
  l: 'e ailodsptukfgz',
  m: 'eiao tpydmus',
  n: ' dgietasoknuvlz',
  o: 'eornpmulvtk dgcfsi',
  p: ' earlotpiusvgjhn',
  q: 'u railov',
  r: ' eiaodtskgulmvbwhpfz',
  s: ' tceplsioaumhjnbkyd',
  t: ' eiaorshujtwbgkl',
  u: 'irwdulstn gkbmczp',
  v: 'eaoril',
  w: 'eiao hndc',
  x: ' iatpecygob',
  y: ' csmpornblteadikf',
  z: 'oieawu',
}

/** Milliseconds in which a key has been drawn on a screen. */
const aFrame = 20

/** Keeps what was `Made` of each of the texts that may come next, for as long as all else that is asked is the same. */
export class Foresight<Made> {
  private of: readonly unknown[] = []
  private made = new Map<string, Made>()

  /** What was made of this text; undefined when it was not foreseen, or with something else. */
  take(of: readonly unknown[], text: string): Made | undefined {
    return of.every((one, at) => one === this.of[at]) ? this.made.get(text) : undefined
  }

  /** Calls `make` for what may come after `text`, each in a task of its own, until it is called for another text. */
  async look(of: readonly unknown[], text: string, make: (text: string) => Made): Promise<void> {
    const made = new Map<string, Made>()
    this.of = of
    this.made = made
    await new Promise((resolve) => setTimeout(resolve, aFrame))
    for (const letter of follows[text.at(-1)?.toLowerCase() ?? ' '] ?? follows[' '] ?? '') {
      await aside()
      if (made !== this.made) return
      made.set(text + letter, make(text + letter))
    }
  }

  /** Nothing is foreseen any more. */
  stop(): void {
    this.made = new Map()
  }
}
