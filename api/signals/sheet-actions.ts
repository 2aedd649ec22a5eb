/** A sheet is what somebody types before it is a signal: kept at every pause, for its writer alone (decision 0017). */
import { withContext } from '../audit/context.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readMatter } from '../matters/queries.ts'
import { type NameRows, readNames } from '../matters/read-queries.ts'
import { mustBePlanned } from '../meetings/queries.ts'
import { alike } from './alike.ts'
import { writeDraft } from './drafts.ts'
import { type Asker, moveWithin } from './move.ts'
import type { SignalMoved } from './schema.ts'
import { sending } from './sending.ts'
import {
  deleteSheet,
  insertSheet,
  listSheets,
  lockSheet,
  type NamedMatter,
  namesInSheets,
  namesOfOpenMatters,
  readSheet,
  recordLine,
  updateSheet,
} from './sheet-queries.ts'
import type { KeptSheet, NameAsked, NewSheet, SentSheet, SheetKept, SheetsView, SheetView } from './sheet-schema.ts'
import { toKept, toSheet } from './sheet-view.ts'

/** Everything the viewer is still writing; of a meeting of their school also what a colleague wrote. */
export function listOwnSheets(deps: Deps, { viewer, reason }: Asker): Promise<SheetsView> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const rows = await listSheets(tx)
    note(
      'sheet',
      rows.map(({ id }) => id),
    )
    return { sheets: rows.map(toSheet) }
  })
}

/** One sheet. Refuses `sheet.not_found`, also for somebody else's. */
export function openSheet(deps: Deps, { viewer, reason }: Asker, id: string): Promise<SheetView> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const row = await readSheet(tx, id)
    note('sheet', [row.id])
    return toSheet(row)
  })
}

/** Begins a sheet with what is typed so far. Refuses a meeting or matter that is not there for the viewer. */
export function startSheet(deps: Deps, { viewer, reason }: Asker, input: NewSheet): Promise<SheetKept> {
  const { typed, meetingId = null, matterId = null } = input
  return withContext(deps, viewer, reason, async (tx, note) => {
    if (meetingId) await mustBePlanned(tx, meetingId, viewer.organizationId)
    if (matterId) await readMatter(tx, matterId)
    const row = await insertSheet(tx, { typed, meetingId, matterId })
    note('sheet', [row.id])
    return toKept(row)
  })
}

/** Keeps what is typed now. Refuses `sheet.not_found`, `changed_meanwhile`. */
export function keepSheet(deps: Deps, { viewer, reason }: Asker, id: string, input: KeptSheet): Promise<SheetKept> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const before = await lockSheet(tx, id)
    note('sheet', [id])
    if (input.version !== undefined && input.version !== before.version) throw new Refusal('changed_meanwhile')
    return toKept(await updateSheet(tx, id, input.typed))
  })
}

/** Throws a sheet away. */
export function discardSheet(deps: Deps, { viewer, reason }: Asker, id: string): Promise<void> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    await deleteSheet(tx, id)
    note('sheet', [id])
  })
}

/**
 * The sheet becomes a signal and goes out, in one transaction: it is a sheet or it is sent, never both. Refuses what
 * `draftSignal` and `sendSignal` do, `changed_meanwhile`, and `signal.alike` while something runs already about
 * somebody of this name and the sender did not say to have seen it.
 */
export function sendSheet(deps: Deps, asker: Asker, id: string, input: SentSheet): Promise<SignalMoved> {
  const { viewer, reason } = asker
  return withContext(deps, viewer, reason, async (tx, note) => {
    const sheet = await lockSheet(tx, id)
    note('signal', [id])
    if (input.version !== undefined && input.version !== sheet.version) throw new Refusal('changed_meanwhile')
    const name = input.signal.matter?.person?.name ?? ''
    if (!input.alikeSeen && name !== '') {
      const [first] = await alikeTo(tx, viewer.organizationId, name)
      if (first) throw new Refusal('signal.alike', { reference: first.reference })
    }
    const draft = await writeDraft(tx, deps, asker, input.signal)
    const moved = await moveWithin(tx, note, deps, asker, draft.id, {}, 'send', (inside, signal) =>
      sending(inside, deps, signal),
    )
    if (sheet.meeting_id && input.signal.matter) {
      await recordLine(tx, {
        meetingId: sheet.meeting_id,
        theme: input.signal.matter.theme,
        urgency: input.signal.urgency,
        collective: input.signal.matter.subject === 'group',
        receiverDesk: input.signal.receiverDesk,
      })
    }
    await deleteSheet(tx, id)
    return moved
  })
}

/** What runs already about somebody of this name: in rows of the viewer's own organisation only, and no others. */
export function whoIsAlike(deps: Deps, { viewer, reason }: Asker, { name, sheetId }: NameAsked): Promise<Found> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const matters = await alikeTo(tx, viewer.organizationId, name)
    note(
      'matter',
      matters.map(({ id }) => id),
    )
    const sheets = (await namesInSheets(tx)).filter((sheet) => sheet.id !== sheetId && alike(sheet.name, name))
    return { matters, sheets: sheets.length, names: await namesOf(tx, matters) }
  })
}
export type Found = { matters: NamedMatter[]; sheets: number; names: NameRows }

const alikeTo = async (tx: Tx, organizationId: string, name: string): Promise<NamedMatter[]> =>
  (await namesOfOpenMatters(tx, organizationId)).filter((matter) => alike(matter.name, name))

const namesOf = (tx: Tx, matters: readonly NamedMatter[]): Promise<NameRows> => {
  const present = (ids: (string | null)[]) => new Set(ids.filter((id) => id !== null))
  return readNames(tx, {
    organizations: present(matters.map(({ receiver_org }) => receiver_org)),
    desks: present(matters.map(({ receiver_desk }) => receiver_desk)),
    members: [],
  })
}
