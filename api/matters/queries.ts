/** What commands need of a matter: its lock, its facts, what is open in it, and what is written beside it. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Matter, OpenWork } from './matter.ts'
import type { GroupSize } from './table.ts'

type Involved = {
  subject: 'person' | 'household' | 'group'
  groupSize: GroupSize | null
  theme: string
  place: string | null
}
type Contact = {
  name: string
  phone: string | null
  mayCall: boolean
  callWhen: string | null
  voicemail: boolean
  interpreter: string | null
  wheelchair: boolean
}
type MatterFacts = Involved & {
  involvement: 'agrees' | 'informed' | 'objects' | 'not_reached' | 'withheld' | 'no_person'
  involvementReason: string | null
  person: Contact | null
}
type BasisFacts = { ground: string; article: string; purpose: string; necessity: string }

/**
 * Takes the matter for this transaction, before anything that hangs on it: two commands on one matter wait for each
 * other and never cross. False when there is no such matter for who is asking.
 */
export async function lockMatter(tx: QueryExecutorProvider, matterId: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select sec.lock_matter(${matterId}) as locked`.execute(tx)
  return rows[0]?.locked === true
}

/** With who sent it first, for whom later steps are told. */
export type SentMatter = Matter & { sender: string; senderMember: string; reference: string }

/** The facts the rule of the matter asks for. */
export async function readMatter(tx: Tx, matterId: string): Promise<SentMatter> {
  const row = await tx.selectFrom('care.matter').selectAll().where('id', '=', matterId).executeTakeFirst()
  if (!row) throw new Refusal('matter.not_found')
  return {
    id: row.id,
    reference: row.reference,
    sender: row.sender_org,
    senderMember: row.sender_member,
    holder: row.holder_org,
    isDraft: row.opened_at === null,
    nextActOn: row.next_act_on,
    nextAct: row.next_act,
    outcome: row.outcome,
    feedback: row.feedback,
    closedAt: row.closed_at,
    version: row.version,
  }
}

/** Whether it is about a person, a household or a group; null for who is no party. */
export async function subjectOf(tx: Tx, matterId: string): Promise<Involved['subject'] | null> {
  const row = await tx.selectFrom('care.matter').select('subject').where('id', '=', matterId).executeTakeFirst()
  return row?.subject ?? null
}

/** What is open in this matter. The holder is a party to everything open in it, so nothing is hidden from the count. */
export async function openWork(tx: Tx, matterId: string): Promise<OpenWork> {
  const { rows } = await sql<OpenWork>`
    select
      (select count(*)::int from care.signal s where s.matter_id = ${matterId}
        and s.status in ('sent', 'taken', 'waiting')) as signals,
      (select count(*)::int from care.transfer t where t.matter_id = ${matterId}
        and t.status in ('offered', 'accepted')) as offers,
      (select count(*)::int from care.transfer t where t.matter_id = ${matterId}
        and t.status in ('handed_over', 'started')) as supports
  `.execute(tx)
  return rows[0] ?? { signals: 0, offers: 0, supports: 0 }
}

/** Writes what the holder decided; the holder itself and the relations only the database moves. */
export async function saveMatter(tx: Tx, after: Matter): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('care.matter')
    .set({
      next_act_on: after.nextActOn,
      next_act: after.nextAct,
      outcome: after.outcome,
      feedback: after.feedback,
      closed_at: after.closedAt,
    })
    .where('id', '=', after.id)
    .executeTakeFirst()
  // A row that policies hide is silently not updated.
  if (numUpdatedRows !== 1n) throw new Refusal('matter.not_yours')
}

/** A new matter in drafts: it opens when the first signal or transfer leaves. */
export async function insertMatter(tx: Tx, facts: MatterFacts): Promise<string> {
  const { id } = await tx
    .insertInto('care.matter')
    .values(matterColumns(facts))
    .returning('id')
    .executeTakeFirstOrThrow()
  await putPerson(tx, id, facts.person)
  return id
}

/** Changes a matter of which nothing left yet. */
export async function updateDraftMatter(tx: Tx, matterId: string, facts: MatterFacts): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('care.matter')
    .set(matterColumns(facts))
    .where('id', '=', matterId)
    .where('opened_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('matter.not_possible_now')
  await tx.deleteFrom('care.person').where('matter_id', '=', matterId).execute()
  await putPerson(tx, matterId, facts.person)
}

const matterColumns = (facts: MatterFacts) => ({
  subject: facts.subject,
  group_size: facts.groupSize,
  theme: facts.theme,
  place: facts.place,
  involvement: facts.involvement,
  involvement_note: facts.involvementReason,
})

async function putPerson(tx: Tx, matterId: string, person: Contact | null): Promise<void> {
  if (!person) return
  await tx
    .insertInto('care.person')
    .values({
      matter_id: matterId,
      name: person.name,
      phone: person.phone,
      may_call: person.mayCall,
      call_when: person.callWhen,
      voicemail: person.voicemail,
      interpreter: person.interpreter,
      wheelchair: person.wheelchair,
    })
    .execute()
}

/** Records on what basis `recipient` may be told; an earlier one that we recorded for the same recipient ends. */
export async function recordBasis(tx: Tx, matterId: string, recipient: string, basis: BasisFacts): Promise<void> {
  await sql`
    update care.legal_basis set valid = tstzrange(lower(valid), greatest(lower(valid), now())), ended_reason = 'replaced'
    where matter_id = ${matterId} and recipient_org = ${recipient} and org_id = sec.org() and upper_inf(valid)
  `.execute(tx)
  await tx
    .insertInto('care.legal_basis')
    .values({ matter_id: matterId, recipient_org: recipient, ...basis })
    .execute()
}

/** Whether this recipient may be told now. */
export async function hasBasis(tx: Tx, matterId: string, recipient: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from care.legal_basis where matter_id = ${matterId} and recipient_org = ${recipient} and valid @> now()
  `.execute(tx)
  return rows.length > 0
}

export type Happened = {
  matterId: string
  signalId?: string | null
  transferId?: string | null
  /** `transfer.accept` */
  type: string
  /** The state it came to; absent when the state stayed. */
  toStatus?: string | null
}

/** A line on the time line. Who and when come from the transaction itself. */
export async function recordEvent(tx: QueryExecutorProvider, happened: Happened): Promise<void> {
  await sql`
    insert into care.event (matter_id, signal_id, transfer_id, type, to_status)
    values (${happened.matterId}, ${happened.signalId ?? null}, ${happened.transferId ?? null}, ${happened.type},
      ${happened.toStatus ?? null})
  `.execute(tx)
}

/** What one side says to the other. */
export async function say(
  tx: Tx,
  said: {
    matterId: string
    signalId?: string
    transferId?: string
    kind: 'question' | 'answer' | 'note'
    body: string
  },
): Promise<void> {
  await tx
    .insertInto('care.message')
    .values({
      matter_id: said.matterId,
      signal_id: said.signalId ?? null,
      transfer_id: said.transferId ?? null,
      kind: said.kind,
      body: said.body,
    })
    .execute()
}

/** Issues a follow-code; an earlier one ends, so that a lost paper is worth nothing. */
export async function replaceFollowCode(tx: Tx, matterId: string, hash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('care.follow_code')
    .set({ ended_at: now })
    .where('matter_id', '=', matterId)
    .where('ended_at', 'is', null)
    .execute()
  await tx.insertInto('care.follow_code').values({ matter_id: matterId, hash }).execute()
}

/** Marks the lines of this matter as read by the viewer's organisation. */
export async function markFeedbackRead(tx: Tx, matterId: string, organizationId: string, now: Date): Promise<void> {
  await tx
    .updateTable('care.feedback')
    .set({ read_at: now })
    .where('matter_id', '=', matterId)
    .where('to_org', '=', organizationId)
    .where('read_at', 'is', null)
    .execute()
}

/** Whether somebody active leads a team of this organisation. */
export async function isLed(tx: QueryExecutorProvider, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ led: boolean }>`
    select exists (select 1 from account.member m
      where m.organization_id = ${organizationId} and m.disabled_at is null and 'team_lead' = any(m.roles)) as led
  `.execute(tx)
  return rows[0]?.led === true
}

/** The organisation that is the municipality, if it is in the directory: its policy officers hear of what is overdue. */
export async function municipality(tx: QueryExecutorProvider): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select organization_id as id from directory.municipality`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}
