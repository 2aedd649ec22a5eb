import { expect, test } from 'vitest'
import { placesFrom } from './places.ts'

const near = (city: string, latitude: number, longitude: number) =>
  [-0.01, 0, 0.01].map((step) => ({ city, latitude: latitude + step, longitude: longitude + step }))

test('a place is where at least three of its addresses lie, at their middle', () => {
  const places = placesFrom([...near('Zandhaar', 52.7, 6.6), { city: 'Zandhaer', latitude: 52.7, longitude: 6.6 }])
  expect(places).toEqual([{ id: 'zandhaar', name: 'Zandhaar', latitude: 52.7, longitude: 6.6 }])
})

test('an address with a wrong coordinate moves no place', () => {
  const [place] = placesFrom([...near('Zandhaar', 52.7, 6.6), { city: 'Zandhaar', latitude: -37, longitude: 145 }])
  expect(place).toMatchObject({ latitude: 52.7, longitude: 6.6 })
})

test('a city of another region is no place of this one', () => {
  const region = [...near('Zandhaar', 52.7, 6.6), ...near('Heidelinde', 52.65, 6.5)]
  const places = placesFrom([...region, ...near('Washington', 38.9, -77)])
  expect(places.map(({ name }) => name)).toEqual(['Heidelinde', 'Zandhaar'])
})
