/**
 * A route without a line in the permission matrix fails the build, and a line without a route. What the lines say is
 * tried, role by role, by the figure `permissions` (npm run figures -- --only permissions), which is part of npm test.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routesOf, unmatched } from '../cases/matrix.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
beforeAll(async () => {
  house = await freshDatabase()
})
afterAll(() => house.close())

test('every route has a line in the matrix, and every line a route', () => {
  expect(unmatched(routesOf(house.deps))).toEqual([])
})

test('a route without a line, and a line without a route, are seen', () => {
  const routes = routesOf(house.deps)
  expect(unmatched([...routes, 'GET /new'])).toEqual(['GET /new'])
  expect(unmatched(routes.slice(1))).toEqual([routes[0]])
})
