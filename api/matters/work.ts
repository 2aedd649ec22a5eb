/** One line of the work list as its viewer reads it: names for ids, and which commands are open from the list. */
import { toSignal } from '../signals/queries.ts'
import { commandsFor as signalCommands } from '../signals/sides.ts'
import { toTransfer } from '../transfers/queries.ts'
import { commandsFor as transferCommands } from '../transfers/sides.ts'
import type { Viewer } from '../viewer.ts'
import type { Names } from './names.ts'
import type { SignalRow, TransferRow } from './read-queries.ts'
import type { WorkItem, WorkView } from './work-schema.ts'
import { PAGE_SIZE, type WorkList, type WorkPage, type WorkRow } from './work-queries.ts'

/** What stands beside the lines of a page. */
export type Shown = WorkPage & {
  names: Names
  signals: Map<string, SignalRow>
  transfers: Map<string, TransferRow>
  looking: Map<string, string[]>
}

export function workView(list: WorkList, page: number, shown: Shown, viewer: Viewer, now: Date): WorkView {
  const { counts, total } = shown
  return { list, page, pageSize: PAGE_SIZE, total, counts, items: workItems(shown, viewer, now) }
}

export const workItems = (shown: Shown, viewer: Viewer, now: Date): WorkItem[] =>
  shown.rows.map((row) => itemOf(row, shown, viewer, now))

const groups = ['first', 'soon', 'later'] as const

function itemOf(row: WorkRow, shown: Shown, viewer: Viewer, now: Date): WorkItem {
  const { names } = shown
  return {
    kind: row.kind,
    id: row.id,
    matterId: row.matter_id,
    reference: row.reference,
    status: row.status as WorkItem['status'],
    nextAct: row.next_act,
    theme: row.theme,
    place: row.place,
    urgency: row.urgency,
    from: names.side(row.from_org, row.from_desk),
    to: names.side(row.to_org, row.to_desk),
    since: new Date(row.since).toISOString(),
    dueBy: row.due_on ?? (row.due_at && new Date(row.due_at).toISOString()),
    overdue: row.overdue,
    group: groups[row.bucket],
    waitingFor: row.acts ? 'us' : 'them',
    assignee: names.colleague(row.worker),
    standsInFor: names.colleague(row.stands_in_for),
    alarm: row.alarm,
    unread: row.unread,
    looking: shown.looking.get(row.matter_id) ?? [],
    version: row.version,
    commands: commandsOf(row, shown, viewer, now),
  }
}

function commandsOf(row: WorkRow, shown: Shown, viewer: Viewer, now: Date): WorkItem['commands'] {
  const signal = shown.signals.get(row.id)
  if (signal) return signalCommands(toSignal(signal), viewer)
  const transfer = shown.transfers.get(row.id)
  return transfer ? transferCommands(toTransfer(transfer), viewer, now) : []
}
