/** Dutch of the codes of a school's meetings. Exhaustive over the codes that travel. */
import type { GuestRole, Kind } from '../../api/meetings/codes.ts'
import type { MeetingView } from '../../api/meetings/schema.ts'
import type { SentItem } from '../../api/signals/schema.ts'
import { formatLongDate } from './dates.ts'
import { outcomeWords, reasonWords, signalStates } from './signal-words.ts'

export const kindWords: Record<Kind, string> = {
  sot: 'School-ondersteuningsteam (SOT)',
  zat: 'Zorg-adviesteam (ZAT)',
}
export const kindShort: Record<Kind, string> = { sot: 'SOT', zat: 'ZAT' }

export const guestWords: Record<GuestRole, string> = {
  school_social_worker: 'Schoolmaatschappelijk werk',
  youth_nurse: 'Jeugdverpleegkundige',
  consultant: 'Consulent van de gemeente',
}

/** "dinsdag 1 december 2026, 15.30 uur". */
export const whenWords = ({ day, at }: Pick<MeetingView, 'day' | 'at'>): string =>
  `${formatLongDate(day)}, ${at.replace(':', '.')} uur`

/** What became of a signal, in a few words. */
export function becameWords(item: SentItem): string {
  if (item.outcome) return outcomeWords[item.outcome]
  if (item.status === 'returned' && item.reason) return `Teruggestuurd: ${reasonWords[item.reason].toLowerCase()}`
  const state = signalStates[item.status]
  return state.charAt(0).toUpperCase() + state.slice(1)
}
