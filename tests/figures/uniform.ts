/** Done 8 of issue 5: nobody can tell by the answer, nor by the time it took, that something exists. */
import { sql } from 'kysely'
import { openMatrix, routesOf, type Matrix } from '../cases/matrix.ts'
import { guardedRoutes, tellApart } from '../cases/uniform.ts'
import { freshDatabase } from '../setup/database.ts'
import type { Bench } from './bench.ts'
import { type Count, counting, type Figure } from './figure.ts'

const MOST_MS = 5
const ROUNDS = 41

async function told(at: Matrix, routes: readonly string[]): Promise<Count> {
  const count = counting()
  let most = 0
  let of = ''
  for (const route of routes) {
    for (const { relation, same, ms } of await tellApart(at, route, ROUNDS, MOST_MS)) {
      count.hold(same, `${route}, ${relation}: another answer than for a missing one`)
      count.hold(Math.abs(ms) < MOST_MS, `${route}, ${relation}: ${ms.toFixed(1)} ms from a missing one`)
      if (Math.abs(ms) > Math.abs(most)) [most, of] = [ms, `${route}, ${relation}`]
    }
  }
  return { ...count, more: `${routes.length} routes, the largest difference ${most.toFixed(2)} ms (${of})` }
}

async function onMatrix(bench: Bench, work: (at: Matrix) => Promise<Count>): Promise<Count> {
  const house = await freshDatabase(await bench.cluster())
  return openMatrix(house).then(work).finally(house.close)
}

export const uniform: Figure = {
  id: 'uniform',
  what: `foreign, ended and missing: the same bytes, and medians of time less than ${MOST_MS} ms apart, for every route with an id`,
  // A busy machine would be measured instead.
  onlyFull: true,
  run: (bench) => onMatrix(bench, (at) => told(at, guardedRoutes(routesOf(at.house.deps)))),
  control: async (bench) => ({
    broke: 'a policy that thinks about each row that is there',
    ...(await onMatrix(bench, async (at) => {
      for (const table of ['signal', 'transfer', 'matter']) {
        await sql`create policy thinks on ${sql.id('care', table)} for select to voordeur_app
          using (pg_sleep(0.008)::text = 'never')`.execute(at.house.db)
      }
      return told(at, ['GET /matters/:id', 'POST /signals/:id/take', 'POST /transfers/:id/accept'])
    })),
  }),
}
