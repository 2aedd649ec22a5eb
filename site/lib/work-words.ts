/** Dutch of the work list: lists, states to filter by, what can be done from it, and what became of it. */
import type { View, WorkItem } from '../../api/matters/work-schema.ts'
import { itemStates, kindWords, listWords, nextActWords } from './matter-words.ts'
import { signalCommands, signalStates, urgencyWords } from './signal-words.ts'
import { transferCommands, transferStates } from './transfer-words.ts'
import { refusalWords } from './words.ts'

export type ViewWords = { name: string; empty: string; help: string }

export const viewWords: Record<View, ViewWords> = {
  ...listWords,
  finished: {
    name: 'Afgerond',
    empty: 'Er is niets afgerond dat u nog kunt zien.',
    help: 'Wat is afgerond, ziet u hier tot 30 dagen na het afsluiten.',
  },
}

export const stateWords: Record<WorkItem['status'], string> = { ...signalStates, ...transferStates, ...itemStates }

/** The state of one line, as it stands on screen and in an export. */
export function stateOf(item: Pick<WorkItem, 'kind' | 'nextAct' | 'status'>): string {
  if (item.kind === 'matter' && item.status !== 'closed')
    return item.nextAct ? nextActWords[item.nextAct] : itemStates.with_others
  return stateWords[item.status]
}

export const groupWords: Record<WorkItem['group'], string> = {
  first: 'Eerst doen',
  soon: 'Morgen',
  later: 'Later',
}

/** What can be done from the list without opening the matter. */
export const fromList = ['take', 'accept', 'assign', 'ask', 'redirect', 'conclude'] as const
export type FromList = (typeof fromList)[number]

export const commandWords: Record<FromList, { name: string; key: string; done: string }> = {
  take: { name: signalCommands.take, key: 'p', done: 'opgepakt' },
  accept: { name: transferCommands.accept, key: 'p', done: 'aangenomen' },
  assign: { name: signalCommands.assign, key: 't', done: 'toegewezen' },
  ask: { name: signalCommands.ask, key: 'v', done: 'vraag gesteld' },
  redirect: { name: signalCommands.redirect, key: 'd', done: 'doorgezet' },
  conclude: { name: signalCommands.conclude, key: 'r', done: 'afgerond' },
}

/** Keys that work on the line that has the focus, and their words; in the order of the help. */
export const keyWords: readonly (readonly [keys: string, does: string])[] = [
  ['j', 'Volgende regel'],
  ['k', 'Vorige regel'],
  ['Enter', 'Hulpvraag openen'],
  ['x', 'Regel kiezen of loslaten'],
  ['p', 'Oppakken of aannemen: de gekozen regels, of deze'],
  ['t', 'Toewijzen aan een collega: de gekozen regels, of deze'],
  ['d', 'Doorzetten naar een ander team: de gekozen regels, of deze'],
  ['v', 'Vraag stellen aan de verzender'],
  ['r', 'Afronden: de gekozen regels, of deze'],
  ['?', 'Deze uitleg'],
]

/** One record of a command on many: what happened with it. */
export const lineResult = (command: FromList, refused: string | null): string =>
  refused === null ? commandWords[command].done : `niet gelukt. ${refusalWords({ code: refused, facts: {} })}`

/** "al 3 dagen", "zojuist": how long it has stood as it stands. */
export function ageWords(since: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(since)) / 86_400_000)
  if (days < 1) {
    const hours = Math.floor((now.getTime() - Date.parse(since)) / 3_600_000)
    return hours < 1 ? 'zojuist' : `al ${hours} uur`
  }
  return days === 1 ? 'al 1 dag' : `al ${days} dagen`
}

export const columns = [
  'Referentie',
  'Soort',
  'Thema',
  'Plaats',
  'Stand',
  'Spoed',
  'Van',
  'Naar',
  'Sinds',
  'Termijn',
  'Te laat',
] as const

/** A line as it goes into a file: what is on screen, without who works on it. */
export function exportLine(
  item: WorkItem,
  names: { themes: Record<string, string>; places: Record<string, string> },
): string[] {
  const side = ({ organization, desk }: WorkItem['from']) => [organization.name, desk?.name].filter(Boolean).join(', ')
  return [
    item.reference,
    kindWords[item.kind],
    names.themes[item.theme] ?? item.theme,
    item.place ? (names.places[item.place] ?? item.place) : '',
    stateOf(item),
    item.urgency ? urgencyWords[item.urgency] : '',
    side(item.from),
    side(item.to),
    item.since.slice(0, 10),
    item.dueBy?.slice(0, 10) ?? '',
    item.overdue ? 'ja' : 'nee',
  ]
}
