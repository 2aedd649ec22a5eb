/** Dutch of the codes of a matter, its legal basis, what happened in it and what the sender hears back. */
import type { AlarmView } from '../../api/alarms/schema.ts'
import type { Basis, FeedbackView, MatterCommand, MatterView } from '../../api/matters/schema.ts'
import type { List, WorkItem } from '../../api/matters/work-schema.ts'
import type { SignalView } from '../../api/signals/schema.ts'
import type { TransferView } from '../../api/transfers/schema.ts'

export const kindWords: Record<WorkItem['kind'], string> = {
  signal: 'Signaal',
  transfer: 'Overdracht',
  matter: 'Hulpvraag',
}

export const listWords: Record<List, { name: string; empty: string; help: string }> = {
  mine: {
    name: 'Wacht op mij',
    empty: 'Er wacht niets op u.',
    help: 'Kijk bij “Wacht op mijn team” of er iets is dat u kunt oppakken.',
  },
  team: {
    name: 'Wacht op mijn team',
    empty: 'Er wacht niets op uw team.',
    help: 'Nieuwe signalen en overdrachten ziet u hier zodra ze zijn verzonden.',
  },
  others: {
    name: 'Wacht op anderen',
    empty: 'U wacht op niemand.',
    help: 'Wat u verstuurt, ziet u hier tot de ander iets doet.',
  },
  overdue: {
    name: 'Te laat',
    empty: 'Er is niets te laat.',
    help: 'Hier ziet u alles waarvan de termijn voorbij is: van u, van uw team en van anderen.',
  },
}

export const itemStates: Record<'next_act' | 'with_others', string> = {
  next_act: 'volgende stap',
  with_others: 'bij een ander',
}

export const subjectWords: Record<MatterView['subject'], string> = {
  person: 'Eén persoon',
  household: 'Een huishouden',
  group: 'Een groep',
}

export const involvementWords: Record<MatterView['involvement'], string> = {
  agrees: 'Is het ermee eens',
  informed: 'Weet ervan',
  objects: 'Is het er niet mee eens',
  not_reached: 'Nog niet bereikt',
  withheld: 'Weet het niet, omdat dat niet veilig is',
  no_person: 'Het gaat niet om een persoon',
}

/** What each means for what may be shared, said at the moment of choosing. */
export const involvementMeaning: Partial<Record<MatterView['involvement'], string>> = {
  agrees: 'Het gezin weet wat u deelt en met wie, en vindt dat goed.',
  informed: 'U hebt het verteld. Het gezin hoeft het er niet mee eens te zijn als er een wettelijke grond is.',
  objects: 'U mag alleen doorgaan als dat echt nodig is. Schrijf op waarom. De ontvanger leest dit.',
  not_reached: 'Probeer het eerst. Lukt dat niet en kan het niet wachten, schrijf dan op wat u deed.',
  withheld: 'Alleen als vertellen iemand in gevaar brengt. Schrijf op waarom.',
}

export const groupSizeWords: Record<NonNullable<MatterView['groupSize']>, string> = {
  under_5: 'Minder dan 5',
  '5_to_10': '5 tot 10',
  '10_to_25': '10 tot 25',
  over_25: '25 of meer',
}

export const nextActWords: Record<NonNullable<MatterView['nextAct']>, string> = {
  offer_again: 'Opnieuw aanbieden of afsluiten',
  sent_back: 'Signaal kwam terug: kies wat u doet',
  withdrawn: 'Ingetrokken: kies wat u doet',
  contact_family: 'Contact met het gezin',
  evaluate: 'Kijken hoe het gaat',
  other: 'Andere stap',
}

export const matterOutcomeWords: Record<NonNullable<MatterView['outcome']>, string> = {
  line0_answered: 'Opgelost met hulp zonder indicatie',
  helped: 'Geholpen',
  partly_helped: 'Voor een deel geholpen',
  became_case: 'Er is een casus geopend',
  joined_case: 'Het hoort bij een casus die al loopt',
  to_table: 'Besproken in een overleg',
  no_action: 'Er is niets gedaan',
  stopped_by_resident: 'De inwoner is gestopt',
  moved: 'Verhuisd',
  withdrawn: 'Ingetrokken',
  other: 'Anders',
}

export const matterCommands: Record<MatterCommand, string> = {
  close: 'Hulpvraag afsluiten',
  plan: 'Volgende stap plannen',
  issue_follow_code: 'Overdrachtskaart maken',
}

/** Each ground: what it is called, when it fits, and the article and purpose to begin with. */
export const groundWords: Record<Basis['ground'], { label: string; hint: string; article: string; purpose: string }> = {
  task_jeugdwet: {
    label: 'Taak uit de Jeugdwet',
    hint: 'Hulp aan een kind, een jongere of de ouders, in opdracht van de gemeente.',
    article: 'Jeugdwet, artikel 2.3',
    purpose: 'Beoordelen welke jeugdhulp nodig is',
  },
  task_wmo: {
    label: 'Taak uit de Wmo',
    hint: 'Ondersteuning thuis of in de buurt, in opdracht van de gemeente.',
    article: 'Wmo 2015, artikel 2.3.2',
    purpose: 'Beoordelen welke ondersteuning nodig is',
  },
  task_participatie: {
    label: 'Taak uit de Participatiewet',
    hint: 'Werk, inkomen of uitkering.',
    article: 'Participatiewet, artikel 7',
    purpose: 'Helpen bij werk en inkomen',
  },
  task_wgs: {
    label: 'Taak uit de Wet gemeentelijke schuldhulpverlening',
    hint: 'Hulp bij schulden, ook bij een vroegsignaal.',
    article: 'Wgs, artikel 3',
    purpose: 'Helpen bij schulden of schulden voorkomen',
  },
  legal_duty: {
    label: 'Een andere wettelijke plicht',
    hint: 'De wet zegt dat uw organisatie dit moet doen. Noem het artikel.',
    article: '',
    purpose: '',
  },
  vital: {
    label: 'Levensgevaar',
    hint: 'Iemands leven of gezondheid is nu in gevaar, en toestemming vragen kan niet.',
    article: 'AVG, artikel 6, eerste lid, onder d',
    purpose: 'Iemand beschermen bij direct gevaar',
  },
  consent: {
    label: 'Toestemming',
    hint: 'Alleen als iemand echt vrij is om nee te zeggen, en dat geen gevolgen heeft.',
    article: 'AVG, artikel 6, eerste lid, onder a',
    purpose: 'Hulp regelen die de inwoner zelf vraagt',
  },
  meldcode: {
    label: 'Meldcode huiselijk geweld en kindermishandeling',
    hint: 'U hebt de stappen van de meldcode gevolgd.',
    article: 'Wmo 2015, artikel 5.2.6',
    purpose: 'Geweld of mishandeling stoppen of onderzoeken',
  },
  no_personal_data: {
    label: 'Geen persoonsgegevens',
    hint: 'Het signaal gaat over een groep. Er staat niets in over een persoon.',
    article: 'Niet nodig',
    purpose: 'Iets melden dat in een groep of buurt speelt',
  },
}

type Event =
  | `signal.${SignalView['commands'][number] | 'screen' | 'to_queue'}`
  | `transfer.${TransferView['commands'][number] | 'to_queue'}`
  | `matter.${MatterCommand | 'open' | 'reopen' | 'answer_alarm'}`
  | `transfer.${'make_link' | 'revoke_link'}`
  | `resident.${AlarmView['kind'] | 'helped' | 'contact_was'}`

const events: Record<Event, string> = {
  'signal.send': 'Signaal verstuurd',
  'signal.discard': 'Concept weggegooid',
  'signal.take': 'Signaal opgepakt',
  'signal.withdraw': 'Signaal ingetrokken',
  'signal.redirect': 'Doorgezet naar een ander team van dezelfde organisatie',
  'signal.send_back': 'Signaal teruggestuurd',
  'signal.ask': 'Vraag gesteld aan de verzender',
  'signal.answer': 'Vraag beantwoord',
  'signal.resume': 'Verdergegaan zonder antwoord',
  'signal.conclude': 'Signaal afgerond',
  'signal.ask_to_withdraw': 'Gevraagd om het signaal te stoppen',
  'signal.assign': 'Signaal aan een collega gegeven',
  'signal.screen': 'Besproken in het screeningsoverleg',
  'signal.to_queue': 'Terug in de wachtrij van het team',
  'transfer.offer': 'Overdracht aangeboden',
  'transfer.discard': 'Concept weggegooid',
  'transfer.accept': 'Overdracht aangenomen',
  'transfer.decline': 'Overdracht niet aangenomen',
  'transfer.expire': 'Geen antwoord binnen de termijn',
  'transfer.withdraw': 'Overdracht ingetrokken',
  'transfer.plan_contact': 'Gesprek gepland',
  'transfer.contact_failed': 'Gesprek niet gelukt, nieuwe datum gekozen',
  'transfer.confirm_contact': 'Overdracht bevestigd',
  'transfer.take_back_confirmation': 'Bevestiging teruggenomen',
  'transfer.make_cold': 'Overgedragen zonder gesprek',
  'transfer.return': 'Teruggegeven aan de verzender',
  'transfer.lapse': 'Vervallen: er kwam geen gesprek',
  'transfer.report_waiting': 'Wachttijd gemeld',
  'transfer.start': 'Hulp gestart',
  'transfer.close': 'Hulp afgesloten',
  'transfer.make_link': 'Link gestuurd naar een ontvanger zonder account',
  'transfer.revoke_link': 'Link ingetrokken',
  'transfer.pass_on': 'Verder overgedragen',
  'transfer.reopen': 'Hulp heropend',
  'transfer.assign': 'Overdracht aan een collega gegeven',
  'transfer.to_queue': 'Terug in de wachtrij van het team',
  'matter.open': 'Hulpvraag geopend',
  'matter.close': 'Hulpvraag afgesloten',
  'matter.plan': 'Volgende stap gepland',
  'matter.reopen': 'Hulpvraag heropend',
  'matter.issue_follow_code': 'Nieuwe volgcode gemaakt',
  'matter.answer_alarm': 'Melding van de inwoner beantwoord',
  'resident.nobody_called': 'Meldt: niemand heeft gebeld',
  'resident.went_differently': 'Meldt: het is anders gegaan',
  'resident.not_helped': 'Meldt: het heeft niet geholpen',
  'resident.objects': 'Maakt bezwaar tegen het delen van gegevens',
  'resident.helped': 'Meldt: het heeft geholpen',
  'resident.contact_was': 'Meldt: het gesprek is geweest',
}

/** One thing that happened. */
export const eventWords = (type: string): string => (events as Record<string, string>)[type] ?? 'Er is iets veranderd'

type Told = `signal.${'returned' | 'concluded'}` | `transfer.${TransferView['status']}` | 'matter.closed'

const told: Record<Told, string> = {
  'signal.returned': 'Uw signaal is teruggestuurd',
  'signal.concluded': 'Uw signaal is afgerond',
  'transfer.draft': 'Er wordt een overdracht voorbereid',
  'transfer.offered': 'Er is hulp gevraagd bij een volgende organisatie',
  'transfer.accepted': 'Een volgende organisatie heeft het aangenomen',
  'transfer.handed_over': 'De hulpvraag is overgedragen',
  'transfer.started': 'De hulp is gestart',
  'transfer.closed': 'De hulp is afgesloten',
  'transfer.declined': 'De overdracht is niet aangenomen',
  'transfer.expired': 'Er kwam geen antwoord op de overdracht',
  'transfer.withdrawn': 'De overdracht is ingetrokken',
  'matter.closed': 'De hulpvraag is afgesloten',
}

/** One line of what the sender hears back. */
export const feedbackWords = ({ code }: Pick<FeedbackView, 'code'>): string =>
  (told as Record<string, string>)[code] ?? 'Er is iets veranderd'
