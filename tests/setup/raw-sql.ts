/** The main line in raw SQL, as the app's own login: what tests of the database's guards start from. */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { type Tx, unseal } from '../../api/db.ts'
import type { Cluster } from './cluster.ts'
import { freshDatabase } from './database.ts'

const party = () => ({ org: randomUUID(), member: randomUUID(), desk: randomUUID() })
export type Party = ReturnType<typeof party>
export type Statement = RawBuilder<{ id: string }>
export type Handed = { matter: string; signal: string; transfer: string }

/** A school, a team, a debt desk and a stranger in a database of their own, and the steps between them. */
export async function rawHouse(cluster?: Cluster) {
  const house = await freshDatabase(cluster)
  const [school, team, debts, stranger] = [party(), party(), party(), party()]
  for (const [index, { org, member, desk }] of [school, team, debts, stranger].entries()) {
    await sql`insert into directory.organization (id, name, description, slug)
      values (${org}, 'Partij', 'x', ${`partij-${index}`})`.execute(house.db)
    await sql`insert into directory.desk (id, organization_id, name) values (${desk}, ${org}, 'Aanmelding')`.execute(
      house.db,
    )
    await sql`insert into account.member (id, name, email, password_hash, organization_id, roles)
      values (${member}, 'Functie', ${`m${index}@voorbeeld.example`}, 'x', ${org}, '{worker}')`.execute(house.db)
  }

  /** A transaction of the app as this party, as `audit/context.ts` opens it. */
  const as = <Result>({ org, member }: Party, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    unseal(house.deps.care)
      .transaction()
      .execute(async (tx) => {
        await sql`select set_config('app.org', ${org}, true), set_config('app.user', ${member}, true),
          set_config('app.request', ${randomUUID()}, true)`.execute(tx)
        return work(tx)
      })

  const run = (who: Party, statement: Statement) =>
    as(who, async (tx) => {
      const result = await statement.execute(tx)
      return { rows: result.rows, changed: Number(result.numAffectedRows ?? 0) }
    })

  const basis = (who: Party, matter: string, recipient: Party) =>
    run(
      who,
      sql`insert into care.legal_basis (matter_id, recipient_org, ground, article, purpose, necessity)
        values (${matter}, ${recipient.org}, 'task_wgs', 'art. 3 Wgs', 'hulp', 'nodig')`,
    )

  async function draftSignal(): Promise<{ matter: string; signal: string }> {
    const matter = await as(school, async (tx) => {
      const { rows } = await sql<{ id: string }>`insert into care.matter (subject, theme, place, involvement)
        values ('household', 'geld', 'lindeveen', 'agrees') returning id`.execute(tx)
      await sql`insert into care.person (matter_id, name) values (${rows[0]!.id}, 'Huishouden')`.execute(tx)
      return rows[0]!.id
    })
    const { rows } = await run(
      school,
      sql`insert into care.signal (matter_id, receiver_org, receiver_desk, setting, complexity, urgency, noticed)
        values (${matter}, ${team.org}, ${team.desk}, 'sot', 'single', 'normal', 'tekst') returning id`,
    )
    return { matter, signal: rows[0]!.id }
  }

  const send = (signal: string) =>
    run(school, sql`update care.signal set status = 'sent', due_by = now() + interval '3 days' where id = ${signal}`)
  const take = (signal: string) => run(team, sql`update care.signal set status = 'taken' where id = ${signal}`)

  async function offered(): Promise<Handed> {
    const made = await draftSignal()
    await basis(school, made.matter, team)
    await send(made.signal)
    await take(made.signal)
    await basis(team, made.matter, debts)
    const transfer = await as(team, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        insert into care.transfer (matter_id, receiver_org, receiver_desk, urgency, request, signal_id)
        values (${made.matter}, ${debts.org}, ${debts.desk}, 'normal', 'vraag', ${made.signal}) returning id`.execute(
        tx,
      )
      const id = rows[0]!.id
      await sql`update care.transfer set status = 'offered', answer_by = now() + interval '3 days' where id = ${id}`.execute(
        tx,
      )
      await sql`update care.signal set status = 'concluded', outcome = 'became_transfer', feedback = 'opgepakt'
        where id = ${made.signal}`.execute(tx)
      return id
    })
    return { ...made, transfer }
  }

  /** How many rows of this matter the party sees in a table. */
  const sees = async (who: Party, table: string, matter: string) => {
    const column = sql.raw(table === 'matter' ? 'id' : 'matter_id')
    const { rows } = await run(
      who,
      sql`select ${column} as id from ${sql.id('care', table)} where ${column} = ${matter}`,
    )
    return rows.length
  }

  return { house, school, team, debts, stranger, as, run, basis, draftSignal, send, take, offered, sees }
}
export type RawHouse = Awaited<ReturnType<typeof rawHouse>>
