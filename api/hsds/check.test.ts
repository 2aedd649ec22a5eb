import { describe, expect, test } from 'vitest'
import { checkRow } from './check.ts'
import { tableOf } from './tables.ts'

const id = '03000000-0000-4000-8000-000000000001'
const service = { id, organization_id: '01000000-0000-4000-8000-000000000001', name: 'Inloop', status: 'active' }

function faultsOf(table: string, record: Record<string, string>) {
  const { faults } = checkRow(tableOf(table)!, record)
  return faults.map(({ column, code }) => `${column} ${code}`)
}

describe('a row that people write is taken', () => {
  test.each([
    ['milliseconds in a moment', { last_modified: '2013-11-11T08:44:11.772Z' }],
    ['a moment with an offset', { last_modified: '2026-11-22T10:00:00+01:00' }],
    ['a half year of age', { minimum_age: '0.5' }],
    ['a less-than sign', { description: 'Voor gezinnen met een inkomen < € 2.000 > bijstand' }],
    ['the name of a language of programmers', { description: 'Cursus JavaScript: voor beginners' }],
    ['the word onclick in a sentence', { description: 'Wat betekent onclick = aanklikken?' }],
    ['an id in capitals', { id: id.toUpperCase() }],
  ])('%s', (_, values) => {
    expect(faultsOf('service', { ...service, ...values })).toEqual([])
  })

  test('empty and blank are no value', () => {
    const { row } = checkRow(tableOf('service')!, { ...service, description: '   ' })
    expect(row['description']).toBeNull()
    expect(row['alternate_name']).toBeNull()
  })

  test('a moment is kept in UTC, a time to the second', () => {
    const moment = checkRow(tableOf('service')!, { ...service, last_modified: '2026-11-22T10:00:00+01:00' })
    expect(moment.row['last_modified']).toBe('2026-11-22T09:00:00.000Z')
    expect(checkRow(tableOf('schedule')!, { id, opens_at: '9:30' }).faults).toHaveLength(1)
    expect(checkRow(tableOf('schedule')!, { id, opens_at: '09:30', closes_at: '24:00' }).row).toMatchObject({
      opens_at: '09:30:00',
      closes_at: '24:00:00',
    })
  })
})

describe('what is refused, and in which column', () => {
  test.each([
    ['service', { ...service, name: '' }, 'name required'],
    ['service', { ...service, id: '12' }, 'id wrong_kind'],
    ['service', { ...service, email: 'Balie <balie@voorbeeld.example>' }, 'email wrong_kind'],
    ['service', { ...service, url: 'www.voorbeeld.example' }, 'url wrong_kind'],
    ['service', { ...service, url: 'data:text/html,<b>' }, 'url script'],
    ['service', { ...service, assured_date: '2027-02-29' }, 'assured_date wrong_kind'],
    ['service', { ...service, last_modified: '2026-13-01T10:00:00Z' }, 'last_modified wrong_kind'],
    ['service', { ...service, status: 'open' }, 'status not_one_of'],
    ['service', { ...service, minimum_age: '18+' }, 'minimum_age wrong_kind'],
    ['service', { ...service, minimum_age: '18', maximum_age: '12' }, 'maximum_age contradiction'],
    ['service', { ...service, description: 'Bel \u0000 ons' }, 'description control_character'],
    ['service', { ...service, description: '<SCRIPT>steel()</SCRIPT>' }, 'description script'],
    ['service', { ...service, description: '<img src=x onerror=steel()>' }, 'description script'],
    ['service', { ...service, description: '[klik](javascript:steel())' }, 'description script'],
    ['location', { id, location_type: 'physical', latitude: '91', longitude: '6' }, 'latitude wrong_kind'],
    ['location', { id, location_type: 'physical', latitude: '52' }, 'latitude contradiction'],
    ['cost_option', { id, service_id: id, amount: '-1' }, 'amount wrong_kind'],
    ['attribute', { id, link_id: id, taxonomy_term_id: id, link_entity: 'services' }, 'link_entity not_one_of'],
    ['taxonomy_term', { id, name: 'Geld', description: 'Geld', parent_id: id }, 'parent_id contradiction'],
    ['schedule', { id, valid_from: '2027-01-02', valid_to: '2027-01-01' }, 'valid_to contradiction'],
  ])('%s: %o', (table, record, fault) => {
    expect(faultsOf(table, record)).toContain(fault)
  })

  test('all faults of a row at once, each with a remedy', () => {
    const { faults } = checkRow(tableOf('service')!, { ...service, name: '', status: 'x', url: 'y' })
    expect(faults.map(({ column }) => column)).toEqual(['name', 'url', 'status'])
    expect(faults.every(({ mend }) => mend.endsWith('.'))).toBe(true)
  })
})
