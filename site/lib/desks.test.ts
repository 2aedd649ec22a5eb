import { expect, test } from 'vitest'
import { type Desk, nextDesks } from './desks.ts'

const service = (themes: string[], places: string[]) => ({
  id: 's',
  slug: 's',
  name: 'Hulp',
  themes,
  places,
  national: false,
})
const desk = (id: string, more: Partial<Desk> = {}): Desk => ({
  id,
  name: id,
  phone: null,
  safetyNet: false,
  own: false,
  organization: { id: `o-${id}`, name: id },
  closings: [],
  capacity: [],
  sentBefore: 0,
  services: [service(['geld'], ['noord'])],
  agreement: null,
  ...more,
})
const agreement = {
  id: 'a',
  answerDays: 2,
  contactDays: 4,
  startDays: 8,
  criteria: 'x',
  needed: 'y',
  fromKind: null,
  toKind: null,
}
const ask = (desks: Desk[], asked: string[] = []) =>
  nextDesks(desks, { theme: 'geld', place: 'noord', asked, today: '2026-11-23' }).map(({ id }) => id)

test('with an agreement first, then by name, the safety net last, three at most', () => {
  const net = desk('a-net', { safetyNet: true, services: [] })
  expect(ask([net, desk('c'), desk('b'), desk('z', { agreement })])).toEqual(['z', 'b', 'c'])
  expect(ask([net, desk('c')])).toEqual(['c', 'a-net'])
})

test('of two that fit, the one for whom it is most of the work first, whatever it is called', () => {
  const many = desk('a', { services: [service(['geld'], ['noord']), service(['verslaving'], ['noord'])] })
  expect(ask([many, desk('b')])).toEqual(['b', 'a'])
})

test('not who was asked before, is closed today, is of another theme, or is ourselves', () => {
  const closings = [{ from: '2026-11-23', until: '2026-11-27' }]
  const others = [
    desk('closed', { closings }),
    desk('own', { own: true }),
    desk('other', { services: [service(['wonen'], ['noord'])] }),
  ]
  expect(ask([desk('asked'), ...others, desk('b')], ['asked'])).toEqual(['b'])
})
