/** What the page about plain words says of one text, in plain words. */
import type { FindingView, ReadingView } from '../../api/plain-words/schema.ts'

/** How it reads, by the formula's own steps: 60 to 70 is what most people read, below 50 is for who studied. */
export function levelOf({ ease }: Pick<ReadingView, 'ease'>): string {
  if (ease === null) return 'Te kort om te meten'
  if (ease >= 70) return 'Makkelijk'
  if (ease >= 60) return 'Goed te lezen'
  return ease >= 50 ? 'Lastig' : 'Moeilijk'
}

/** What to do about it, as a sentence. */
export function findingWords(finding: FindingView): string {
  switch (finding.kind) {
    case 'hard_word':
      return `Moeilijk woord: “${finding.word}”. Schrijf liever: ${finding.instead}.`
    case 'abbreviation':
      return `Afkorting zonder uitleg: “${finding.word}”. Schrijf het woord uit.`
    case 'long_sentence':
      return `Een zin van ${finding.words} woorden. Maak er twee zinnen van: “${finding.sentence}”`
    case 'long_on_average':
      return `Lange zinnen: gemiddeld ${decimal(finding.words)} woorden. Probeer onder de 12 te blijven.`
    case 'hard_to_read':
      return `Moeilijk te lezen: ${finding.ease} van 100. Vanaf 60 leest het goed. Gebruik kortere woorden en zinnen.`
  }
}

export const decimal = (number: number) => number.toLocaleString('nl-NL')
