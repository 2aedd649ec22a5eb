import { expect, test } from 'vitest'
import type { Fact } from './answer.ts'
import { distanceOf, ordered } from './order.ts'

const card = (id: string, part: Partial<Fact> = {}): [string, Fact] => [
  id,
  { places: ['dorp'], national: false, crisis: false, wheelchair: false, line: 0, coordinates: [], ...part },
]
const all = [
  card('ver', { coordinates: [[52.7, 6.5]] }),
  card('dichtbij', { coordinates: [[52.651, 6.5]] }),
  card('komt-langs'),
  card('elders', { places: ['stad'], coordinates: [[52.6501, 6.5]] }),
  card('landelijk', { national: true, places: [] }),
  card('alarm', { national: true, places: [], crisis: true }),
]
const facts = new Map(all)
const hits = (scores: Record<string, number>) =>
  Object.entries(scores)
    .map(([id, score]) => ({ id, score, fact: facts.get(id)! }))
    .toSorted((a, b) => b.score - a.score)
const point = { latitude: 52.65, longitude: 6.5 }
const wish = { place: 'dorp', point, near: false, themed: false, wheelchair: false, area: null, isOpen: null }
const ids = (scores: Record<string, number>, part: Partial<typeof wish> = {}) =>
  ordered(hits(scores), { ...wish, ...part }).map(({ id }) => id)
const nothingTyped = Object.fromEntries(all.map(([id]) => [id, 0]))

test('without words national lines stand last, crisis lines too: nobody asked for them', () => {
  expect(ids(nothingTyped).slice(-2).toSorted()).toEqual(['alarm', 'landelijk'])
})

test('what covers the place stands beside what is in it, by how well it answers', () => {
  expect(ids({ ver: 3, 'komt-langs': 4, elders: 9, dichtbij: 1 })).toEqual(['komt-langs', 'ver', 'dichtbij', 'elders'])
})

test('a national line that fits about as well stands last; one that fits far better does not', () => {
  expect(ids({ landelijk: 5, ver: 4 })).toEqual(['ver', 'landelijk'])
  expect(ids({ landelijk: 9, ver: 4 })).toEqual(['landelijk', 'ver'])
})

test('a crisis line that was asked for is never pushed down', () => {
  expect(ids({ alarm: 5, ver: 4 })).toEqual(['alarm', 'ver'])
})

test('nearest first: doors by distance, then what comes to you, then elsewhere', () => {
  expect(ids({ ...nothingTyped, ver: 9 }, { near: true }).slice(0, 4)).toEqual([
    'dichtbij',
    'ver',
    'komt-langs',
    'elders',
  ])
})

test('without words: about as near goes by how light the help is, and what comes to you is near', () => {
  const near = (id: string, line: number, latitude: number) => card(id, { line, coordinates: [[latitude, 6.5]] })
  const some = [
    near('zwaar om de hoek', 2, 52.651),
    near('licht wat verder', 0, 52.66),
    near('licht in de buurt', 0, 52.655),
    near('licht maar ver', 0, 52.72),
    card('niemand zei welke lijn', { line: 3 }),
    card('komt langs', { line: 1 }),
  ]
  const found = some.map(([id, fact]) => ({ id, score: 0, fact }))
  const order = [
    'licht in de buurt',
    'licht wat verder',
    'komt langs',
    'zwaar om de hoek',
    'niemand zei welke lijn',
    'licht maar ver',
  ]
  expect(ordered(found, wish).map(({ id }) => id)).toEqual(order)
  // Not knowing where somebody is, only how light it is counts, and then the order of the index.
  const anywhere = ordered(found, { ...wish, place: '', point: null }).map(({ id }) => id)
  expect(anywhere).toEqual([
    'licht wat verder',
    'licht in de buurt',
    'licht maar ver',
    'komt langs',
    'zwaar om de hoek',
    'niemand zei welke lijn',
  ])
})

test('words weigh more than lines; a line decides between answers that are equally good', () => {
  const some = [card('zwaar', { line: 2 }), card('licht', { line: 0 })]
  const found = (scores: number[]) => some.map(([id, fact], at) => ({ id, fact, score: scores[at] ?? 0 }))
  expect(ordered(found([4, 3]), wish).map(({ id }) => id)).toEqual(['zwaar', 'licht'])
  expect(ordered(found([3, 3]), wish).map(({ id }) => id)).toEqual(['licht', 'zwaar'])
})

test('who chose a theme without words sees its crisis line first', () => {
  expect(ids(nothingTyped, { themed: true })[0]).toBe('alarm')
})

test('a part of the map holds what has a door in it, and nothing that comes by or is called', () => {
  const area = { west: 6.49, south: 52.64, east: 6.51, north: 52.66 }
  expect(ids(nothingTyped, { area } as object).toSorted()).toEqual(['dichtbij', 'elders'])
})

test('distance is told where it is known', () => {
  expect(distanceOf(facts.get('dichtbij')!, point)).toBeCloseTo(0.11, 2)
  expect(distanceOf(facts.get('komt-langs')!, point)).toBeNull()
  expect(distanceOf(facts.get('dichtbij')!, null)).toBeNull()
})
