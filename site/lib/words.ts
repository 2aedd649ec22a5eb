/** Every refusal, fault and role in Dutch. The tables are exhaustive: a new code does not compile without its sentence. */
import type { RefusalCode } from '../../api/errors.ts'
import type { Role } from '../../api/viewer.ts'

const refusals: Record<RefusalCode | 'offline' | 'internal', string> = {
  'input.invalid': 'Er klopt iets niet in wat u hebt ingevuld.',
  'input.too_large': 'De tekst is te lang. Maak de tekst korter en probeer het opnieuw.',
  'input.bsn': 'In de tekst staat een burgerservicenummer. Haal het weg: dat nummer bewaren wij nooit.',
  'input.not_json': 'De pagina is niet meer van deze tijd. Laad de pagina opnieuw.',
  'origin.foreign': 'Dit kan alleen vanaf de pagina’s van Voordeur zelf.',
  'viewer.unknown': 'U bent niet meer ingelogd. Log opnieuw in.',
  'viewer.not_allowed': 'Uw account mag dit niet doen.',
  'account.wrong_credentials': 'Dit e-mailadres of dit wachtwoord klopt niet.',
  too_many_attempts: 'U hebt het te vaak geprobeerd.',
  not_found: 'Dit bestaat niet, of u kunt het niet zien.',
  changed_meanwhile:
    'Iemand anders heeft dit net veranderd. Hieronder ziet u hoe het nu is. Wat u typte, staat er nog.',
  'matter.not_found': 'Deze hulpvraag bestaat niet, of uw organisatie is er niet meer bij betrokken.',
  'matter.not_yours': 'Uw organisatie is nu niet verantwoordelijk voor deze hulpvraag. Daarom kunt u dit niet doen.',
  'matter.not_possible_now': 'Dit kan nu niet bij deze hulpvraag.',
  'matter.still_open_work': 'Er loopt nog een signaal of overdracht. Rond dat eerst af.',
  'matter.needs_next_step':
    'Hierna is er niets meer open. Kies wat er nu gebeurt: afsluiten, of een volgende stap met een datum.',
  'signal.not_found': 'Dit signaal bestaat niet, of uw organisatie is er niet meer bij betrokken.',
  'signal.not_yours': 'Dit is aan de andere organisatie.',
  'signal.not_possible_now': 'Dit kan nu niet bij dit signaal.',
  'signal.not_due': 'De termijn is nog niet voorbij.',
  'signal.alike': 'Er loopt al iets van uw organisatie over iemand met deze naam. Bekijk dat eerst.',
  'sheet.not_found': 'Dit concept is er niet meer. Misschien is het al verstuurd of weggegooid.',
  'meeting.not_found': 'Dit overleg bestaat niet, of uw organisatie doet er niet aan mee.',
  'meeting.not_possible_now': 'Dit overleg is al geweest. Er kan niets meer aan veranderen.',
  'guidance.not_found': 'Dit advies bestaat niet, of u kunt het niet zien.',
  'guidance.not_yours': 'Een ander dan de schrijver kijkt dit advies na.',
  'guidance.not_possible_now': 'Dit advies is al nagekeken.',
  'transfer.not_found': 'Deze overdracht bestaat niet, of uw organisatie is er niet meer bij betrokken.',
  'transfer.not_yours': 'Dit is aan de andere organisatie.',
  'transfer.not_possible_now': 'Dit kan nu niet bij deze overdracht.',
  'transfer.not_due': 'De termijn is nog niet voorbij.',
  'transfer.already_open': 'Er wacht al een overdracht op antwoord. Trek die eerst in, of wacht op het antwoord.',
  'transfer.reopen_too_late': 'Heropenen kan tot 30 dagen na het afsluiten. Begin een nieuw signaal.',
  'transfer.absence_unexplained': 'De inwoner was er niet bij. Kies waarom niet.',
  'consult.not_found': 'Deze vraag bestaat niet, of is niet van of aan uw organisatie.',
  'consult.not_yours': 'Dit is aan de ander.',
  'consult.not_possible_now': 'Dit kan nu niet bij deze vraag.',
  'consult.nobody_to_ask': 'Hier werkt nu geen consulent. Kies een ander om te vragen.',
  'agreement.not_found': 'Deze afspraak bestaat niet, of is niet van uw organisatie.',
  'agreement.not_yours': 'Dit is aan de andere organisatie.',
  'agreement.not_possible_now': 'Dit kan nu niet bij deze afspraak.',
  'agreement.already_proposed': 'Er wacht al een voorstel op antwoord. Bekijk dat eerst.',
  'agreement.no_partner': 'Kies een organisatie waarmee u een afspraak kunt maken.',
  'report.not_found': 'Deze melding bestaat niet, of gaat niet over uw organisatie.',
  'report.not_possible_now': 'Dit kan nu niet bij deze melding.',
  'basis.missing': 'Vul eerst de wettelijke grondslag in voor deze ontvanger.',
  'desk.not_found': 'Dit team bestaat niet (meer). Kies een ander team.',
  'desk.not_open': 'Dit team kan nu niets ontvangen. Kies een ander team, of bel.',
  'colleague.not_found': 'Deze collega werkt niet (meer) bij uw organisatie. Kies een ander.',
  'follow_code.unknown': 'Deze volgcode kennen wij niet.',
  'link.unknown':
    'Deze link en deze code horen niet bij elkaar, of de link is al gebruikt of verlopen. Vraag de verzender om een nieuwe.',
  'link.not_needed': 'Dit team heeft een eigen account. Een link is niet nodig.',
  'key.not_found': 'Deze sleutel bestaat niet, of is niet van uw organisatie.',
  'request.other_content': 'Met dit verzoeknummer is al iets anders gevraagd.',
  'webhook.none': 'Er is geen adres van uw systeem. Vul dat eerst in.',
  'alarm.not_open': 'Dit is al beantwoord. Hieronder ziet u hoe het nu is.',
  'concept.not_found': 'Deze regel bestaat niet (meer).',
  'service.unavailable': 'Voordeur is even niet bereikbaar. Probeer het over een minuut opnieuw.',
  offline: 'Er is geen verbinding. Wat u typte, staat er nog. Probeer het opnieuw als u weer verbinding hebt.',
  internal: 'Er ging iets mis bij ons. Wat u typte, staat er nog. Probeer het opnieuw.',
}

/** What was refused, as a sentence; with how long to wait where the answer says so. */
export function refusalWords(problem: { code: string; facts: Readonly<Record<string, unknown>> }): string {
  const sentence = (refusals as Record<string, string>)[problem.code] ?? refusals.internal
  const wait = problem.facts.retryAfterSeconds
  return typeof wait === 'number' ? `${sentence} Wacht ${durationWords(wait)} en probeer het dan opnieuw.` : sentence
}

/** `90` → "2 minuten"; seconds only below a minute. */
function durationWords(seconds: number): string {
  if (seconds < 60) return seconds <= 1 ? '1 seconde' : `${Math.ceil(seconds)} seconden`
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return minutes === 1 ? '1 minuut' : `${minutes} minuten`
  const hours = Math.ceil(minutes / 60)
  return hours === 1 ? '1 uur' : `${hours} uur`
}

/** Faults of one field. The server names the fault; what is not listed means that nothing usable was filled in. */
const faults: Record<string, string> = {
  'text.required': 'Vul dit in.',
  'text.too_short': 'Dit is te kort. Schrijf iets meer op.',
  'text.bsn': 'Hier staat een burgerservicenummer. Haal het weg: dat nummer bewaren wij nooit.',
  'personal.phone': 'Hier staat een telefoonnummer. Haal het weg.',
  'personal.email': 'Hier staat een e-mailadres. Haal het weg.',
  'personal.address': 'Hier staat een postcode met huisnummer. Haal die weg.',
  'personal.birth_date': 'Hier staat een geboortedatum. Haal die weg, of schrijf de leeftijd.',
  'text.control_characters': 'Hier staan tekens in die niet kunnen. Typ de tekst opnieuw.',
  'field.invalid_value': 'Maak een keuze.',
  'field.invalid_type': 'Vul dit in.',
  'field.unknown': 'Dit hoort hier niet.',
  'field.invalid_format': 'Maak een keuze.',
  'email.taken':
    'Met dit adres logt al iemand in, of het is het contact van een andere organisatie. Kies een ander adres.',
  'url.malformed': 'Vul een adres in dat begint met https://, zonder wachtwoord en zonder # erin.',
  'url.not_https': 'Het adres moet beginnen met https://. Anders kan iemand onderweg meelezen.',
  'url.inside': 'Dit adres is niet vanaf internet te bereiken. Vraag uw leverancier om een adres dat dat wel is.',
  'email.malformed': 'Vul een e-mailadres in, zoals team@organisatie.nl.',
  'hour.invalid': 'Kies een uur uit de lijst.',
  'number.invalid': 'Vul een heel getal in, van 1 tot en met 999.',
  'reference.malformed': 'Vul een referentie in, zoals 7K2M-9QXD. De eerste drie tekens zijn genoeg.',
  'date.invalid': 'Vul een datum in, en een tijd als daar om wordt gevraagd.',
  'choice.invalid': 'Kies een organisatie, of een soort organisaties.',
  'desk.other_organization': 'Kies een team van deze organisatie.',
  'limit.invalid': 'Vraag een aantal van 1 tot en met 200.',
  'cursor.invalid': 'Dit is geen plek in deze lijst. Begin opnieuw, zonder deze waarde.',
  'days.invalid': 'Vul een aantal werkdagen in, met cijfers.',
  'date.before_start': 'De laatste dag ligt vóór de eerste. Kies een latere dag.',
  'date.passed': 'Deze dag is al voorbij. Kies een latere dag.',
  'date.too_far': 'Deze dag is te ver weg. Kies een dag binnen een jaar.',
  'reason.by_outcome': 'Kies waarom er niets is gedaan.',
  'reason.by_warmth': 'Kies waarom er geen gesprek komt.',
  'present.nobody': 'Kies wie erbij waren.',
  'absence.unexplained': 'De inwoner was er niet bij. Kies waarom niet.',
  'report.no_mail_address': 'Deze melder liet geen e-mailadres achter. Bel, of haal het vinkje weg.',
  'signpost.to_one': 'Kies één adres.',
  'called.first': 'Bel eerst, en zet dan hier een vinkje.',
  'next.invalid': 'Kies wat er nu gebeurt, en bij een volgende stap ook de dag.',
  'matter.person_by_subject': 'Vul in om wie het gaat.',
  'matter.size_by_subject': 'Kies hoe groot de groep is.',
  'matter.involvement_by_subject': 'Kies hoe het gezin betrokken is.',
  'concept.no_letters': 'Hier staat iets zonder letters. Haal het weg.',
  'matter.one_of': 'Vul in waar het over gaat.',
}

/** One fault of one field, as a sentence. */
export function faultWords(code: string, params: Record<string, unknown> = {}): string {
  if (code === 'text.too_long') return `Dit is te lang. Er passen ${String(params.maximum ?? 'minder')} tekens.`
  if (code === 'concept.too_many') return `Dit zijn er te veel. Er passen er ${String(params.maximum)}.`
  if (code === 'concept.both_sides')
    return `Dit staat aan beide kanten: ${String(params.words)}. Laat het op één plek staan.`
  if (code === 'concept.term_taken')
    return `Dit staat al in een andere regel: ${String(params.words)}. Zet de woorden daar erbij.`
  return faults[code] ?? 'Vul dit (goed) in.'
}

export const roleWords: Record<Role, string> = {
  worker: 'medewerker',
  school_team: 'schoolteam',
  desk_member: 'aanmelding',
  team_lead: 'teamleider',
  consultant: 'consulent',
  crisis_manager: 'crisisregisseur',
  directory_editor: 'redacteur',
  chief_editor: 'hoofdredacteur',
  policy_officer: 'beleidsregisseur',
  privacy_officer: 'functionaris gegevensbescherming',
  administrator: 'beheerder',
}

/** A choice as fields show it. */
export type Choice<Code extends string = string> = { code: Code; label: string; hint?: string }

/** The choices of a table of words, in its order. */
export const choicesOf = <Code extends string>(words: Readonly<Record<Code, string>>): Choice<Code>[] =>
  (Object.keys(words) as Code[]).map((code) => ({ code, label: words[code] }))
