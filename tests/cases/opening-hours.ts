/** The cases of opening hours: schedules, a moment, and the sentence a resident reads then. */
import type { Schedule } from '../../api/publish/schema.ts'

/* oxlint-disable max-lines -- a table, a case a line */
export function schedule(part: Partial<Schedule>): Schedule {
  return {
    id: '0199a000-0000-7000-8000-000000000001',
    valid_from: null,
    valid_to: null,
    dtstart: null,
    until: null,
    freq: 'WEEKLY',
    interval: 1,
    byday: null,
    bymonthday: null,
    opens_at: null,
    closes_at: null,
    attending_type: null,
    description: null,
    notes: null,
    ...part,
  }
}
/** `09:00-17:00` */
export const at = (times: string): Partial<Schedule> => ({
  opens_at: times.split('-')[0],
  closes_at: times.split('-')[1],
})
export const week = (byday: string, times: string, more: Partial<Schedule> = {}) =>
  schedule({ byday, ...at(times), ...more })
export const month = (byday: string, times: string, more: Partial<Schedule> = {}) =>
  schedule({ freq: 'MONTHLY', byday, ...at(times), ...more })
export const onDate = (date: string, times: string | null, until = date) =>
  schedule({ freq: null, dtstart: date, until, ...(times ? at(times) : {}) })
export const season = (from: string, to: string, byday: string, times: string) =>
  week(byday, times, { valid_from: from, valid_to: to })

export const office = week('MO,TU,WE,TH,FR', '09:00-17:00')
const summer = [week('MO,WE', '09:00-12:00'), season('2026-07-06', '2026-08-16', 'MO', '10:00-11:00')]
const everyOther = week('MO', '10:00-12:00', { interval: 2, dtstart: '2026-01-05' })
const cafe = week('FR,SA', '22:00-03:00')
const always = week('MO,TU,WE,TH,FR,SA,SU', '00:00-24:00')
const christmas = [office, onDate('2026-12-24', null, '2027-01-03')]

export type Case = [what: string, schedules: Schedule[], moment: string, says: string | null]
/** Moments are what the clock says in the Netherlands, unless they end with their own offset. */
export const cases: Case[] = [
  ['an ordinary day', [office], '2026-11-23T10:00', 'Nu open tot 17.00 uur'],
  ['the minute it opens', [office], '2026-11-23T09:00', 'Nu open tot 17.00 uur'],
  ['the minute before', [office], '2026-11-23T08:59', 'Opent vandaag om 9.00 uur'],
  ['the last minute', [office], '2026-11-23T16:59', 'Nu open tot 17.00 uur'],
  ['the minute it closes', [office], '2026-11-23T17:00', 'Opent morgen om 9.00 uur'],
  ['Friday evening', [office], '2026-11-27T18:00', 'Opent maandag om 9.00 uur'],
  ['Sunday', [office], '2026-11-29T12:00', 'Opent morgen om 9.00 uur'],
  [
    'a pause at noon',
    [week('MO', '09:00-12:00'), week('MO', '13:00-15:00')],
    '2026-11-23T12:30',
    'Opent vandaag om 13.00 uur',
  ],
  [
    'morning and afternoon that meet',
    [week('MO', '09:00-12:00'), week('MO', '12:00-15:00')],
    '2026-11-23T10:00',
    'Nu open tot 15.00 uur',
  ],
  [
    'hours that overlap',
    [week('MO', '09:00-12:00'), week('MO', '11:00-14:30')],
    '2026-11-23T09:30',
    'Nu open tot 14.30 uur',
  ],
  ['once a week, six days on', [week('TU', '09:30-11:30')], '2026-11-25T09:00', 'Opent dinsdag om 9.30 uur'],
  [
    'once a week, seven days on',
    [week('TU', '09:30-11:30')],
    '2026-11-24T12:00',
    'Volgende keer open: dinsdag 1 december om 9.30 uur',
  ],
  [
    'by telephone',
    [week('MO', '09:00-12:00', { attending_type: 'phone' })],
    '2026-11-23T09:30',
    'Nu bereikbaar tot 12.00 uur',
  ],
  [
    'by telephone, later',
    [week('MO', '09:00-12:00', { description: 'Telefonisch' })],
    '2026-11-22T09:30',
    'Bereikbaar morgen om 9.00 uur',
  ],
  ['day and night', [always], '2026-12-25T03:00', 'Dag en nacht open'],
  [
    'day and night, written as 23:59',
    [week('MO,TU,WE,TH,FR,SA,SU', '00:00-23:59')],
    '2027-01-01T00:00',
    'Dag en nacht open',
  ],
  ['until midnight', [week('MO', '18:00-24:00')], '2026-11-23T20:00', 'Nu open tot middernacht'],
  ['it never opens again', [week('MO', '09:00-12:00', { until: '2026-01-31' })], '2026-11-23T09:30', null],
  [
    'a first day still to come',
    [week('MO', '09:00-12:00', { valid_from: '2027-01-06' })],
    '2026-11-23T09:30',
    'Volgende keer open: maandag 11 januari om 9.00 uur',
  ],

  ['past midnight, the evening', [cafe], '2026-11-27T23:30', 'Nu open tot 3.00 uur'],
  ['past midnight, the night', [cafe], '2026-11-28T02:59', 'Nu open tot 3.00 uur'],
  ['past midnight, just closed', [cafe], '2026-11-28T03:00', 'Opent vandaag om 22.00 uur'],
  ['past midnight, Sunday night is not Saturday', [cafe], '2026-11-29T23:30', 'Opent vrijdag om 22.00 uur'],
  [
    'a night before a closed day runs on',
    [cafe, onDate('2026-11-28', null)],
    '2026-11-28T01:00',
    'Nu open tot 3.00 uur',
  ],
  [
    'a closed evening stays closed past midnight',
    [cafe, onDate('2026-11-28', null)],
    '2026-11-29T01:00',
    'Opent vrijdag om 22.00 uur',
  ],
  ['twenty-four hours from nine', [week('MO', '09:00-09:00')], '2026-11-24T08:00', 'Nu open tot 9.00 uur'],

  ['summer times replace the Monday', summer, '2026-07-06T09:30', 'Opent vandaag om 10.00 uur'],
  ['summer leaves the Wednesday', summer, '2026-07-08T09:30', 'Nu open tot 12.00 uur'],
  ['the Monday before summer', summer, '2026-06-29T09:30', 'Nu open tot 12.00 uur'],
  ['the last Monday of summer', summer, '2026-08-10T10:30', 'Nu open tot 11.00 uur'],
  ['the first Monday after', summer, '2026-08-17T11:30', 'Nu open tot 12.00 uur'],
  [
    'only in a season, before it',
    [season('2027-01-01', '2027-03-31', 'WE', '10:00-12:00')],
    '2026-12-29T11:00',
    'Volgende keer open: woensdag 6 januari om 10.00 uur',
  ],
  ['only in a season, after it', [season('2026-01-01', '2026-03-31', 'WE', '10:00-12:00')], '2026-11-23T11:00', null],
  [
    'extra days before Christmas',
    [week('FR', '14:00-16:00'), season('2026-12-21', '2026-12-23', 'MO,WE', '14:00-16:00')],
    '2026-12-22T12:00',
    'Opent morgen om 14.00 uur',
  ],

  ['closed for a fortnight', christmas, '2026-12-28T10:00', 'Volgende keer open: maandag 4 januari om 9.00 uur'],
  ['the day before it', christmas, '2026-12-23T16:00', 'Nu open tot 17.00 uur'],
  ['the evening before it', christmas, '2026-12-23T18:00', 'Volgende keer open: maandag 4 januari om 9.00 uur'],
  [
    'one open day inside a closed fortnight',
    [...christmas, onDate('2026-12-29', '10:00-12:00')],
    '2026-12-29T11:00',
    'Nu open tot 12.00 uur',
  ],
  [
    'other times on one day',
    [office, onDate('2026-12-04', '09:00-11:00')],
    '2026-12-04T11:30',
    'Opent maandag om 9.00 uur',
  ],
  [
    'open on a Sunday for once',
    [office, onDate('2026-11-29', '13:00-15:00')],
    '2026-11-29T14:00',
    'Nu open tot 15.00 uur',
  ],
  [
    'an exception on a holiday is believed',
    [office, onDate('2027-04-27', '10:00-12:00')],
    '2027-04-27T11:00',
    'Nu open tot 12.00 uur',
  ],
  [
    'only fixed dates',
    [onDate('2026-12-05', '14:00-16:00'), onDate('2027-01-06', '14:00-16:00')],
    '2026-12-10T12:00',
    'Volgende keer open: woensdag 6 januari om 14.00 uur',
  ],

  ['King’s Day', [office], '2027-04-27T10:00', 'Vandaag dicht: Koningsdag. Opent morgen om 9.00 uur'],
  [
    'King’s Day on a Sunday moves to Saturday',
    [week('SA', '10:00-13:00')],
    '2025-04-26T11:00',
    'Vandaag dicht: Koningsdag. Volgende keer open: zaterdag 3 mei om 10.00 uur',
  ],
  ['and that Sunday itself is a Sunday', [week('SU', '10:00-13:00')], '2025-04-27T11:00', 'Nu open tot 13.00 uur'],
  [
    'King’s Day on a Sunday, years on',
    [week('SA,SU', '10:00-13:00')],
    '2031-04-26T11:00',
    'Vandaag dicht: Koningsdag. Opent morgen om 10.00 uur',
  ],
  ['Easter Monday', [office], '2027-03-29T10:00', 'Vandaag dicht: Tweede paasdag. Opent morgen om 9.00 uur'],
  ['Ascension Day', [office], '2027-05-06T10:00', 'Vandaag dicht: Hemelvaartsdag. Opent morgen om 9.00 uur'],
  [
    'New Year’s Day before a weekend',
    [office],
    '2027-01-01T10:00',
    'Vandaag dicht: Nieuwjaar. Opent maandag om 9.00 uur',
  ],
  ['Good Friday is a working day', [office], '2027-03-26T10:00', 'Nu open tot 17.00 uur'],
  ['Liberation Day is a working day', [office], '2027-05-05T10:00', 'Nu open tot 17.00 uur'],
  ['the eve of two days of Christmas', [office], '2026-12-24T17:30', 'Opent maandag om 9.00 uur'],
  [
    'a holiday on a day that is closed anyway',
    [week('MO', '09:00-12:00')],
    '2026-12-25T10:00',
    'Opent maandag om 9.00 uur',
  ],
  [
    'also on holidays, when it says so',
    [week('FR', '09:00-12:00', { description: 'ook op feestdagen' })],
    '2026-12-25T10:00',
    'Nu open tot 12.00 uur',
  ],

  ['every other week, the week itself', [everyOther], '2026-11-23T11:00', 'Nu open tot 12.00 uur'],
  [
    'every other week, the week between',
    [everyOther],
    '2026-11-30T11:00',
    'Volgende keer open: maandag 7 december om 10.00 uur',
  ],
  [
    'every other week, over the new year',
    [week('WE', '10:00-12:00', { interval: 2, dtstart: '2026-12-16' })],
    '2026-12-31T11:00',
    'Volgende keer open: woensdag 13 januari om 10.00 uur',
  ],
  [
    'every other week begins in the middle of one',
    [week('MO,FR', '10:00-12:00', { interval: 2, dtstart: '2026-11-18' })],
    '2026-11-18T09:00',
    'Opent vrijdag om 10.00 uur',
  ],
  [
    'every third week',
    [week('TU', '10:00-12:00', { interval: 3, dtstart: '2026-11-03' })],
    '2026-11-24T12:00',
    'Volgende keer open: dinsdag 15 december om 10.00 uur',
  ],
  ['the first Wednesday of the month', [month('1WE', '13:30-15:30')], '2026-12-02T14:00', 'Nu open tot 15.30 uur'],
  [
    'not the second',
    [month('1WE', '13:30-15:30')],
    '2026-12-09T14:00',
    'Volgende keer open: woensdag 6 januari om 13.30 uur',
  ],
  [
    'the last Friday of the month',
    [month('-1FR', '10:00-12:00')],
    '2026-11-20T11:00',
    'Volgende keer open: vrijdag 27 november om 10.00 uur',
  ],
  [
    'the fifth Monday comes seldom',
    [month('5MO', '10:00-12:00')],
    '2026-12-01T11:00',
    'Volgende keer open: maandag 31 mei om 10.00 uur',
  ],
  [
    'the fifteenth',
    [schedule({ freq: 'MONTHLY', bymonthday: '15', ...at('10:00-12:00') })],
    '2026-11-16T11:00',
    'Volgende keer open: dinsdag 15 december om 10.00 uur',
  ],
  [
    'the last day of the month',
    [schedule({ freq: 'MONTHLY', bymonthday: '-1', ...at('10:00-12:00') })],
    '2027-02-20T11:00',
    'Volgende keer open: zondag 28 februari om 10.00 uur',
  ],
  [
    'every other month',
    [month('2TU', '10:00-12:00', { interval: 2, dtstart: '2026-10-13' })],
    '2026-11-10T11:00',
    'Volgende keer open: dinsdag 8 december om 10.00 uur',
  ],
  [
    'a leap day',
    [schedule({ freq: 'MONTHLY', bymonthday: '29', ...at('10:00-12:00') })],
    '2028-02-29T11:00',
    'Nu open tot 12.00 uur',
  ],

  [
    'spring forward: the night is an hour shorter',
    [week('SA', '22:00-04:00')],
    '2027-03-28T03:30',
    'Nu open tot 4.00 uur',
  ],
  [
    'spring forward: an hour that does not exist',
    [week('SU', '02:30-05:00')],
    '2028-03-26T03:15',
    'Opent vandaag om 3.30 uur',
  ],
  ['spring forward: the Monday after', [office], '2027-03-26T18:00', 'Opent dinsdag om 9.00 uur'],
  [
    'fall back: half past two, the first time',
    [week('SA', '22:00-03:00')],
    '2026-10-25T02:30+02:00',
    'Nu open tot 3.00 uur',
  ],
  [
    'fall back: half past two, the second time',
    [week('SA', '22:00-03:00')],
    '2026-10-25T02:30+01:00',
    'Nu open tot 3.00 uur',
  ],
  [
    'fall back: closes at the first half past two',
    [week('SA', '22:00-02:30')],
    '2026-10-25T02:15+01:00',
    'Opent zaterdag om 22.00 uur',
  ],
  ['fall back: nine o’clock stays nine o’clock', [office], '2026-10-23T18:00', 'Opent maandag om 9.00 uur'],
  ['somebody abroad sees Dutch time', [office], '2026-11-23T11:30-05:00', 'Opent morgen om 9.00 uur'],
]
