import type { ThemeKey } from '../taxonomy.ts'

export type Choice = { words: string; hint?: string; sign?: string; to: string }
export type Step = {
  asks: string
  explains?: string
  /** The numbers for when it cannot wait stand first. */
  crisis?: true
  themes?: ThemeKey[]
  /** Keys of the services that help most people who come here, in the order to read them. */
  first?: string[]
  choices?: Choice[]
}
export type Steps = Record<string, Step>

/** Offered wherever somebody may mean it. */
export const suicide: Choice = {
  words: 'Ik denk aan de dood, of ik ben bang dat iemand zichzelf iets aandoet',
  sign: 'heart',
  to: 'zelfmoord',
}
