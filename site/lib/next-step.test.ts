import { describe, expect, test } from 'vitest'
import { nl } from './frame/nl.ts'
import { ageWords, costLines } from './service-words.ts'
import { accessWords, isFree, summary, whoWords } from './facts.ts'
import { freshness } from './freshness.ts'
import { nextStep, telephone } from './next-step.ts'
import { organizationOf, services } from './snapshot.ts'

const service = (slug: string) => {
  const found = services.find((one) => one.slug === slug)
  if (!found) throw new Error(`no ${slug} in the fixture`)
  return found
}
const step = (slug: string) => nextStep(service(slug), organizationOf(service(slug)), nl)

describe('the one thing to do now', () => {
  test('an indication comes before a telephone number', () => {
    expect(step('dagbesteding-beekdal')).toMatchObject({ kind: 'referral', label: 'U hebt een verwijzing nodig' })
  })
  test('a place where one may walk in', () => expect(step('formulierenhulp').kind).toBe('walk_in'))
  test('else a number to call', () => {
    expect(step('hulp-bij-schulden')).toMatchObject({ kind: 'call', label: 'Bel 0500 555 121', href: 'tel:0500555121' })
  })
  test('without any number the municipality helps', () => {
    const bare = {
      ...service('straatcoach'),
      phones: [],
      service_at_locations: [],
      contacts: [],
      url: null,
      email: null,
    }
    expect(nextStep(bare, { phones: [] }, nl)).toMatchObject({ kind: 'none', href: '/contact/' })
  })
  test.each([
    ['113', 'tel:113'],
    ['14 0528', 'tel:140528'],
    ['+31 (0)500 555 100', 'tel:+31500555100'],
    ['(650) 555-0100', 'tel:6505550100'],
    ['650-555-0100 ext. 12', 'tel:6505550100'],
  ])('%s is dialled as %s', (number, href) => expect(telephone(number)).toBe(href))
})

describe('facts', () => {
  test('not known is not free', () => {
    expect(isFree({ ...service('dagbesteding-beekdal'), fees_description: null })).toBe(false)
    expect(isFree(service('hulp-bij-schulden'))).toBe(true)
    expect(isFree(service('koffie-in-de-buurtkamer'))).toBe(false)
  })
  test('an indication is never called open, whatever the line says', () => {
    expect(accessWords({ ...service('hulp-bij-schulden'), indication_required: true }, nl).short).toBe(
      'Met verwijzing of indicatie',
    )
  })
  test('prices are Dutch', () =>
    expect(costLines(service('koffie-in-de-buurtkamer'), { lang: 'nl', t: nl })).toEqual([
      'Kop koffie: €\u00a00,50 per kop',
    ]))
  test.each([
    [18, null, 'Vanaf 18 jaar'],
    [12, 23, 'Van 12 tot en met 23 jaar'],
    [0, 23, 'Tot en met 23 jaar'],
    [0, 999, null],
  ])('ages %s to %s', (from, to, words) => expect(ageWords(from, to, nl.facts)).toBe(words))
  test('a summary ends at a sentence', () =>
    expect(summary('Een zin. Nog een zin die te lang is.', 12)).toBe('Een zin.'))
  test.each([
    ['2026-03-03', 'fresh'],
    ['2025-08-01', 'ageing'],
    ['2024-11-20', 'stale'],
    [null, 'never'],
  ] as const)('checked %s is %s', (on, age) => expect(freshness(on, '2026-03-05')).toBe(age))
})

test('groups in one sentence have one capital', () => {
  expect(whoWords(service('formulierenhulp'), nl)).toBe('Volwassenen en ouderen')
})
