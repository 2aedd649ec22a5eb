/** Dutch of the codes of an agreement. Exhaustive over the codes that travel: a new one does not compile without its words. */
import type { Standing } from '../../api/agreements/codes.ts'
import type { AgreementMoved } from '../../api/agreements/schema.ts'

export const standingWords: Record<Standing, string> = {
  proposed: 'voorgesteld',
  coming: 'gaat nog in',
  in_force: 'geldt nu',
  superseded: 'vervangen door een nieuwe versie',
  expired: 'voorbij',
  ended: 'gestopt',
}

/** What it means: whose turn it is, and what counts meanwhile. */
export const standingNow: Record<Standing, string> = {
  proposed: 'Dit is een voorstel. Het telt pas als de andere organisatie akkoord is.',
  coming: 'Hierover zijn beide organisaties het eens. De afspraak gaat nog in.',
  in_force: 'Deze afspraak geldt nu. De termijnen tellen bij elke nieuwe overdracht.',
  superseded: 'Er is een nieuwere versie. Die geldt.',
  expired: 'De einddatum is voorbij. Nu gelden de gewone termijnen.',
  ended: 'Deze afspraak is gestopt, of het voorstel is niet aangenomen.',
}

export const agreementCommands: Record<AgreementMoved['commands'][number], string> = {
  agree: 'Akkoord geven',
  end: 'Stoppen',
}

/** "binnen 1 werkdag", "binnen 2 werkdagen". */
export const withinWords = (days: number): string => (days === 1 ? 'binnen 1 werkdag' : `binnen ${days} werkdagen`)

/** The terms that count where nothing was agreed, as the domain has them. */
export const defaultWords = 'Zonder afspraak: antwoord binnen 3 werkdagen, gesprek binnen 5, start binnen 10.'
