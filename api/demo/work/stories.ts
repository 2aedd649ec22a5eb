/**
 * What the demo's signals are about. Made up, and kept so that nobody is in them: a household is called by the letter
 * of its story and a village, never by a name. Written as workers write: short, concrete, without judgement.
 */
import type { demoAccounts } from '../../accounts/demo.ts'
import type { SignalDraft } from '../../signals/schema.ts'
import type { DeskKey } from '../ids.ts'

/** A demo account by its key. */
export type Who = keyof typeof demoAccounts

export type Story = {
  from: Who
  to: DeskKey
  /** Who takes it at that desk. */
  taker: Who
  matter: NonNullable<SignalDraft['matter']>
  basis: SignalDraft['basis']
  signal: Pick<SignalDraft, 'setting' | 'lifeDomains' | 'complexity' | 'urgency' | 'noticed' | 'tried'>
  /** What is asked when it becomes a transfer. */
  request: string
}

const jeugd = {
  ground: 'task_jeugdwet',
  article: 'Jeugdwet, artikel 2.3',
  purpose: 'Onderzoeken welke hulp het gezin nodig heeft',
  necessity: 'Zonder deze gegevens kan het team geen contact opnemen met het gezin.',
} as const
const wmo = {
  ground: 'task_wmo',
  article: 'Wmo 2015, artikel 2.3.2',
  purpose: 'Onderzoeken welke ondersteuning nodig is',
  necessity: 'Zonder deze gegevens kan het team niet op huisbezoek gaan.',
} as const
const schuld = {
  ground: 'task_wgs',
  article: 'Wgs, artikel 3',
  purpose: 'Vroeg helpen bij schulden',
  necessity: 'Zonder deze gegevens is een eerste gesprek over de schulden niet mogelijk.',
} as const

const household = (letter: string, village: string) => ({
  name: `Huishouden ${letter}, ${village} (verzonnen)`,
  phone: '0500-559999',
  mayCall: true,
  callWhen: 'na 15.30 uur',
  voicemail: false,
  interpreter: null,
  wheelchair: false,
})

const agreed = {
  groupSize: null,
  involvement: 'agrees',
  involvementReason: null,
} as const

export const stories = {
  lunch: {
    from: 'school',
    to: 'teamNoord',
    taker: 'teamNoord',
    matter: {
      subject: 'household',
      theme: 'geld-en-schulden',
      place: 'molenhaar',
      person: household('A', 'Molenhaar'),
      ...agreed,
    },
    basis: schuld,
    signal: {
      setting: 'zat',
      lifeDomains: ['finances', 'children'],
      complexity: 'multiple',
      urgency: 'normal',
      noticed:
        'Twee kinderen uit dit gezin komen de laatste maand vaak zonder eten op school. De ouderbijdrage is twee keer niet betaald. De ouder vertelde dat er brieven van een deurwaarder zijn.',
      tried: 'De intern begeleider heeft met de ouder gesproken en gezegd dat het team kan helpen. De ouder wil dat.',
    },
    request: 'Kunt u dit gezin helpen om de schulden op een rij te zetten en een regeling te treffen?',
  },
  absence: {
    from: 'college',
    to: 'teamNoord',
    taker: 'teamNoord',
    matter: {
      subject: 'person',
      theme: 'opgroeien-en-opvoeden',
      place: 'lindeveen',
      person: { ...household('B', 'Lindeveen'), name: 'Leerling B, Lindeveen (verzonnen)' },
      ...agreed,
    },
    basis: jeugd,
    signal: {
      setting: 'sot',
      lifeDomains: ['work_education', 'mental_health'],
      complexity: 'single',
      urgency: 'urgent',
      noticed:
        'Deze leerling mist sinds de herfstvakantie de helft van de lessen. De mentor hoort dat slapen niet lukt en dat de leerling nauwelijks buiten komt.',
      tried: 'Twee gesprekken met de mentor en een belafspraak met de ouders. Zij zijn blij met hulp.',
    },
    request: 'Kunt u met deze leerling en de ouders bekijken wat er nodig is om weer naar school te gaan?',
  },
  separation: {
    from: 'school',
    to: 'teamNoord',
    taker: 'teamNoord',
    matter: {
      subject: 'household',
      theme: 'opgroeien-en-opvoeden',
      place: 'westervaart',
      person: { ...household('C', 'Westervaart'), interpreter: 'Pools', callWhen: 'op dinsdag of donderdag' },
      ...agreed,
    },
    basis: jeugd,
    signal: {
      setting: 'own_observation',
      lifeDomains: ['children', 'social_network'],
      complexity: 'multiple',
      urgency: 'normal',
      noticed:
        'De ouders gaan uit elkaar. Het kind is stil in de klas en huilt als het naar huis gaat. De ouders praten niet meer met elkaar op het schoolplein.',
      tried: 'De leerkracht heeft met beide ouders apart gesproken.',
    },
    request: 'Kunt u dit gezin begeleiden bij de scheiding, met aandacht voor het kind?',
  },
  carer: {
    from: 'huisarts',
    to: 'teamZuid',
    taker: 'teamZuid',
    matter: {
      subject: 'person',
      theme: 'mantelzorg',
      place: 'zuiderlinde',
      person: { ...household('D', 'Zuiderlinde'), name: 'Inwoner D, Zuiderlinde (verzonnen)', wheelchair: true },
      ...agreed,
    },
    basis: wmo,
    signal: {
      setting: 'gp',
      lifeDomains: ['physical_health', 'social_network', 'time_use'],
      complexity: 'single',
      urgency: 'normal',
      noticed:
        'Zorgt dag en nacht voor een partner met dementie, slaapt slecht en komt niet meer aan zichzelf toe. Wil graag weten welke hulp er in het dorp is.',
      tried: 'Verwezen naar de dagopvang. Daar is een wachtlijst.',
    },
    request: 'Kunt u kijken of iemand een paar uur per week kan overnemen?',
  },
  letters: {
    from: 'wonen',
    to: 'teamZuid',
    taker: 'teamZuid',
    matter: {
      subject: 'person',
      theme: 'geld-en-schulden',
      place: 'hoogeschans',
      groupSize: null,
      person: { ...household('E', 'Hoogeschans'), name: 'Huurder E, Hoogeschans (verzonnen)', voicemail: true },
      involvement: 'informed',
      involvementReason: null,
    },
    basis: schuld,
    signal: {
      setting: 'early_debt',
      lifeDomains: ['finances', 'housing'],
      complexity: 'single',
      urgency: 'urgent',
      noticed: 'Drie maanden huurachterstand. Op huisbezoek lag er een stapel ongeopende post.',
      tried: 'Betalingsregeling aangeboden. Daar kwam geen antwoord op.',
    },
    request: 'Kunt u helpen met de post en een overzicht van de rekeningen?',
  },
  lonely: {
    from: 'thuiszorg',
    to: 'teamZuid',
    taker: 'teamZuid',
    matter: {
      subject: 'person',
      theme: 'ontmoeten-en-eenzaamheid',
      place: 'klein-turven',
      person: {
        ...household('F', 'Klein Turven'),
        name: 'Inwoner F, Klein Turven (verzonnen)',
        mayCall: false,
        callWhen: null,
      },
      ...agreed,
    },
    basis: wmo,
    signal: {
      setting: 'counter',
      lifeDomains: ['social_network', 'time_use'],
      complexity: 'single',
      urgency: 'normal',
      noticed: 'Sinds het overlijden van de partner komt er bijna niemand meer over de vloer. Eet slecht.',
      tried: 'De wijkverpleging komt twee keer per week langs en doet een praatje.',
    },
    request: 'Kunt u iemand zoeken die mee naar de eettafel gaat?',
  },
  square: {
    from: 'college',
    to: 'teamNoord',
    taker: 'teamNoord',
    matter: {
      subject: 'group',
      groupSize: '10_to_25',
      theme: 'wonen-en-buurt',
      place: 'lindeveen',
      person: null,
      involvement: 'no_person',
      involvementReason: null,
    },
    basis: {
      ground: 'no_personal_data',
      article: 'geen persoonsgegevens',
      purpose: 'Een collectieve vraag van jongeren',
      necessity: 'Het signaal gaat over een groep en een plek, niet over personen.',
    },
    signal: {
      setting: 'neighbourhood',
      lifeDomains: ['time_use', 'participation'],
      complexity: 'single',
      urgency: 'normal',
      noticed:
        'Na school hangen tien tot vijftien jongeren rond op het plein. Er is voor hen niets te doen in het dorp.',
      tried: 'De conciërge heeft gevraagd wat zij zouden willen: een plek om te voetballen en binnen te zitten.',
    },
    request: 'Kunt u met deze jongeren iets op het plein beginnen?',
  },
} as const satisfies Record<string, Story>
