import { describe, expect, test } from 'vitest'
import { agendaOf } from './agenda.ts'

const id = '7b1f0c9e-0000-4000-8000-000000000001'
const now = new Date('2026-11-23T09:00:00+01:00')
const unfold = (text: string | null) => (text ?? '').replace(/\r\n[ \t]/g, '').split('\r\n')

describe('the contact in a calendar', () => {
  test('is a moment in UTC, whatever the zone of the machine, and lasts an hour', () => {
    const planned = { id, version: 7, contactOn: new Date('2026-11-25T14:00:00+01:00'), contactBy: null }
    const lines = unfold(agendaOf(planned, '7K2M-0B1V', 'https://voordeur.example', now))
    expect(lines).toEqual(
      expect.arrayContaining([
        `UID:${id}@voordeur`,
        'SEQUENCE:7',
        'DTSTART:20261125T130000Z',
        'DTEND:20261125T140000Z',
        'SUMMARY:Gesprek over 7K2M-0B1V',
      ]),
    )
    expect(lines.join()).not.toContain('TZID')
  })

  test('while nothing is planned it is the last day, which is the day before the midnight of the deadline', () => {
    for (const [contactBy, day] of [
      ['2026-11-30T23:00:00Z', '20261130'],
      ['2026-06-02T22:00:00Z', '20260602'],
    ] as const) {
      const lines = unfold(agendaOf({ id, version: 3, contactOn: null, contactBy: new Date(contactBy) }, 'X', 'x', now))
      expect(lines).toContain(`DTSTART;VALUE=DATE:${day}`)
    }
  })

  test('before there is anything to wait for there is nothing', () => {
    expect(agendaOf({ id, version: 1, contactOn: null, contactBy: null }, 'X', 'x', now)).toBeNull()
  })
})
