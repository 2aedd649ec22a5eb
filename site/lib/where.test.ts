import { describe, expect, test } from 'vitest'
import { type KnownPlace, distanceWords, hereIs, kilometres, whereIs } from './where.ts'

const place = (name: string, latitude: number, longitude: number): KnownPlace => ({
  code: name.toLowerCase().replaceAll(' ', '-'),
  name,
  latitude,
  longitude,
})
const places = [
  place('Lindeveen', 52.655, 6.505),
  place('Westervaart', 52.672, 6.438),
  place('Hoogeschans', 52.7, 6.516),
  place('Klein Turven', 52.669, 6.582),
  place('Molenhaar', 52.626, 6.561),
  place('Zuiderlinde', 52.611, 6.478),
]
const postcodes = { '0951': [52.6598, 6.5052], '0955': [52.672, 6.438], '7701': [52.58, 6.62] } as const

/** What is typed, and the place that it comes down to; null when it is not known. */
const spellings: [typed: string, place: string | null][] = [
  ['0951AB', 'lindeveen'],
  ['0951 AB', 'lindeveen'],
  ['0951ab', 'lindeveen'],
  ['0951 ab', 'lindeveen'],
  [' 0951 AB ', 'lindeveen'],
  ['0951', 'lindeveen'],
  ['09 51 AB', 'lindeveen'],
  ['09 51', 'lindeveen'],
  ['0 9 5 1 a b', 'lindeveen'],
  ['0951-AB', 'lindeveen'],
  ['0951.AB', 'lindeveen'],
  ['0951\u00a0AB', 'lindeveen'],
  ['O951AB', 'lindeveen'],
  ['o951 ab', 'lindeveen'],
  ['NL-0951 AB', 'lindeveen'],
  ['postcode 0951 AB', 'lindeveen'],
  ['0951A', 'lindeveen'],
  ['0951 AB Lindeveen', 'lindeveen'],
  ['Turfkade 20, 0955 GA Westervaart', 'westervaart'],
  ['7701 XX', 'molenhaar'],
  ['0955  ga', 'westervaart'],
  ['9999 ZZ', null],
  ['12345', null],
  ['Lindeveen', 'lindeveen'],
  ['lindeveen', 'lindeveen'],
  ['LINDEVEEN', 'lindeveen'],
  [' Lindeveen ', 'lindeveen'],
  ['in Lindeveen', 'lindeveen'],
  ['linde veen', 'lindeveen'],
  ['Lindevene', 'lindeveen'],
  ['Lindenveen', 'lindeveen'],
  ['Lndeveen', 'lindeveen'],
  ['Lindév\u00e9en', 'lindeveen'],
  ['linde', 'lindeveen'],
  ['westervaard', 'westervaart'],
  ['Westerfaart', 'westervaart'],
  ['Wester', 'westervaart'],
  ['hogeschans', 'hoogeschans'],
  ['Hoge Schans', 'hoogeschans'],
  ['klein-turven', 'klein-turven'],
  ['Kleinturven', 'klein-turven'],
  ['klein turve', 'klein-turven'],
  ['molenaar', 'molenhaar'],
  ['zuiderlnide', 'zuiderlinde'],
  ['Zuider Linde', 'zuiderlinde'],
  ['Amsterdam', null],
  ['x', null],
  ['ergens', null],
]

test('there are at least forty spellings', () => expect(spellings.length).toBeGreaterThanOrEqual(40))

test.each(spellings)('"%s" is %s', (typed, expected) => {
  const where = whereIs(typed, places, postcodes)
  expect(where?.kind === 'unknown' ? null : where?.place).toBe(expected)
})

test('nothing typed is no place, and not an error', () => expect(whereIs('  ', places, postcodes)).toBeNull())

test('where the telephone is comes down to the nearest place', () => {
  expect(hereIs({ latitude: 52.628, longitude: 6.558 }, places)).toMatchObject({ kind: 'here', place: 'molenhaar' })
})

describe('distance', () => {
  test('Lindeveen to Hoogeschans is five kilometres as the crow flies', () => {
    expect(kilometres(places[0]!, places[2]!)).toBeCloseTo(5.06, 1)
  })
  test.each([
    [0.02, '50 m'],
    [0.34, '350 m'],
    [1.24, '1,2 km'],
    [12.4, '12 km'],
  ])('%d km reads as %s', (km, words) => expect(distanceWords(km)).toBe(words))
})
