import { sql } from 'kysely'
import { permissions as granted } from '../../api/permissions.ts'
import type { Role } from '../../api/viewer.ts'
import { type Matrix, openMatrix, routesOf, tryRoute, unmatched } from '../cases/matrix.ts'
import { freshDatabase } from '../setup/database.ts'
import type { Bench } from './bench.ts'
import { type Count, type Figure, counting, inLanes } from './figure.ts'

/** Each route in its turn, in as many houses at once as were opened: what is made for one is not in another's way. */
async function tryAll(houses: readonly Matrix[], routes: readonly string[]): Promise<Count> {
  const count = counting()
  await inLanes(routes, houses, async (route, at) => {
    for await (const { held, why } of tryRoute(at, route)) count.hold(held, why)
  })
  return count
}

async function withMatrix<T>(bench: Bench, work: (at: Matrix) => Promise<T>): Promise<T> {
  const house = await freshDatabase(await bench.cluster())
  return openMatrix(house).then(work).finally(house.close)
}

export const permissions: Figure = {
  id: 'permissions',
  what: 'role × route × relation as the matrix says, and what is foreign answered to the byte like what is missing',
  run: (bench) =>
    withMatrix(bench, (one) =>
      withMatrix(bench, async (other) => {
        const routes = routesOf(one.house.deps)
        const count = await tryAll([one, other], routes)
        const odd = unmatched(routes)
        const lost = [...count.lost, ...odd.map((route) => `${route}: no line, or no route`)]
        return { tried: count.tried + odd.length, held: count.held, lost }
      }),
    ),
  control: (bench) =>
    withMatrix(bench, async (at) => {
      // One role too many, and a policy that lets everybody see: once in the code, once in the database.
      const list: Role[] = granted['matter.read'] as unknown as Role[]
      await sql`create policy all_of_it on care.matter for select to voordeur_app using (true)`.execute(at.house.db)
      list.push('policy_officer')
      const count = await tryAll([at], ['GET /matters/:id']).finally(() =>
        list.splice(list.indexOf('policy_officer'), 1),
      )
      return { broke: 'policy officers may read matters, and a policy shows every matter to everyone', ...count }
    }),
}
