/**
 * What the app's own login cannot do with raw SQL, whatever the code above it does (protection.md 2.1; T2 and T25 in
 * part). One matter is handed from a school to a team and offered to a debt desk; then every forgery is tried.
 */
import { sql } from 'kysely'
import type { Handed, Party, RawHouse, Statement } from '../setup/raw-sql.ts'

export type Forgery = { name: string; by: (raw: RawHouse) => Party; forge: (made: Handed, raw: RawHouse) => Statement }

export const forgeries: Forgery[] = [
  {
    name: 'the holder is written',
    by: ({ team }) => team,
    forge: ({ matter }, { debts }) => sql`update care.matter set holder_org = ${debts.org} where id = ${matter}`,
  },
  {
    name: 'a relation is written',
    by: ({ stranger }) => stranger,
    forge: ({ matter }, { stranger }) =>
      sql`insert into care.relation (matter_id, org_id, side) values (${matter}, ${stranger.org}, 'sender')`,
  },
  {
    name: 'a relation is stretched',
    by: ({ debts }) => debts,
    forge: ({ matter }) => sql`update care.relation set sees_person = true where matter_id = ${matter}`,
  },
  {
    name: 'the receiver of an offer is changed',
    by: ({ team }) => team,
    forge: ({ transfer }, { stranger }) =>
      sql`update care.transfer set receiver_org = ${stranger.org}, receiver_desk = ${stranger.desk} where id = ${transfer}`,
  },
  {
    name: 'a transfer on a matter of others',
    by: ({ stranger }) => stranger,
    forge: ({ matter }, { debts }) =>
      sql`insert into care.transfer (matter_id, receiver_org, receiver_desk, urgency, request) values (${matter}, ${debts.org}, ${debts.desk}, 'normal', 'x')`,
  },
  {
    name: 'a signal on a matter of others',
    by: ({ stranger }) => stranger,
    forge: ({ matter }, { stranger }) =>
      sql`insert into care.signal (matter_id, receiver_org, receiver_desk, setting, complexity, urgency, noticed) values (${matter}, ${stranger.org}, ${stranger.desk}, 'sot', 'single', 'normal', 'x')`,
  },
  {
    name: 'the sender of a transfer is chosen',
    by: ({ team }) => team,
    forge: ({ matter }, { debts, school }) =>
      sql`insert into care.transfer (matter_id, sender_org, receiver_org, receiver_desk, urgency, request) values (${matter}, ${school.org}, ${debts.org}, ${debts.desk}, 'normal', 'x')`,
  },
  {
    name: 'the id of a matter is chosen',
    by: ({ team }) => team,
    forge: ({ matter }) =>
      sql`insert into care.matter (id, subject, theme, involvement) values (${matter}, 'person', 'geld', 'agrees')`,
  },
  {
    name: 'the sender accepts its own offer',
    by: ({ team }) => team,
    forge: ({ transfer }, { debts }) =>
      sql`update care.transfer set status = 'accepted', caseworker = ${debts.member} where id = ${transfer}`,
  },
  {
    name: 'the receiver takes over without a contact',
    by: ({ debts }) => debts,
    forge: ({ transfer }, { debts }) =>
      sql`update care.transfer set status = 'handed_over', caseworker = ${debts.member} where id = ${transfer}`,
  },
  {
    name: 'the receiver calls a warm offer cold',
    by: ({ debts }) => debts,
    forge: ({ transfer }, { debts }) =>
      sql`update care.transfer set status = 'handed_over', warm = false, cold_reason = 'own_wish', caseworker = ${debts.member} where id = ${transfer}`,
  },
  {
    name: 'the receiver confirms for the sender',
    by: ({ debts }) => debts,
    forge: ({ transfer }) => sql`update care.transfer set sender_confirmed_at = now() where id = ${transfer}`,
  },
  {
    name: 'an offer starts at once',
    by: ({ debts }) => debts,
    forge: ({ transfer }, { debts }) =>
      sql`update care.transfer set status = 'started', caseworker = ${debts.member} where id = ${transfer}`,
  },
  {
    name: 'the app plays the clock',
    by: ({ team }) => team,
    forge: ({ transfer }) =>
      sql`update care.transfer set status = 'expired', sender_due_on = current_date where id = ${transfer}`,
  },
  {
    name: 'an offer is deleted',
    by: ({ team }) => team,
    forge: ({ transfer }) => sql`delete from care.transfer where id = ${transfer}`,
  },
  {
    name: 'a matter is deleted',
    by: ({ team }) => team,
    forge: ({ matter }) => sql`delete from care.matter where id = ${matter}`,
  },
  {
    name: 'the request is rewritten after the offer',
    by: ({ team }) => team,
    forge: ({ transfer }) => sql`update care.transfer set request = 'anders' where id = ${transfer}`,
  },
  {
    name: 'a matter is closed by one who does not hold it',
    by: ({ school }) => school,
    forge: ({ matter }) => sql`update care.matter set closed_at = now(), outcome = 'x' where id = ${matter}`,
  },
  {
    name: 'a matter with an open offer is closed',
    by: ({ team }) => team,
    forge: ({ matter }) => sql`update care.matter set closed_at = now(), outcome = 'x' where id = ${matter}`,
  },
  {
    name: 'feedback is invented',
    by: ({ stranger }) => stranger,
    forge: ({ matter }, { team }) =>
      sql`insert into care.feedback (matter_id, to_org, code) values (${matter}, ${team.org}, 'x')`,
  },
  {
    name: 'an event in another’s name',
    by: ({ team }) => team,
    forge: ({ matter }, { school }) =>
      sql`insert into care.event (matter_id, org_id, member_id, type) values (${matter}, ${school.org}, ${school.member}, 'x')`,
  },
  {
    name: 'an event on a matter of others',
    by: ({ stranger }) => stranger,
    forge: ({ matter }) => sql`insert into care.event (matter_id, type) values (${matter}, 'x')`,
  },
  {
    name: 'the log is written in another’s name',
    by: ({ stranger }) => stranger,
    forge: (_made, { team }) =>
      sql`insert into audit.event (request_id, org_id, actor, action, purpose, result) values (gen_random_uuid(), ${team.org}, ${team.member}, 'x', 'x', 'ok')`,
  },
  { name: 'the log is read', by: ({ team }) => team, forge: () => sql`select id from audit.event` },
  { name: 'the log is emptied', by: ({ team }) => team, forge: () => sql`delete from audit.event` },
  {
    name: 'a basis for somebody else’s matter',
    by: ({ stranger }) => stranger,
    forge: ({ matter }, { stranger }) =>
      sql`insert into care.legal_basis (matter_id, recipient_org, ground, article, purpose, necessity) values (${matter}, ${stranger.org}, 'consent', 'x', 'x', 'x')`,
  },
  {
    name: 'a follow-code for somebody else’s matter',
    by: ({ stranger }) => stranger,
    forge: ({ matter }) =>
      sql`insert into care.follow_code (matter_id, hash) values (${matter}, decode(repeat('ab', 32), 'hex'))`,
  },
  {
    name: 'a desk of another organisation',
    by: ({ team }) => team,
    forge: ({ matter }, { debts, stranger }) =>
      sql`insert into care.transfer (matter_id, receiver_org, receiver_desk, urgency, request) values (${matter}, ${debts.org}, ${stranger.desk}, 'normal', 'x')`,
  },
  {
    name: 'the terms of an offer are lengthened',
    by: ({ debts }) => debts,
    forge: ({ transfer }) => sql`update care.transfer set contact_days = 90, start_days = 90 where id = ${transfer}`,
  },
  {
    name: 'an offer is put under another agreement',
    by: ({ team }) => team,
    forge: ({ transfer }) => sql`update care.transfer set agreement_id = gen_random_uuid() where id = ${transfer}`,
  },
  {
    name: 'an agreement in the name of a kind',
    by: ({ team }) => team,
    forge: (_made, { debts }) =>
      sql`insert into care.agreement (from_kind, to_org, purpose, criteria, needed, contact_route, answer_days, contact_days,
        start_days, valid_from) values ('social_team', ${debts.org}, 'x', 'x', 'x', 'x', 1, 1, 1, '2026-11-23')`,
  },
  {
    name: 'an organisation says of which kind it is',
    by: ({ team }) => team,
    forge: (_made, { team }) =>
      sql`update directory.participant set kind = 'housing' where organization_id = ${team.org}`,
  },
  { name: 'everything at once', by: ({ stranger }) => stranger, forge: () => sql`truncate care.matter` },
]

const REFUSED = /permission denied|row-level security|check_violation|violates|transfer:|signal:|closed matter/

/** What a forgery must leave as it was. */
async function stateOf({ house }: RawHouse, matter: string): Promise<string> {
  const { rows } =
    await sql`select m.holder_org, m.closed_at, (select jsonb_agg(to_jsonb(t) order by t.id) from care.transfer t where t.matter_id = m.id) as transfers,
      (select jsonb_agg(to_jsonb(r) order by r.id) from care.relation r where r.matter_id = m.id) as relations,
      (select count(*) from care.signal s where s.matter_id = m.id) as signals, (select count(*) from audit.event) as log
      from care.matter m where m.id = ${matter}`.execute(house.db)
  return JSON.stringify(rows)
}

/** Tries one forgery on a matter of its own: was it refused, for a reason that a guard gives, and did nothing move? */
export async function attemptForgery(raw: RawHouse, { by, forge }: Forgery): Promise<{ held: boolean; why: string }> {
  const made = await raw.offered()
  const before = await stateOf(raw, made.matter)
  const { refused, why } = await raw.run(by(raw), forge(made, raw)).then(
    ({ rows, changed }) => ({ refused: rows.length === 0 && changed === 0, why: `${rows.length + changed} rows` }),
    (error: Error) => ({ refused: REFUSED.test(error.message), why: error.message }),
  )
  const moved = (await stateOf(raw, made.matter)) !== before
  return { held: refused && !moved, why: moved ? `${why}; the matter has moved` : why }
}
