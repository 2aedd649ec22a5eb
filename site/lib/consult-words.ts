/** Dutch of the codes of a consult. Exhaustive over the codes that travel: a new one does not compile without its words. */
import type { Decision, Status } from '../../api/consults/codes.ts'
import type { ConsultItem } from '../../api/consults/schema.ts'
import type { Choice } from './words.ts'

export const consultStates: Record<Status, string> = {
  open: 'wacht op antwoord',
  answered: 'beantwoord',
  closed: 'afgesloten',
}

/** What the state means for who looks at it: whose turn it is. */
export const consultNow: Record<Status, Record<ConsultItem['weAre'], string>> = {
  open: {
    asker: 'De consulent heeft nog niet geantwoord. U blijft zelf verantwoordelijk voor de inwoner.',
    answerer: 'Deze vraag wacht op een consulent van uw organisatie.',
  },
  answered: {
    asker: 'Er is een antwoord. Zeg wat u ermee doet. Daarmee sluit u de vraag af.',
    answerer: 'U hebt geantwoord. De vrager laat weten wat er gebeurt.',
  },
  closed: {
    asker: 'U hebt deze vraag afgesloten.',
    answerer: 'De vrager heeft deze vraag afgesloten.',
  },
}

export const decisionWords: Record<Decision, string> = {
  line0: 'Oplossen zonder indicatie',
  together: 'Samen oppakken met de consulent',
  apply: 'Een voorziening aanvragen',
}
const decisionHints: Record<Decision, string> = {
  line0: 'Met hulp die iedereen mag gebruiken, of met mensen om de inwoner heen.',
  together: 'U spreekt af wie wat doet. Daarvoor is een signaal of overdracht nodig.',
  apply: 'De inwoner vraagt hulp aan waar een besluit voor nodig is.',
}
export const decisionChoices: Choice<Decision>[] = (Object.keys(decisionWords) as Decision[]).map((code) => ({
  code,
  label: decisionWords[code],
  hint: decisionHints[code],
}))

/** What was found in a text, by the code of the fault. */
export const foundWords: Record<string, string> = {
  'text.bsn': 'een burgerservicenummer',
  'personal.phone': 'een telefoonnummer',
  'personal.email': 'een e-mailadres',
  'personal.address': 'een postcode met huisnummer',
  'personal.birth_date': 'een geboortedatum',
}
