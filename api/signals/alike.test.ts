import { describe, expect, test } from 'vitest'
import { alike } from './alike.ts'

describe('two names that can be of the same person or family', () => {
  test.each([
    ['Sem de Vries', 'Sem de Vries'],
    ['sem DE vries', 'Sèm de Vries'],
    ['Gezin De Vries', 'Sem de Vries'],
    ['Sem V.', 'Sem de Vries'],
    ['S. de Vries', 'Sem de Vries'],
    ['familie Dijkstra', 'Noor Dykstra'],
  ])('%s and %s', (one, other) => {
    expect(alike(one, other)).toBe(true)
    expect(alike(other, one)).toBe(true)
  })

  test.each([
    ['Sem de Vries', 'Noor de Vries'],
    ['Sem de Vries', 'Sem Bakker'],
    ['S.', 'Sem de Vries'],
    ['', 'Sem de Vries'],
    ['Gezin', 'Familie'],
    ['de', 'Sem de Vries'],
  ])('%s and %s are not', (one, other) => {
    expect(alike(one, other)).toBe(false)
  })
})
