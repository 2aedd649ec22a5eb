/** How an editor of the demo writes down an organisation, a location or a service; `rows.ts` makes HSDS rows of it. */
import type { OrganizationKey } from './ids.ts'
import type { LocalKey } from './local-organizations.ts'
import type { LocationKey } from './locations/index.ts'
import type { NationalKey } from './national-organizations.ts'
import type { Kind } from '../agreements/codes.ts'
import type { GroupKey, ThemeKey } from './taxonomy.ts'

export type Hours = {
  freq: 'WEEKLY' | 'MONTHLY' | null
  interval: number | null
  /** The first day of a rhythm that is not every week. */
  start: string | null
  byday: string | null
  opens: string | null
  closes: string | null
  from: string | null
  until: string | null
  note: string | null
}

const none: Hours = {
  freq: null,
  interval: null,
  start: null,
  byday: null,
  opens: null,
  closes: null,
  from: null,
  until: null,
  note: null,
}

function timed(freq: 'WEEKLY' | 'MONTHLY', text: string, note: string | null): Hours {
  const [byday = '', hours = ''] = text.split(' ')
  const [opens = null, closes = null] = hours.split('-')
  return { ...none, freq, interval: 1, byday, opens, closes, note }
}

/** Every week: `week('MO,TU 09:00-12:30')`. */
export const week = (text: string, note: string | null = null) => timed('WEEKLY', text, note)
/** Every month: `month('2WE 14:00-16:00')` is the second Wednesday. */
export const month = (text: string, note: string | null = null) => timed('MONTHLY', text, note)
/** Every second week from this first day: `fortnight('2026-09-01', 'TU 14:30-15:30')`. */
export const fortnight = (start: string, text: string): Hours => ({ ...week(text), interval: 2, start })
/** Only in these months of the year. */
export const between = (from: string, until: string, hours: Hours): Hours => ({ ...hours, from, until })
/** An exception: a period without opening hours is one in which it is closed. */
export const closed = (from: string, until: string, note: string): Hours => ({ ...none, from, until, note })
/** Day and night. */
export const always: Hours = timed('WEEKLY', 'MO,TU,WE,TH,FR,SA,SU 00:00-24:00', null)

export type Phone = { number: string; text?: string }
/** Without an amount where it is not one: it may be free for one and not for another. */
export type Cost = { amount: number | null; text: string }
export const free: Cost = { amount: 0, text: 'Gratis' }
/** A call at the price that the telephone company asks. */
export const ordinaryCall: Cost = { amount: null, text: 'Gewone belkosten' }
/** What somebody pays for help of the municipality (Wmo), whatever it is. */
export const ownShare: Cost = { amount: 21, text: 'Eigen bijdrage van hoogstens € 21 per maand' }
/** What somebody pays for treatment before the health insurer does. */
export const deductible: Cost = {
  amount: 385,
  text: 'Valt onder het eigen risico van uw zorgverzekering (€ 385 per jaar)',
}

export type DemoOrganization = {
  name: string
  description: string
  phone: string
  kind?: Kind
  email?: string
  website?: string
  also?: string
  contact?: { title: string; email?: string }
}

export type DemoLocation = {
  name: string
  of: string
  street: string
  city: string
  postcode: string
  point: [latitude: number, longitude: number]
  reach?: string
  access?: string[]
}

export type DemoService = {
  of: OrganizationKey | NationalKey | LocalKey
  name: string
  also?: string
  text: string
  line: 0 | 1 | 2
  indication?: true
  crisis?: true
  themes: ThemeKey[]
  groups?: GroupKey[]
  ages?: [from: number | null, to: number | null]
  /** How to ask for it. */
  apply: string
  /** For whom it is. */
  who?: string
  cost: Cost | null
  wait?: string
  papers?: string[]
  languages?: LanguageKey[]
  at?: (LocationKey | [LocationKey, Hours[]])[]
  hours?: Hours[]
  /** Names of villages; `all` is the municipality. */
  area?: string[] | 'all' | 'Nederland'
  phone?: string
  email?: string
  url?: string
  words?: string[]
  alert?: string
  verified?: string
}

export type LanguageKey = 'en' | 'ar' | 'pl' | 'tr' | 'uk' | 'ti' | 'de' | 'nds' | 'dse'
