import { describe, expect, test } from 'vitest'
import { addressOf, isFiltered, queryOf, viewIn } from './view.ts'

const desk = '11111111-1111-4111-8111-111111111111'

describe('the view in the address', () => {
  test('is the list of one’s own when nothing is asked', () => {
    expect(addressOf(viewIn(''))).toBe('/werk/')
    expect(isFiltered(viewIn(''))).toBe(false)
  })

  test('comes back the same from its own address', () => {
    const address = `/werk/?lijst=team&stand=sent&team=${desk}&wie=${desk}&bij=${desk}&van=2026-11-01&tot=2026-11-30&bladzijde=3`
    expect(addressOf(viewIn(address.slice(6)))).toBe(address)
    expect(queryOf(viewIn(address.slice(6)), { paged: true })).toBe(
      `list=team&status=sent&desk=${desk}&worker=${desk}&organization=${desk}&from=2026-11-01&until=2026-11-30&page=3`,
    )
  })

  test('leaves out what cannot be, and everything it does not know', () => {
    const odd = '?lijst=alles&stand=weg&team=1&van=gisteren&bladzijde=-2&naam=Jansen'
    expect(addressOf(viewIn(odd))).toBe('/werk/')
  })
})
