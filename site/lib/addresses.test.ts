import { describe, expect, test } from 'vitest'
import { type Address, addressesFor, countedAs } from './addresses.ts'

const service = (given: Partial<Address> = {}): Address => ({
  kind: 'service',
  id: 's',
  name: 'Budgetcafé',
  organization: 'Welzijn',
  phone: null,
  url: '/aanbod/budgetcafe/',
  themes: ['geld'],
  places: ['noord'],
  national: false,
  ...given,
})
const nothing = { theme: '', place: '', text: '' }

describe('addresses that fit', () => {
  test.each([
    ['nothing asked', nothing, 1],
    ['its theme', { ...nothing, theme: 'geld' }, 1],
    ['another theme', { ...nothing, theme: 'werk' }, 0],
    ['its place', { ...nothing, place: 'noord' }, 1],
    ['another place', { ...nothing, place: 'zuid' }, 0],
    ['its name without accents', { ...nothing, text: 'budgetcafe welzijn' }, 1],
    ['other words', { ...nothing, text: 'voetbal' }, 0],
  ])('%s', (_, wanted, count) => {
    expect(addressesFor([service()], [], wanted)).toHaveLength(count)
  })

  test('a national one fits every place', () => {
    expect(addressesFor([service({ national: true })], [], { ...nothing, place: 'zuid' })).toHaveLength(1)
  })
})

describe('what is counted', () => {
  test('the theme that was looked for goes before that of the address', () => {
    expect(countedAs(service(), { ...nothing, theme: 'werk', place: 'noord' })).toEqual({
      theme: 'werk',
      place: 'noord',
      serviceId: 's',
    })
    expect(countedAs(service({ kind: 'desk' }), nothing)).toEqual({ theme: 'geld', place: null, deskId: 's' })
  })

  test('nothing without any theme', () => {
    expect(countedAs(service({ themes: [] }), nothing)).toBeNull()
  })
})
