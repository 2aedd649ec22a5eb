import { describe, expect, test } from 'vitest'
import { proposed } from './desk-proposals.ts'
import type { Desk } from './desks.ts'

const service = (name: string, themes: string[], places: string[], national = false) => ({
  id: name,
  slug: name,
  name,
  themes,
  places,
  national,
})
const desk = (name: string, more: Partial<Desk> = {}): Desk => ({
  id: name,
  name,
  phone: null,
  organization: { id: name, name },
  own: false,
  safetyNet: false,
  closings: [],
  capacity: [],
  sentBefore: 0,
  agreement: null,
  services: [],
  ...more,
})
const agreement = {
  id: 'a',
  answerDays: 2,
  contactDays: 5,
  startDays: 10,
  criteria: 'x',
  needed: 'y',
  fromKind: null,
  toKind: null,
}
const debts = service('Schuldhulp', ['geld'], ['noord'])
const desks = [
  desk('Ver weg', { services: [service('Schuldhulp', ['geld'], ['zuid'])] }),
  desk('Past', { services: [debts] }),
  desk('Past en afspraak', { services: [debts], agreement }),
  desk('Ander thema', { services: [service('Opvoeden', ['opgroeien'], ['noord'])] }),
  desk('Loket', { safetyNet: true }),
  desk('Wij', { own: true, services: [debts] }),
]
const asked = { theme: 'geld', place: 'noord' }
const names = { themes: { geld: 'Geld' }, places: { noord: 'Noord' } }

describe('the teams that are proposed', () => {
  test('with whom something was agreed comes first, then who fits, then the safety net; others and one’s own are not', () => {
    expect(proposed(desks, asked, names).map(({ desk: { name } }) => name)).toEqual([
      'Past en afspraak',
      'Past',
      'Loket',
    ])
  })

  test('each says why', () => {
    expect(proposed(desks, asked, names).map(({ why }) => why)).toEqual([
      ['Helpt bij geld: Schuldhulp', 'Werkt in Noord', 'U hebt een afspraak met dit team'],
      ['Helpt bij geld: Schuldhulp', 'Werkt in Noord'],
      ['Vangnet van de gemeente: als u geen ander team vindt'],
    ])
  })

  test('without a theme nobody is proposed: there is no why', () => {
    expect(proposed(desks, { theme: '', place: 'noord' }, names)).toEqual([])
  })

  test('without a place everybody who helps with it can be', () => {
    expect(proposed(desks, { theme: 'geld', place: '' }, names).map(({ desk: { name } }) => name)).toEqual([
      'Past en afspraak',
      'Past',
      'Ver weg',
    ])
  })

  test('who helps with many kinds of questions comes before who does one thing', () => {
    const broad = desk('Z breed', { services: [service('Sociaal team', ['geld', 'wonen', 'zorg', 'werk'], ['noord'])] })
    const [first] = proposed([desk('Past', { services: [debts] }), broad], asked, names)
    expect(first).toMatchObject({ desk: { name: 'Z breed' } })
    expect(first?.why).toContain('Denkt mee over veel soorten vragen')
  })

  test('where one sent to before comes before a stranger, and who works nearest by before who works everywhere', () => {
    const known = desk('Z bekend', { services: [debts], sentBefore: 3 })
    const wide = desk('A overal', { services: [service('Schuldhulp', ['geld'], ['noord', 'zuid'])] })
    const found = proposed([wide, desk('Past', { services: [debts] }), known], asked, names)
    expect(found.map(({ desk: { name } }) => name)).toEqual(['Z bekend', 'Past', 'A overal'])
    expect(found[0]?.why).toContain('U stuurde hier dit jaar 3 keer iets naartoe')
  })
})
