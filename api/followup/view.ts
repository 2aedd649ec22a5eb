/** What the API fills into the follow page: names, days and numbers. The sentences around them are the site's. */
import type { Item, Slots } from '../http/page.ts'
import type { Followed } from './actions.ts'
import { readCode } from './code.ts'
import { type Language, stateOf } from './codes.ts'

const zone = { timeZone: 'Europe/Amsterdam' } as const
const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }
const each = <Made>(make: (locale: string) => Made): Record<Language, Made> => ({
  nl: make(locales.nl),
  en: make(locales.en),
})
const days = each((l) => new Intl.DateTimeFormat(l, { weekday: 'long', day: 'numeric', month: 'long', ...zone }))
const shortDays = each((l) => new Intl.DateTimeFormat(l, { day: 'numeric', month: 'long', ...zone }))
const times = each((l) => new Intl.DateTimeFormat(l, { hour: '2-digit', minute: '2-digit', ...zone }))

/** When nothing is agreed on a day, and when no phone number is known. */
const noDay: Record<Language, string> = { nl: 'de dag die u samen afspreekt', en: 'the day you agree on together' }
const noPhone: Record<Language, string> = { nl: 'via onze contactpagina', en: 'through our contact page' }

export type Filled = { states: [string, ...string[]]; slots: Slots; lists: Record<string, Item[]> }

/** The page of a code. `typed` goes back into its forms, so that nobody types it twice. */
export function followPage({ ball, file }: Followed, lang: Language, typed: string): Filled {
  const { meeting } = file
  return {
    states: [
      stateOf[ball.situation],
      ...on(!file.isOver, 'can_alarm'),
      ...on(file.canJudge, 'can_judge'),
      ...on(meeting !== null, 'can_meet'),
      ...on(Boolean(meeting?.on), 'meeting_planned'),
      ...on(meeting !== null && !meeting.on, 'meeting_unplanned'),
      ...on(file.isOver && !file.answered, 'can_answer'),
      ...on(file.alarms.length > 0, 'has_alarms'),
      ...(meeting?.how ? [`how_${meeting.how}`] : []),
    ],
    slots: {
      code: readCode(typed) ?? '',
      words: '',
      holder: ball.holder,
      desk: ball.desk ?? ball.holder,
      since: days[lang].format(ball.since),
      until: ball.until ? lastDay(ball.until, lang) : noDay[lang],
      meeting: meeting?.on
        ? `${days[lang].format(new Date(meeting.on))}, ${times[lang].format(new Date(meeting.on))}`
        : '',
      meeting_by: meeting?.by ? lastDay(new Date(meeting.by), lang) : noDay[lang],
      ...(ball.phone
        ? { phone: ball.phone, phone_href: `tel:${ball.phone.replace(/[^\d+]/g, '')}` }
        : { phone: noPhone[lang], phone_href: '/contact/' }),
    },
    lists: {
      steps: file.steps.toReversed().map(({ at, code, by }) => ({
        states: [code.replaceAll('.', '_')],
        slots: { day: shortDays[lang].format(new Date(at)), by: by ?? '' },
      })),
      alarms: file.alarms.map(({ kind, raisedAt, answer, answerOn, answeredAt }) => ({
        states: [kind, answer ?? 'waiting'],
        slots: {
          day: shortDays[lang].format(new Date(raisedAt)),
          answer_day: answerOn ? days[lang].format(new Date(`${answerOn}T12:00:00Z`)) : '',
          answered: answeredAt ? shortDays[lang].format(new Date(answeredAt)) : '',
        },
      })),
      seers: file.seers.map(({ name, since, ground }) => ({
        states: [ground ?? 'task'],
        slots: { name, since: shortDays[lang].format(new Date(since)) },
      })),
      kept: file.kept.map((code) => ({ states: [code], slots: {} })),
    },
  }
}

const on = (holds: boolean, state: string): string[] => (holds ? [state] : [])

/** A deadline at midnight is the end of the day before. */
const lastDay = (deadline: Date, lang: Language) => days[lang].format(new Date(deadline.getTime() - 1))

/** After how long somebody may try again, in words. */
export function waitInWords(seconds: number, lang: Language): string {
  const minutes = Math.ceil(seconds / 60)
  if (lang === 'en') return minutes <= 1 ? 'a minute' : `${minutes} minutes`
  return minutes <= 1 ? 'een minuut' : minutes === 15 ? 'een kwartier' : `${minutes} minuten`
}
