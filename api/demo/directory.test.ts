import { expect, test } from 'vitest'
import { guide } from './guide/index.ts'
import { demoRows } from './rows.ts'
import { services } from './services/index.ts'
import { type ThemeKey, themes } from './taxonomy.ts'

const all = Object.entries(services)
const rows = demoRows()
const ofTheme = (theme: ThemeKey) => all.filter(([, service]) => service.themes.includes(theme))
/** As the theme page groups them: what needs an indication stands with specialised care. */
const lineOf = ([, service]: (typeof all)[number]) => (service.indication ? 2 : service.line)

test('the demo is about as large as a small municipality', () => {
  expect(all.length).toBeGreaterThanOrEqual(150)
  expect(new Set(all.map(([, { of }]) => of)).size).toBeGreaterThanOrEqual(60)
})

test('every theme has something for who needs no indication, and something heavier', () => {
  const thin = (Object.keys(themes) as ThemeKey[]).filter((theme) => {
    const lines = new Set(ofTheme(theme).map(lineOf))
    return ofTheme(theme).length < 9 || !lines.has(0) || lines.size < 2
  })
  expect(thin).toEqual([])
})

test('no two services say the same, and every organisation gives something', () => {
  const texts = all.map(([, { text }]) => text)
  expect(new Set(texts).size).toBe(texts.length)
  const giving = new Set(rows.get('service')?.map((row) => row.organization_id))
  const idle = rows.get('organization')?.filter((row) => !giving.has(row.id))
  expect(idle?.map((row) => row.name)).toEqual(['OBS De Linde'])
})

test('a local number is one that nobody has; only national lines have a true one', () => {
  const national = new Set(all.filter(([, { area }]) => area === 'Nederland').map(([, { of }]) => of))
  const local = all.filter(([, { of }]) => !national.has(of))
  expect(local.filter(([, { phone }]) => phone && !/^0500-55\d{4}$/.test(phone)).map(([key]) => key)).toEqual([])
  const numbers = rows.get('phone')?.map((row) => row.number ?? '') ?? []
  const owned = local.flatMap(([, { text, apply }]) => `${text} ${apply}`.match(/0[89]00[- ]?\d+|088[- ]?\d+/g) ?? [])
  expect(owned).toEqual([])
  expect(numbers.filter((number) => number.startsWith('0500-55')).length).toBeGreaterThan(60)
})

test('not everything is everywhere: each village misses something that another has', () => {
  const areas = rows.get('service_area') ?? []
  const villages = ['Westervaart', 'Hoogeschans', 'Klein Turven', 'Molenhaar', 'Zuiderlinde']
  for (const village of villages)
    expect(areas.filter(({ name }) => name === village).length, village).toBeGreaterThan(2)
  expect(areas.filter(({ name }) => villages.includes(name ?? '')).length).toBeGreaterThan(25)
})

test('the guide leads to every theme, names what is there, and each end has a light way first', () => {
  const ends = Object.entries(guide).filter(([, { choices }]) => !choices)
  expect(new Set(ends.flatMap(([, step]) => step.themes))).toEqual(new Set(Object.keys(themes)))
  const wrong = ends.filter(([, { first = [] }]) => first.length < 3 || !first.some((key) => services[key]?.line === 0))
  expect(wrong.map(([code]) => code)).toEqual([])
})
