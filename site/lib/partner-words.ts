/** Dutch of a partner's own system: its keys, and what it is told. Exhaustive over the codes that travel. */
import type { DeliveryView, KeyInput, KeyView } from '../../api/partners/schema.ts'
import { type TransferCommand, transferCommands } from './transfer-words.ts'
import { choicesOf } from './words.ts'

export const keyCommandWords: Record<KeyView['commands'][number], string> = {
  copy: 'De gegevens van een overdracht overnemen',
  plan_contact: 'Melden wanneer het gesprek is',
  confirm_contact: 'De overdracht bevestigen',
  start: 'Melden dat de hulp start',
  close: 'Afsluiten, met uitkomst en terugkoppeling',
}
export const keyCommandChoices = choicesOf(keyCommandWords)

export const keyStateWords: Record<KeyView['state'], string> = {
  works: 'werkt',
  expired: 'verlopen',
  revoked: 'ingetrokken',
}

export const keyDayWords: Record<KeyInput['days'], string> = {
  30: '30 dagen',
  90: '3 maanden',
  180: 'een half jaar',
  365: 'een jaar',
}
export const keyDayChoices = ([30, 90, 180, 365] as const).map((days) => ({
  code: String(days),
  label: keyDayWords[days],
}))

export const deliveryWords: Record<DeliveryView['state'], string> = {
  waiting: 'onderweg',
  delivered: 'aangekomen',
  given_up: 'opgegeven',
}

/** What a message is about: a test, or what happened to a transfer. */
export function kindWords(kind: string): string {
  const command = kind.replace(/^transfer\./, '')
  return kind === 'test' ? 'Proefbericht' : (transferCommands[command as TransferCommand] ?? kind)
}

const answers: Record<string, string> = {
  INSIDE: 'dit adres ligt niet op internet',
  SLOW: 'geen antwoord binnen 10 seconden',
  ENOTFOUND: 'dit adres bestaat niet',
  ECONNREFUSED: 'het systeem is niet bereikbaar',
  stopped: 'gestopt: het adres is veranderd of uitgezet',
}

/** What the other side answered, for who calls its supplier: the words, and the code they will ask for. */
export function answerWords(answer: string): string {
  if (/^2\d\d$/.test(answer)) return `goed (${answer})`
  if (/^3\d\d$/.test(answer)) return `stuurt door naar een ander adres (${answer}): vul dat adres in`
  const words = answers[answer]
  return words ? `${words} (${answer})` : `fout ${answer}`
}
