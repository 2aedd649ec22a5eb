/** Dutch of the codes of a signal. Exhaustive over the codes that travel: a new one does not compile without its words. */
import type { SignalDraft, SignalView } from '../../api/signals/schema.ts'

type Status = SignalView['status']
export type SignalCommand = SignalView['commands'][number]

export const signalStates: Record<Status, string> = {
  draft: 'concept',
  sent: 'verzonden',
  taken: 'in behandeling',
  waiting: 'wacht op antwoord',
  returned: 'teruggestuurd',
  concluded: 'afgerond',
  withdrawn: 'ingetrokken',
}

/** What the state means for who looks at it: whose turn it is. */
export const signalNow: Record<Status, { sender: string; receiver: string }> = {
  draft: { sender: 'Dit is een concept. Niemand anders ziet het.', receiver: '' },
  sent: {
    sender: 'Het team heeft uw signaal nog niet opgepakt. Tot dan blijft u verantwoordelijk.',
    receiver: 'Dit signaal wacht op uw team. Pak het op, zet het door of stuur het terug.',
  },
  taken: {
    sender: 'Het team werkt eraan. U krijgt bericht zodra het is afgerond.',
    receiver: 'Uw team werkt hieraan. U bent nu verantwoordelijk.',
  },
  waiting: {
    sender: 'Het team heeft een vraag aan u.',
    receiver: 'U wacht op het antwoord van de verzender. U blijft verantwoordelijk.',
  },
  returned: {
    sender: 'Dit signaal is teruggestuurd. Kies wat u nu doet: naar een ander team, of afsluiten.',
    receiver: 'U hebt dit signaal teruggestuurd.',
  },
  concluded: { sender: 'Dit signaal is afgerond.', receiver: 'U hebt dit signaal afgerond.' },
  withdrawn: { sender: 'U hebt dit signaal ingetrokken.', receiver: 'Dit signaal is ingetrokken.' },
}

export const signalCommands: Record<SignalCommand, string> = {
  send: 'Versturen',
  discard: 'Concept weggooien',
  take: 'Oppakken',
  withdraw: 'Intrekken',
  redirect: 'Doorzetten',
  send_back: 'Terugsturen',
  ask: 'Vraag stellen',
  answer: 'Beantwoorden',
  resume: 'Verdergaan',
  conclude: 'Afronden',
  ask_to_withdraw: 'Vragen om intrekken',
  assign: 'Toewijzen',
}

export const settingWords: Record<SignalDraft['setting'], string> = {
  sot: 'School-ondersteuningsteam (SOT)',
  zat: 'Zorg-adviesteam (ZAT)',
  neighbourhood: 'Overleg over veiligheid in de buurt',
  gp: 'Huisarts of ondersteuner jeugd',
  counter: 'Balie of telefoon',
  early_debt: 'Vroegsignaal van schulden',
  own_observation: 'Eigen waarneming',
}

export const lifeDomainWords: Record<SignalDraft['lifeDomains'][number], string> = {
  finances: 'Geld',
  work_education: 'Werk en opleiding',
  time_use: 'Wat iemand overdag doet',
  housing: 'Wonen',
  household: 'Thuis en in het gezin',
  mental_health: 'Hoe iemand zich voelt',
  physical_health: 'Lichamelijke gezondheid',
  substance_use: 'Alcohol, drugs, gokken of gamen',
  daily_skills: 'Zorgen voor uzelf, elke dag',
  social_network: 'Familie, vrienden en buren',
  participation: 'Meedoen in de buurt',
  justice: 'Politie en justitie',
  children: 'Kinderen opvoeden',
}

export const complexityWords: Record<SignalDraft['complexity'], string> = {
  single: 'Eén vraag',
  multiple: 'Meer vragen naast elkaar',
  complex: 'Vragen die in elkaar grijpen',
}

export const urgencyWords: Record<SignalDraft['urgency'], string> = {
  normal: 'gewoon',
  urgent: 'met spoed',
  acute: 'acuut',
}

export const urgencyMeaning: Record<SignalDraft['urgency'], string> = {
  normal: 'Het kan een paar dagen wachten. Het team reageert binnen 3 werkdagen, of zo snel als u afsprak.',
  urgent: 'Het kan niet tot volgende week wachten. Bel het team ook als het morgen moet.',
  acute: 'Er is nu gevaar. Bel eerst, en verstuur dit daarna. Het wacht nooit in een rij.',
}

export const outcomeWords: Record<NonNullable<SignalView['outcome']>, string> = {
  line0_answered: 'Opgelost met hulp zonder indicatie',
  became_transfer: 'Er is een overdracht aangeboden',
  became_case: 'Er is een casus geopend',
  joined_case: 'Het hoort bij een casus die al loopt',
  to_table: 'Besproken of op de agenda van een overleg',
  no_action: 'Er is niets gedaan',
}

export const noActionWords = {
  not_needed: 'Er was geen hulp nodig',
  not_reachable: 'Wij kregen niemand te pakken',
  resident_refuses: 'De inwoner wil geen hulp',
  known_elsewhere: 'Een andere organisatie is al bezig',
  wrong_information: 'De gegevens klopten niet',
} as const satisfies Partial<Record<NonNullable<SignalView['reason']>, string>>

/** Why a desk sends something back, does not take it on, or gives it back. */
export const returnWords = {
  no_capacity: 'Geen plek',
  outside_area: 'Woont buiten ons gebied',
  outside_target_group: 'Hoort niet bij onze doelgroep',
  wrong_service: 'Wij bieden deze hulp niet',
  resident_refuses: 'De inwoner wil dit niet',
  incomplete: 'Er ontbreekt informatie',
  known_elsewhere: 'Een andere organisatie is al bezig',
} as const satisfies Partial<Record<NonNullable<SignalView['reason']>, string>>

/** Every coded reason of a signal, whichever end it came to. */
export const reasonWords: Record<NonNullable<SignalView['reason']>, string> = { ...noActionWords, ...returnWords }
