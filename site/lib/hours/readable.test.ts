import { describe, expect, test } from 'vitest'
import type { Schedule } from '../../../api/publish/schema.ts'
import { hoursNotes, readableHours } from './readable.ts'

const today = '2026-03-05'

function schedule(part: Partial<Schedule>): Schedule {
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
    opens_at: '09:00',
    closes_at: '12:00',
    attending_type: null,
    description: null,
    notes: null,
    ...part,
  }
}

const said = (part: Partial<Schedule>) => readableHours([schedule(part)], today).regular[0]

describe('the ordinary week', () => {
  test.each([
    ['MO,TU,WE,TH,FR', 'Maandag tot en met vrijdag'],
    ['TU,TH', 'Dinsdag en donderdag'],
    ['MO,TU', 'Maandag en dinsdag'],
    ['MO,TU,WE,SA', 'Maandag tot en met woensdag en zaterdag'],
    ['SU,MO,TU,WE,TH,FR,SA', 'Elke dag'],
    [' WE ', 'Woensdag'],
  ])('%s reads as "%s"', (byday, days) => {
    expect(said({ byday })?.days).toBe(days)
  })

  test('times are Dutch: a point, no leading zero', () => {
    expect(said({ byday: 'MO', opens_at: '09:05', closes_at: '17:30' })?.times).toEqual(['9.05 tot 17.30 uur'])
  })

  test('a morning and an afternoon of the same day stand together, in order', () => {
    const hours = readableHours(
      [
        schedule({ byday: 'MO', opens_at: '13:00', closes_at: '15:00', attending_type: 'phone' }),
        schedule({ byday: 'MO' }),
      ],
      today,
    )
    expect(hours.regular).toEqual([
      { days: 'Maandag', times: ['9.00 tot 12.00 uur', '13.00 tot 15.00 uur, telefonisch'], note: null },
    ])
  })

  test('days stand in the order of the week, however they were entered', () => {
    const hours = readableHours([schedule({ byday: 'FR' }), schedule({ byday: 'MO', closes_at: '13:00' })], today)
    expect(hours.regular.map((line) => line.days)).toEqual(['Maandag', 'Vrijdag'])
  })

  test('day and night is said as such', () => {
    expect(said({ byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '23:59' })?.times).toEqual([
      'dag en nacht',
    ])
  })

  test('every other week, and the first Tuesday of the month', () => {
    expect(said({ byday: 'SU', interval: 2 })?.days).toBe('Om de 2 weken, zondag')
    expect(said({ freq: 'MONTHLY', byday: '1TU' })?.days).toBe('Elke eerste dinsdag van de maand')
    expect(said({ freq: 'MONTHLY', byday: '-1FR' })?.days).toBe('Elke laatste vrijdag van de maand')
    expect(said({ freq: 'MONTHLY', bymonthday: '15' })?.days).toBe('De 15e van de maand')
  })
})

describe('exceptions and seasons', () => {
  const closed = { freq: null, byday: null, opens_at: null, closes_at: null } as const

  test('one closed day has its weekday', () => {
    const { exceptions } = readableHours(
      [schedule({ ...closed, dtstart: '2026-04-06', description: 'Tweede paasdag' })],
      today,
    )
    expect(exceptions).toEqual([{ days: 'maandag 6 april 2026', times: ['gesloten'], note: 'Tweede paasdag' }])
  })

  test('a closed period names its first and last day', () => {
    const { exceptions } = readableHours([schedule({ ...closed, dtstart: '2026-12-24', until: '2027-01-03' })], today)
    expect(exceptions[0]?.days).toBe('24 december tot en met 3 januari')
  })

  test('other times on one day', () => {
    const { exceptions } = readableHours([schedule({ freq: null, dtstart: '2026-12-05', closes_at: '11:00' })], today)
    expect(exceptions[0]?.times).toEqual(['9.00 tot 11.00 uur'])
  })

  test('what is past is left out; what ends today is not', () => {
    const past = schedule({ ...closed, dtstart: '2026-03-01', until: '2026-03-04' })
    const ending = schedule({ ...closed, dtstart: '2026-03-01', until: today })
    expect(readableHours([past], today).exceptions).toEqual([])
    expect(readableHours([ending], today).exceptions).toHaveLength(1)
  })

  test('summer hours stand apart under their dates', () => {
    const hours = readableHours(
      [
        schedule({ byday: 'MO' }),
        schedule({ byday: 'MO', closes_at: '11:00', valid_from: '2026-07-06', valid_to: '2026-08-16' }),
      ],
      today,
    )
    expect(hours.regular).toHaveLength(1)
    expect(hours.seasons).toEqual([
      {
        title: 'Van 6 juli tot en met 16 augustus',
        lines: [{ days: 'Maandag', times: ['9.00 tot 11.00 uur'], note: null }],
      },
    ])
  })

  test('words without days are shown as words', () => {
    expect(hoursNotes([schedule({ ...closed, description: 'Op afspraak' })])).toEqual(['Op afspraak'])
  })
})
