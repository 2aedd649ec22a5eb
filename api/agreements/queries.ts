import { type QueryExecutorProvider, sql } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import { type Agreement, type Parties, type Terms, DEFAULT_TERMS, inForce } from './agreement.ts'
import type { Kind, Status } from './codes.ts'

/** An agreement with its words, and who did what on which side. */
export type AgreementRow = Agreement & {
  purpose: string
  criteria: string
  needed: string
  contactRoute: string
  /** Who speaks for kinds; null where the municipality is no organisation of its own directory. */
  municipality: string | null
  proposedSide: 'from' | 'to'
  proposedBy: string
  proposedMember: string
  proposedName: string
  proposedAt: Date
  agreedMember: string | null
  agreedName: string | null
  agreedAt: Date | null
  endedBy: string | null
  endedName: string | null
  endedAt: Date | null
  endReason: string | null
  version: number
}

/** What the terms are read from. Days as the calendar of the Netherlands has them. */
const inShort = sql`
  a.id, a.from_org as "from", a.from_kind as "fromKind", a.from_desk as "fromDesk", a.to_org as "to",
  a.to_kind as "toKind", a.to_desk as "toDesk", a.edition, a.status,
  a.valid_from::text as "validFrom", a.valid_until::text as "validUntil",
  (a.agreed_at at time zone 'Europe/Amsterdam')::date::text as "agreedOn",
  (a.ended_at at time zone 'Europe/Amsterdam')::date::text as "endedOn",
  json_build_object('answer', a.answer_days, 'contact', a.contact_days, 'start', a.start_days) as terms`
const inFull = sql`${inShort}, a.purpose, a.criteria, a.needed, a.contact_route as "contactRoute",
  (select m.organization_id from directory.municipality m) as municipality, a.proposed_side as "proposedSide",
  a.proposed_org as "proposedBy", a.proposed_member as "proposedMember", a.proposed_name as "proposedName",
  a.proposed_at as "proposedAt", a.agreed_member as "agreedMember", a.agreed_name as "agreedName",
  a.agreed_at as "agreedAt", a.ended_org as "endedBy", a.ended_name as "endedName", a.ended_at as "endedAt",
  a.end_reason as "endReason", a.version`

/** The terms that count on this day between the two, and where they come from; the defaults where nothing was agreed. */
export async function termsBetween(
  tx: QueryExecutorProvider,
  { sender, receiver, ...desks }: Omit<Parties, 'senderKind' | 'receiverKind'>,
  today: string,
): Promise<{ terms: Terms; agreementId: string | null }> {
  const kinds = await kindsOf(tx, [sender, receiver])
  const [senderKind, receiverKind] = [kinds.get(sender) ?? null, kinds.get(receiver) ?? null]
  const { rows } = await sql<Agreement>`
    select ${inShort} from care.agreement a
    where (a.from_org = ${sender} or a.from_kind = ${senderKind})
      and (a.to_org = ${receiver} or a.to_kind = ${receiverKind}) and a.agreed_at is not null
  `.execute(tx)
  const found = inForce(rows, { sender, senderKind, receiver, receiverKind, ...desks }, today)
  return { terms: found?.terms ?? DEFAULT_TERMS, agreementId: found?.id ?? null }
}

/** Of which kind each of these organisations is now; one without a kind is left out. */
export async function kindsOf(
  tx: QueryExecutorProvider,
  organizations: readonly string[],
): Promise<ReadonlyMap<string, Kind>> {
  const { rows } = await sql<{ id: string; kind: Kind | null }>`
    select id, sec.kind_of(id) as kind from unnest(${[...organizations]}::uuid[]) o(id)
  `.execute(tx)
  return new Map(rows.flatMap(({ id, kind }) => (kind ? [[id, kind]] : [])))
}

/** What an organisation, or its kind, has ever agreed as the one that refers: asked for a choice list. */
export async function agreedFrom(tx: Tx, organizationId: string): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select ${inFull} from care.agreement a where a.agreed_at is not null
      and (a.from_org = ${organizationId} or a.from_kind = sec.kind_of(${organizationId}))
  `.execute(tx)
  return rows
}

/** Every agreement that the viewer's organisation may see, the newest edition first: its own, and those of its kind. */
export async function listAgreements(tx: Tx): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select ${inFull} from care.agreement a order by a.edition desc, a.proposed_at desc, a.id
  `.execute(tx)
  return rows
}

/** One agreement and the other editions of its pair. Who is no party finds what is missing. */
export async function readAgreement(tx: Tx, id: string): Promise<{ row: AgreementRow; pair: AgreementRow[] }> {
  const { rows } = await sql<AgreementRow>`
    select ${inFull} from care.agreement a join care.agreement asked on asked.id = ${id}
      and (a.from_org, a.from_kind, a.from_desk, a.to_org, a.to_kind, a.to_desk)
        is not distinct from (asked.from_org, asked.from_kind, asked.from_desk, asked.to_org, asked.to_kind, asked.to_desk)
    order by a.edition desc
  `.execute(tx)
  const row = rows.find((each) => each.id === id)
  if (!row) throw new Refusal('agreement.not_found')
  return { row, pair: rows }
}

/** Takes the agreement for this transaction. */
export async function lockAgreement(tx: Tx, id: string): Promise<AgreementRow> {
  const { rows } = await sql<AgreementRow>`
    select ${inFull} from care.agreement a where a.id = ${id} for update
  `.execute(tx)
  if (!rows[0]) throw new Refusal('agreement.not_found')
  return rows[0]
}

type ProposedSide = { organizationId: string | null; kind: Kind | null; deskId: string | null }
export type Proposal = {
  from: ProposedSide
  to: ProposedSide
  purpose: string
  criteria: string
  needed: string
  contactRoute: string
  answerDays: number
  contactDays: number
  startDays: number
  validFrom: string
  validUntil: string | null
}

/** A proposal; null when one of this pair waits for an answer already. Of two at the same time the second waits here. */
export async function insertProposal(tx: Tx, { from, to, ...said }: Proposal): Promise<AgreementRow | null> {
  const { rows } = await sql<{ id: string }>`
    insert into care.agreement (from_org, from_kind, from_desk, to_org, to_kind, to_desk, purpose, criteria, needed, contact_route,
      answer_days, contact_days, start_days, valid_from, valid_until)
    values (${from.organizationId}, ${from.kind}, ${from.deskId}, ${to.organizationId}, ${to.kind}, ${to.deskId}, ${said.purpose},
      ${said.criteria}, ${said.needed}, ${said.contactRoute}, ${said.answerDays}, ${said.contactDays},
      ${said.startDays}, ${said.validFrom}, ${said.validUntil})
    on conflict do nothing returning id
  `.execute(tx)
  return rows[0] ? lockAgreement(tx, rows[0].id) : null
}

/** Writes what the law decided; who and when are the database's to say. */
export async function saveAgreement(tx: Tx, id: string, status: Status, endReason: string | null): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('care.agreement')
    .set({ status, end_reason: endReason })
    .where('id', '=', id)
    .executeTakeFirst()
  // A row that policies hide is silently not updated.
  if (numUpdatedRows !== 1n) throw new Refusal('agreement.not_found')
}

export type PartnerRow = { id: string; name: string; desks: { id: string; name: string }[] }

/** Organisations with a covenant where somebody can agree, with their desks; one's own too. */
export async function listPartners(tx: Tx, today: string): Promise<PartnerRow[]> {
  const { rows } = await sql<PartnerRow>`
    select o.id, o.name, coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name) order by d.name, d.id)
      from directory.desk d where d.organization_id = o.id), '[]') as desks
    from directory.organization o join directory.participant p on p.organization_id = o.id
    where o.id in (select organization_id from sec.agreeing())
      and p.covenant_on <= ${today}::date and (p.left_on is null or p.left_on > ${today}::date)
    order by o.name, o.id
  `.execute(tx)
  return rows
}

/** The roles that can agree for this organisation and that somebody active has. */
export async function rolesThatAgree(tx: Tx, organizationId: string): Promise<('team_lead' | 'administrator')[]> {
  const { rows } = await sql<{ role: 'team_lead' | 'administrator' }>`
    select role from sec.agreeing() where organization_id = ${organizationId} order by role desc
  `.execute(tx)
  return rows.map(({ role }) => role)
}

export type KindRow = { organizationId: string; organization: string; kind: Kind | null }

/** Who takes part today, by name, with the kind the municipality said. */
export async function listKinds(tx: Tx, today: string): Promise<KindRow[]> {
  const { rows } = await sql<KindRow>`
    select o.id as "organizationId", o.name as organization, p.kind
    from directory.participant p join directory.organization o on o.id = p.organization_id
    where p.covenant_on <= ${today}::date and (p.left_on is null or p.left_on > ${today}::date)
    order by o.name, o.id
  `.execute(tx)
  return rows
}

/** Whether the viewer speaks for kinds: an administrator of the municipality. */
export async function speaksForKinds(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ speaks: boolean }>`select sec.administers_municipality() as speaks`.execute(tx)
  return rows[0]?.speaks === true
}

/** False where the viewer does not speak for kinds, or the organisation has no covenant. */
export async function saveKind(tx: Tx, organizationId: string, kind: Kind | null): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select sec.set_kind(${organizationId}, ${kind}) as done`.execute(tx)
  return rows[0]?.done === true
}
