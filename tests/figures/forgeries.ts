import { sql } from 'kysely'
import { attemptForgery, forgeries } from '../cases/forgeries.ts'
import { type RawHouse, rawHouse } from '../setup/raw-sql.ts'
import { type Count, type Figure, counting } from './figure.ts'

async function tryAll(raw: RawHouse): Promise<Count> {
  const count = counting()
  for (const forgery of forgeries) {
    const { held, why } = await attemptForgery(raw, forgery)
    count.hold(held, `${forgery.name}: ${why}`)
  }
  return count
}

export const forgeriesRefused: Figure = {
  id: 'forgeries',
  what: 'forged changes of holder, relation, receiver or log by the app’s login in raw SQL are refused',
  run: async (bench) => {
    const raw = await rawHouse(await bench.cluster())
    return tryAll(raw).finally(raw.house.close)
  },
  control: async (bench) => {
    const raw = await rawHouse(await bench.cluster())
    await sql`
      alter table care.matter no force row level security; alter table care.matter disable row level security;
      alter table care.relation no force row level security; alter table care.relation disable row level security;
      grant update (holder_org) on care.matter to voordeur_app;
      grant insert, update on care.relation to voordeur_app;
      drop trigger guard on care.transfer
    `.execute(raw.house.db)
    const count = await tryAll(raw).finally(raw.house.close)
    return {
      broke: 'rights on holder and relation given, two policies and the guard of transfers taken away',
      ...count,
    }
  },
}
