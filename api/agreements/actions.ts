/** What can happen to an agreement, as people say it. Each is one transaction with its log row. */
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { mustBeAhead } from '../matters/matter.ts'
import { municipality } from '../matters/queries.ts'
import { type NameRows, readNames } from '../matters/read-queries.ts'
import { promise } from '../outbox/queries.ts'
import type { Viewer } from '../viewer.ts'
import { type Command, decide } from './agreement.ts'
import type { Kind } from './codes.ts'
import { type FigureRow, readFigures } from './figure-queries.ts'
import { lastQuarter, type Quarter } from './figures.ts'
import {
  type AgreementRow,
  insertProposal,
  kindsOf,
  type KindRow,
  listAgreements,
  listKinds,
  listPartners,
  lockAgreement,
  type PartnerRow,
  readAgreement,
  rolesThatAgree,
  saveAgreement,
  saveKind,
  speaksForKinds,
} from './queries.ts'
import type { AgreementEnded, AgreementMoved, AgreementProposed, KindSaid } from './schema.ts'
import { sideOf } from './sides.ts'
import { toMoved } from './view.ts'

type Asker = { viewer: Viewer; reason: Reason }

/** What the screens need beside the agreements themselves. */
type Around = { names: NameRows; today: string; ownKind: Kind | null }

/** Every agreement of the viewer's organisation, and what was agreed for its kind, with the names in them. */
export function listOwnAgreements(
  deps: Deps,
  { viewer, reason }: Asker,
): Promise<Around & { rows: AgreementRow[]; speaksForKinds: boolean }> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const rows = await listAgreements(tx)
    note(
      'agreement',
      rows.map(({ id }) => id),
    )
    return { rows, ...(await around(tx, deps, viewer, rows)), speaksForKinds: await speaksForKinds(tx) }
  })
}

/** One agreement with the other editions of its pair. Refuses `agreement.not_found` to whoever may not see it. */
export function openAgreement(
  deps: Deps,
  { viewer, reason }: Asker,
  id: string,
): Promise<Around & { row: AgreementRow; pair: AgreementRow[] }> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const { row, pair } = await readAgreement(tx, id)
    note('agreement', [id])
    return { row, pair, ...(await around(tx, deps, viewer, [row])) }
  })
}

/** How it went in the last quarter that is over, per pair in which the viewer's organisation stands; nothing small. */
export function figuresPerPair(
  deps: Deps,
  { viewer, reason }: Asker,
): Promise<{
  quarter: Quarter
  rows: FigureRow[]
  agreements: AgreementRow[]
  names: NameRows
  kinds: ReadonlyMap<string, Kind>
  today: string
}> {
  return withContext(deps, viewer, reason, async (tx) => {
    const today = dateIn(deps.now())
    const quarter = lastQuarter(today)
    const rows = await readFigures(tx, quarter)
    const agreements = await listAgreements(tx)
    const organizations = [...new Set(rows.flatMap(({ from, to }) => [from, to]))]
    const names = await readNames(tx, { organizations, desks: [], members: [] })
    return { quarter, rows, agreements, names, kinds: await kindsOf(tx, organizations), today }
  })
}

/** Those one can agree something with: a covenant, and somebody who can agree; and the kinds that have organisations. */
export type WhomToAgreeWith = { partners: PartnerRow[]; kinds: Kind[]; speaksForKinds: boolean }

/** Whom one can agree something with, and whether the viewer may do so for a kind. */
export function listWhomToAgreeWith(deps: Deps, { viewer, reason }: Asker): Promise<WhomToAgreeWith> {
  return withContext(deps, viewer, reason, async (tx) => {
    const today = dateIn(deps.now())
    const [partners, kinds] = [await listPartners(tx, today), await kindsToAgreeFor(tx, today)]
    return { partners, kinds, speaksForKinds: await speaksForKinds(tx) }
  })
}

/**
 * Who takes part, with the kind of each; for an administrator of the municipality (domain.md section 6: organisations).
 * Refuses `viewer.not_allowed` to the administrator of another.
 */
export function listKindsOfOrganizations(deps: Deps, { viewer, reason }: Asker): Promise<KindRow[]> {
  return withContext(deps, viewer, reason, async (tx) => {
    if (!(await speaksForKinds(tx))) throw new Refusal('viewer.not_allowed')
    return listKinds(tx, dateIn(deps.now()))
  })
}

/**
 * Says of which kind an organisation is, or of none; from now on what was agreed for that kind counts for what it sends
 * and receives. Gives all of them as they are then. Refuses `viewer.not_allowed`, `agreement.no_partner` (no covenant).
 */
export function sayKind(deps: Deps, { viewer, reason }: Asker, { organizationId, kind }: KindSaid): Promise<KindRow[]> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    if (!(await speaksForKinds(tx))) throw new Refusal('viewer.not_allowed')
    if (!(await saveKind(tx, organizationId, kind))) throw new Refusal('agreement.no_partner')
    note('organization', [organizationId])
    return listKinds(tx, dateIn(deps.now()))
  })
}

/**
 * Proposes an agreement, or the next edition of one; for a kind where the viewer administers the municipality. Refuses
 * `agreement.no_partner` (the viewer speaks for neither side, or nobody can agree for one), `desk.not_found` (of
 * neither), a first day that has passed, `agreement.already_proposed`.
 */
export function proposeAgreement(
  deps: Deps,
  { viewer, reason }: Asker,
  input: AgreementProposed,
): Promise<AgreementMoved> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const today = dateIn(deps.now())
    mustBeAhead(input.validFrom, today, '/validFrom')
    await mustBeSides(tx, input, viewer, today)
    const made = await insertProposal(tx, input)
    if (!made) throw new Refusal('agreement.already_proposed')
    note('agreement', [made.id])
    await tellOther(tx, 'agreement.propose', made, viewer, made.version)
    return toMoved(made, viewer)
  })
}

/** The other side agrees: from its first day on the terms count. The one who proposed it is told. */
export function agreeAgreement(
  deps: Deps,
  asker: Asker,
  id: string,
  version: number | undefined,
): Promise<AgreementMoved> {
  return move(deps, asker, id, version, { type: 'agree' })
}

/** Either side ends it, or does not take what was proposed. From now on the defaults count; what runs keeps its dates. */
export function endAgreement(deps: Deps, asker: Asker, id: string, input: AgreementEnded): Promise<AgreementMoved> {
  return move(deps, asker, id, input.version, { type: 'end', reason: input.reason })
}

/** Lock, decide, save, promise. Refuses `agreement.not_found`, `agreement.not_yours`, `changed_meanwhile`, `agreement.not_possible_now`. */
function move(
  deps: Deps,
  { viewer, reason }: Asker,
  id: string,
  version: number | undefined,
  command: Command,
): Promise<AgreementMoved> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const before = await lockAgreement(tx, id)
    note('agreement', [id])
    const side = sideOf(before, viewer)
    if (!side) throw new Refusal('agreement.not_yours')
    if (version !== undefined && version !== before.version) throw new Refusal('changed_meanwhile')
    const status = decide(before.status, command, side)
    await saveAgreement(tx, id, status, command.type === 'end' ? command.reason : null)
    await tellOther(tx, `agreement.${command.type}`, before, viewer, before.version + 1)
    return toMoved({ ...before, status, version: before.version + 1 }, viewer)
  })
}

/** Refuses sides for neither of which the viewer speaks, or for one of which nobody does, and desks of another. */
async function mustBeSides(tx: Tx, { from, to }: AgreementProposed, viewer: Viewer, today: string): Promise<void> {
  const known = await listPartners(tx, today)
  const [kinds, forKinds] = [await kindsToAgreeFor(tx, today), await speaksForKinds(tx)]
  const sides = [from, to].map((side) => ({
    ...side,
    organization: known.find(({ id }) => id === side.organizationId),
    mine: side.kind ? forKinds : side.organizationId === viewer.organizationId,
  }))
  const isThere = sides.every(({ kind, organization }) => (kind ? kinds.includes(kind) : organization))
  const isWithOneself = from.organizationId !== null && from.organizationId === to.organizationId
  if (!isThere || isWithOneself || !sides.some(({ mine }) => mine)) throw new Refusal('agreement.no_partner')
  for (const { deskId, organization } of sides) {
    if (deskId && !organization?.desks.some(({ id }) => id === deskId)) throw new Refusal('desk.not_found')
  }
}

/** The kinds of which there is an organisation, where somebody speaks for them. */
async function kindsToAgreeFor(tx: Tx, today: string): Promise<Kind[]> {
  const town = await municipality(tx)
  if (!town || !(await rolesThatAgree(tx, town)).includes('administrator')) return []
  return [...new Set((await listKinds(tx, today)).flatMap(({ kind }) => kind ?? []))]
}

type Told = Pick<AgreementRow, 'id' | 'from' | 'to' | 'municipality' | 'proposedSide' | 'proposedBy' | 'proposedMember'>

/** Whoever speaks for the side that did not do this. */
async function tellOther(tx: Tx, topic: string, row: Told, viewer: Viewer, once: number): Promise<void> {
  const other = row.proposedSide === 'from' ? 'to' : 'from'
  const side = sideOf(row, viewer) === 'proposer' ? other : row.proposedSide
  const organizationId = row[side] ?? row.municipality
  if (!organizationId) return
  const roles = row[side] ? await rolesThatAgree(tx, organizationId) : (['administrator'] as const)
  for (const role of roles) await promise(tx, topic, row.id, { organizationId, role }, once)
}

async function around(tx: Tx, deps: Deps, viewer: Viewer, rows: readonly AgreementRow[]): Promise<Around> {
  const present = (ids: (string | null)[]) => new Set(ids.filter((id) => id !== null))
  const names = await readNames(tx, {
    organizations: present(rows.flatMap((row) => [row.from, row.to, row.proposedBy, row.municipality])),
    desks: present(rows.flatMap((row) => [row.fromDesk, row.toDesk])),
    members: [],
  })
  const ownKind = (await kindsOf(tx, [viewer.organizationId])).get(viewer.organizationId) ?? null
  return { names, today: dateIn(deps.now()), ownKind }
}
