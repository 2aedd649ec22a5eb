/** What can happen to a consult, as people say it. Each is one transaction with its log row. */
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type NameRows, readNames } from '../matters/read-queries.ts'
import { promise, type Recipient } from '../outbox/queries.ts'
import { unknownIn } from '../signposts/queries.ts'
import type { Viewer } from '../viewer.ts'
import { type Command, type Consult, decide } from './consult.ts'
import {
  type AddresseeRow,
  type ConsultRow,
  insertConsult,
  listAddressees,
  listClosedConsults,
  listOpenConsults,
  lockConsult,
  readConsult,
  saveConsult,
  toConsult,
} from './queries.ts'
import type { ConsultAnswer, ConsultAsked, ConsultClose, ConsultMoved } from './schema.ts'
import { commandsFor, sideOf } from './sides.ts'
import { type Named, toMoved } from './view.ts'

type Asker = { viewer: Viewer; reason: Reason }
/** Whom this viewer may ask. */
export function listWhomToAsk(deps: Deps, { viewer, reason }: Asker): Promise<AddresseeRow[]> {
  return withContext(deps, viewer, reason, (tx) => listAddressees(tx, viewer.organizationId, dateIn(deps.now())))
}

/** The consults of the viewer's organisation: asked by it and sent to it. */
export function listOwnConsults(deps: Deps, { viewer, reason }: Asker): Promise<Named<ConsultRow[]>> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const { organizationId } = viewer
    const rows = [...(await listOpenConsults(tx, organizationId)), ...(await listClosedConsults(tx, organizationId))]
    note(
      'consult',
      rows.map(({ id }) => id),
    )
    return { rows, names: await namesIn(tx, rows) }
  })
}

/** How many consults wait for this viewer: as many as the list of theirs holds. */
export function countWaitingConsults(deps: Deps, { viewer, reason }: Asker): Promise<number> {
  return withContext(deps, viewer, reason, async (tx) => {
    const open = await listOpenConsults(tx, viewer.organizationId)
    return open.filter((row) => commandsFor(toConsult(row), viewer).length > 0).length
  })
}

/** One consult. Refuses `consult.not_found` to whoever is no party. */
export function openConsult(deps: Deps, { viewer, reason }: Asker, id: string): Promise<Named<ConsultRow>> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const row = await readConsult(tx, id)
    note('consult', [row.id])
    return { rows: row, names: await namesIn(tx, [row]) }
  })
}

/**
 * Asks consultants to think along. The text was refused at the door if it held personal data. Refuses `input.invalid`
 * for a theme or place that the directory does not have, and
 * `consult.nobody_to_ask` where no consultant works, or in one's own organisation.
 */
export function askConsultant(deps: Deps, { viewer, reason }: Asker, asked: ConsultAsked): Promise<ConsultMoved> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const whom = await listAddressees(tx, viewer.organizationId, dateIn(deps.now()))
    const { organizationId, deskId, theme, place } = asked
    const unknown = await unknownIn(tx, { theme, place, serviceId: null, deskId: null })
    if (unknown.length > 0) {
      const faults = unknown.map((part) => ({ pointer: `/${part}`, code: 'field.invalid_value' }))
      throw new Refusal('input.invalid', {}, faults)
    }
    if (!whom.some((each) => each.organization_id === organizationId && each.desk_id === deskId)) {
      throw new Refusal('consult.nobody_to_ask')
    }
    const consult = await insertConsult(tx, asked)
    note('consult', [consult.id])
    await promise(tx, 'consult.ask', consult.id, consultantsOf(consult), consult.version)
    return toMoved(consult, viewer)
  })
}

/** A consultant answers; the one who asked is told that there is an answer, without its content. */
export function answerConsult(deps: Deps, asker: Asker, id: string, input: ConsultAnswer): Promise<ConsultMoved> {
  return move(
    deps,
    asker,
    id,
    input.version,
    { type: 'answer', answer: input.answer },
    ({ asker: org, askerMember }) => ({
      organizationId: org,
      memberId: askerMember,
    }),
  )
}

/** The asker says what they will do with it; the consultant who answered is told. */
export function closeConsult(deps: Deps, asker: Asker, id: string, input: ConsultClose): Promise<ConsultMoved> {
  const command: Command = { type: 'close', decision: input.decision, note: input.note }
  return move(deps, asker, id, input.version, command, (consult) =>
    consult.answeredBy ? { organizationId: consult.answerer, memberId: consult.answeredBy } : consultantsOf(consult),
  )
}

/** Lock, decide, save, promise. Refuses `consult.not_found`, `consult.not_yours`, `changed_meanwhile`, `consult.not_possible_now`. */
function move(
  deps: Deps,
  { viewer, reason }: Asker,
  id: string,
  version: number | undefined,
  command: Command,
  tells: (consult: Consult) => Recipient,
): Promise<ConsultMoved> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const before = await lockConsult(tx, id)
    note('consult', [before.id])
    const side = sideOf(before, viewer)
    if (!side) throw new Refusal('consult.not_yours')
    if (version !== undefined && version !== before.version) throw new Refusal('changed_meanwhile')
    const after = decide(before, command, side)
    await saveConsult(tx, after)
    await promise(tx, `consult.${command.type}`, id, tells(before), before.version + 1)
    return toMoved({ ...after, version: before.version + 1 }, viewer)
  })
}

const consultantsOf = ({ answerer, answererDesk }: Consult): Recipient =>
  answererDesk ? { organizationId: answerer, deskId: answererDesk } : { organizationId: answerer, role: 'consultant' }

const namesIn = (tx: Tx, rows: readonly ConsultRow[]): Promise<NameRows> => {
  const present = (ids: (string | null)[]) => new Set(ids.filter((id) => id !== null))
  return readNames(tx, {
    organizations: present(rows.flatMap((row) => [row.asker_org, row.answerer_org])),
    desks: present(rows.map((row) => row.answerer_desk)),
    members: present(rows.flatMap((row) => [row.asker_member, row.answered_by])),
  })
}
