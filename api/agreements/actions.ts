/** What can happen to an agreement, as people say it. Each is one transaction with its log row. */
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { mustBeAhead } from '../matters/matter.ts'
import { type NameRows, readNames } from '../matters/read-queries.ts'
import { promise } from '../outbox/queries.ts'
import type { Viewer } from '../viewer.ts'
import { type Command, decide } from './agreement.ts'
import { type FigureRow, readFigures } from './figure-queries.ts'
import { lastQuarter, type Quarter } from './figures.ts'
import {
  type AgreementRow,
  insertProposal,
  listAgreements,
  listPartners,
  lockAgreement,
  type PartnerRow,
  readAgreement,
  rolesThatAgree,
  saveAgreement,
} from './queries.ts'
import type { AgreementEnded, AgreementMoved, AgreementProposed } from './schema.ts'
import { sideOf } from './sides.ts'
import { toMoved } from './view.ts'

type Asker = { viewer: Viewer; reason: Reason }

/** Every agreement of the viewer's organisation, with the names in them. */
export function listOwnAgreements(
  deps: Deps,
  { viewer, reason }: Asker,
): Promise<{ rows: AgreementRow[]; names: NameRows; today: string }> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const rows = await listAgreements(tx, viewer.organizationId)
    note(
      'agreement',
      rows.map(({ id }) => id),
    )
    return { rows, names: await namesIn(tx, rows), today: dateIn(deps.now()) }
  })
}

/** One agreement with the other editions of its pair. Refuses `agreement.not_found` to whoever is no party. */
export function openAgreement(
  deps: Deps,
  { viewer, reason }: Asker,
  id: string,
): Promise<{ row: AgreementRow; pair: AgreementRow[]; names: NameRows; today: string }> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const { row, pair } = await readAgreement(tx, id)
    note('agreement', [id])
    return { row, pair, names: await namesIn(tx, [row]), today: dateIn(deps.now()) }
  })
}

/** How it went in the last quarter that is over, per pair in which the viewer's organisation stands; nothing small. */
export function figuresPerPair(
  deps: Deps,
  { viewer, reason }: Asker,
): Promise<{ quarter: Quarter; rows: FigureRow[]; agreements: AgreementRow[]; names: NameRows; today: string }> {
  return withContext(deps, viewer, reason, async (tx) => {
    const today = dateIn(deps.now())
    const quarter = lastQuarter(today)
    const rows = await readFigures(tx, quarter)
    const agreements = await listAgreements(tx, viewer.organizationId)
    const organizations = new Set(rows.flatMap(({ from, to }) => [from, to]))
    return { quarter, rows, agreements, names: await readNames(tx, { organizations, desks: [], members: [] }), today }
  })
}

/** Those one can agree something with: a covenant, and somebody who can agree. */
export function listWhomToAgreeWith(deps: Deps, { viewer, reason }: Asker): Promise<PartnerRow[]> {
  return withContext(deps, viewer, reason, (tx) => listPartners(tx, dateIn(deps.now())))
}

/**
 * Proposes an agreement, or the next edition of one. Refuses `agreement.no_partner` (not between one's own organisation
 * and one that can agree), `desk.not_found` (of neither), a first day that has passed, `agreement.already_proposed`.
 */
export function proposeAgreement(
  deps: Deps,
  { viewer, reason }: Asker,
  input: AgreementProposed,
): Promise<AgreementMoved> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const today = dateIn(deps.now())
    mustBeAhead(input.validFrom, today, '/validFrom')
    const partner = await partnerIn(tx, input, viewer, today)
    const made = await insertProposal(tx, input)
    if (!made) throw new Refusal('agreement.already_proposed')
    note('agreement', [made.id])
    await tellWhoAgrees(tx, 'agreement.propose', made.id, partner, made.version)
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
    const partner = before.from === viewer.organizationId ? before.to : before.from
    await tellWhoAgrees(tx, `agreement.${command.type}`, id, partner, before.version + 1)
    return toMoved({ ...before, status, version: before.version + 1 }, viewer)
  })
}

/** The other organisation, when one of the two is the viewer's and the desks are theirs. */
async function partnerIn(tx: Tx, { from, to }: AgreementProposed, viewer: Viewer, today: string): Promise<string> {
  const known = await listPartners(tx, today)
  const both = [from, to].map((side) => known.find(({ id }) => id === side.organizationId))
  const isBetween = from.organizationId !== to.organizationId && both.some((each) => each?.id === viewer.organizationId)
  if (!isBetween || both.includes(undefined)) throw new Refusal('agreement.no_partner')
  for (const [side, organization] of [
    [from, both[0]],
    [to, both[1]],
  ] as const) {
    if (side.deskId && !organization?.desks.some(({ id }) => id === side.deskId)) throw new Refusal('desk.not_found')
  }
  return from.organizationId === viewer.organizationId ? to.organizationId : from.organizationId
}

async function tellWhoAgrees(tx: Tx, topic: string, id: string, organizationId: string, once: number): Promise<void> {
  for (const role of await rolesThatAgree(tx, organizationId)) {
    await promise(tx, topic, id, { organizationId, role }, once)
  }
}

const namesIn = (tx: Tx, rows: readonly AgreementRow[]): Promise<NameRows> => {
  const present = (ids: (string | null)[]) => new Set(ids.filter((id) => id !== null))
  return readNames(tx, {
    organizations: present(rows.flatMap((row) => [row.from, row.to])),
    desks: present(rows.flatMap((row) => [row.fromDesk, row.toDesk])),
    members: [],
  })
}
