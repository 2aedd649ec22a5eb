/** Dutch of what one is told, by topic. No name and no theme: the same care as in a mail, for screens are looked over too. */
import type { MailChoice, NotificationView } from '../../api/notifications/schema.ts'
import type { SignalCommand } from './signal-words.ts'
import type { TransferCommand } from './transfer-words.ts'

type Topic =
  | `signal.${Exclude<SignalCommand, 'discard'> | 'acute' | 'to_queue' | 'remind' | 'overdue'}`
  | `transfer.${Exclude<TransferCommand, 'discard'> | 'handed_over' | 'to_queue' | 'remind' | 'overdue'}`
  | `matter.${'close' | 'step'}`
  | 'resident.alarm'
  | `consult.${'ask' | 'answer' | 'close'}`
  | 'guidance.propose'
  | `agreement.${'propose' | 'agree' | 'end'}`
  | `meeting.${'plan' | 'change' | 'report'}`
  | 'webhook.given_up'

/** A command that is new does not compile without the sentence with which the other side hears of it. */
const topics: Record<Topic, string> = {
  'signal.send': 'Er is een nieuw signaal voor uw team',
  'signal.acute': 'Er is een acuut signaal',
  'signal.take': 'Uw signaal is opgepakt',
  'signal.withdraw': 'Een signaal is ingetrokken',
  'signal.redirect': 'Er is een signaal naar uw team doorgezet',
  'signal.send_back': 'Uw signaal is teruggestuurd',
  'signal.ask': 'Er is een vraag over uw signaal',
  'signal.answer': 'Uw vraag is beantwoord',
  'signal.conclude': 'Uw signaal is afgerond',
  'signal.ask_to_withdraw': 'De verzender wil een signaal stoppen',
  'signal.assign': 'Er is een signaal aan u toegewezen',
  'signal.to_queue': 'Een signaal staat weer in de wachtrij van uw team',
  'signal.remind': 'Herinnering: er wacht een signaal',
  'signal.overdue': 'Een signaal wacht te lang',
  'signal.resume': 'Het team gaat verder met uw signaal, zonder antwoord',
  'transfer.offer': 'Er is een overdracht aan uw team aangeboden',
  'transfer.accept': 'Uw overdracht is aangenomen',
  'transfer.decline': 'Uw overdracht is niet aangenomen',
  'transfer.expire': 'Er kwam geen antwoord op een overdracht',
  'transfer.lapse': 'Een overdracht is vervallen: er kwam geen gesprek',
  'transfer.withdraw': 'Een overdracht is ingetrokken',
  'transfer.plan_contact': 'Er is een gesprek gepland',
  'transfer.contact_failed': 'Een gesprek is niet gelukt',
  'transfer.confirm_contact': 'De ander heeft de overdracht bevestigd',
  'transfer.take_back_confirmation': 'De ander heeft de bevestiging teruggenomen',
  'transfer.handed_over': 'De overdracht is bevestigd: de ontvanger is nu verantwoordelijk',
  'transfer.make_cold': 'Er is overgedragen zonder gesprek',
  'transfer.return': 'Een overdracht is teruggegeven',
  'transfer.report_waiting': 'Er is een wachttijd gemeld',
  'transfer.pass_on': 'Er is verder overgedragen',
  'transfer.start': 'De hulp is gestart',
  'transfer.close': 'De hulp is afgesloten',
  'transfer.reopen': 'De hulp is heropend',
  'transfer.assign': 'Er is een overdracht aan u toegewezen',
  'transfer.to_queue': 'Een overdracht staat weer in de wachtrij van uw team',
  'transfer.remind': 'Herinnering: er wacht een overdracht',
  'transfer.overdue': 'Een overdracht wacht te lang',
  'webhook.given_up': 'Uw eigen systeem nam een bericht niet aan',
  'matter.close': 'Een hulpvraag is afgesloten',
  'matter.step': 'Er is een volgende stap gezet in een hulpvraag die u stuurde',
  'resident.alarm': 'Een inwoner meldt iets: kijk vandaag en antwoord',
  'consult.ask': 'Er is een vraag om mee te denken',
  'consult.answer': 'Uw vraag bij Sparren is beantwoord',
  'consult.close': 'Een vraag bij Sparren is afgesloten',
  'guidance.propose': 'Er is een advies om na te kijken',
  'agreement.propose': 'Er is een verwijsafspraak voorgesteld',
  'agreement.agree': 'Een verwijsafspraak is akkoord',
  'agreement.end': 'Een verwijsafspraak is beëindigd',
  'meeting.plan': 'U bent gevraagd voor overleggen van een school',
  'meeting.change': 'Een overleg van een school is veranderd',
  'meeting.report': 'Er is een verslag van een overleg waar u niet bij was',
}

/** What happened; for a topic without a sentence of its own what can be said of all. */
export const topicWords = ({ topic }: Pick<NotificationView, 'topic'>): string =>
  (topics as Record<string, string>)[topic] ?? 'Er is iets veranderd'

/** Where what is no matter is read, by the first word of its topic. */
const pages: Record<string, (id: string) => string> = {
  consult: (id) => `/werk/sparren/#${id}`,
  guidance: () => '/werk/sparren/adviezen/',
  agreement: (id) => `/werk/afspraken/#${id}`,
  meeting: () => '/werk/school/',
  webhook: () => '/werk/koppelingen/',
}

/** Where it leads; null when it is not ours to see any more. */
export function addressOfNotification({ topic, matter, objectId }: NotificationView): string | null {
  if (matter) return `/werk/hulpvraag/#${matter.id}`
  if (objectId === null) return null
  return pages[topic.split('.')[0] ?? '']?.(objectId) ?? null
}

export const mailWords: Record<MailChoice, { label: string; hint: string }> = {
  at_once: { label: 'Meteen', hint: 'Elke keer een e-mail zodra er iets voor u is.' },
  digest: { label: 'Eén keer per werkdag', hint: 'Eén e-mail met hoeveel er voor u klaarstaat.' },
}
