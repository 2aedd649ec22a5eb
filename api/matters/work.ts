/** Who must act on what: the four lists of the work list, from the rows an organisation may see. */
import { dateIn } from '../calendar.ts'
import { toSignal } from '../signals/queries.ts'
import { toTransfer } from '../transfers/queries.ts'
import { dueNow } from '../transfers/view.ts'
import type { Viewer } from '../viewer.ts'
import type { Names } from './names.ts'
import type { RestingMatter, SignalRow, TransferRow, WorkRows } from './read-queries.ts'
import { type List, lists, type WorkItem, type WorkView } from './schema.ts'

/** An item with what its place in the lists depends on and nobody reads. */
type Placed = WorkItem & { mine: boolean; ours: boolean }

/** The list asked for, and how many stand in each. What is overdue comes first, then what is due soonest. */
export function workView(list: List, rows: WorkRows, viewer: Viewer, names: Names, now: Date): WorkView {
  const placed = [
    ...rows.signals.map((row) => signalItem(row, rows, viewer, names, now)),
    ...rows.transfers.map((row) => transferItem(row, rows, viewer, names, now)),
    ...rows.matters.map((row) => matterItem(row, rows, viewer, names, now)),
  ].filter(({ ours }) => ours)

  const belongs: Record<List, (item: Placed) => boolean> = {
    mine: (item) => item.waitingFor === 'us' && item.mine,
    team: (item) => item.waitingFor === 'us' && !item.mine,
    others: (item) => item.waitingFor === 'them',
    overdue: (item) => item.overdue,
  }
  const chosen = placed.filter(belongs[list]).sort((a, b) => urgencyOf(a).localeCompare(urgencyOf(b)))
  return {
    list,
    counts: Object.fromEntries(lists.map((name) => [name, placed.filter(belongs[name]).length])) as Record<
      List,
      number
    >,
    items: chosen.map(({ mine: _mine, ours: _ours, ...item }) => item),
  }
}

const urgencyOf = (item: WorkItem) => `${item.alarm || item.overdue ? 0 : 1} ${item.dueBy ?? '9'}`

function signalItem(row: SignalRow, rows: WorkRows, viewer: Viewer, names: Names, now: Date): Placed {
  const signal = toSignal(row)
  const senderActs = signal.status === 'draft' || signal.status === 'waiting'
  const weSent = signal.sender === viewer.organizationId
  const due = signal.dueBy
  return {
    ...common(row, rows, names),
    kind: 'signal',
    status: signal.status,
    urgency: signal.urgency,
    dueBy: due?.toISOString() ?? null,
    overdue: due !== null && due < now,
    waitingFor: senderActs === weSent || rows.alarmed.has(row.matter_id) ? 'us' : 'them',
    assignee: names.colleague(signal.assignee),
    mine: weSent ? row.sender_member === viewer.userId : signal.assignee === viewer.userId,
    ours: concerns(viewer, row, signal.assignee),
  }
}

function transferItem(row: TransferRow, rows: WorkRows, viewer: Viewer, names: Names, now: Date): Placed {
  const transfer = toTransfer(row)
  const weSent = transfer.sender === viewer.organizationId
  const ourSide = weSent ? 'sender' : 'receiver'
  const theirTurn =
    transfer.status === 'accepted' ? transfer.confirmedBy.includes(ourSide) : weSent !== (transfer.status === 'draft')
  const due = dueNow(transfer)
  return {
    ...common(row, rows, names),
    kind: 'transfer',
    status: transfer.status,
    urgency: transfer.urgency,
    dueBy: due?.toISOString() ?? null,
    overdue: due !== null && due < now,
    waitingFor: theirTurn && !rows.alarmed.has(row.matter_id) ? 'them' : 'us',
    assignee: names.colleague(transfer.caseworker),
    mine: weSent ? row.sender_member === viewer.userId : transfer.caseworker === viewer.userId,
    ours: concerns(viewer, row, transfer.caseworker),
  }
}

function matterItem(row: RestingMatter, rows: WorkRows, viewer: Viewer, names: Names, now: Date): Placed {
  const weAct = row.holder_org === viewer.organizationId && row.next_act_on !== null
  const unread = rows.unread.get(row.id) ?? 0
  const us = names.side(viewer.organizationId, null)
  return {
    kind: 'matter',
    id: row.id,
    matterId: row.id,
    reference: row.reference,
    alarm: rows.alarmed.has(row.id),
    status: row.closed_at ? 'closed' : weAct ? 'next_act' : 'with_others',
    nextAct: weAct ? row.next_act : null,
    theme: row.theme,
    place: row.place,
    urgency: null,
    from: us,
    to: names.side(row.holder_org, null),
    dueBy: weAct ? row.next_act_on : null,
    overdue: weAct && row.next_act_on !== null && row.next_act_on < dateIn(now),
    waitingFor: weAct || unread > 0 || rows.alarmed.has(row.id) ? 'us' : 'them',
    assignee: null,
    unread,
    mine: row.last_member === viewer.userId,
    ours: isAt(viewer, row.last_desk, row.last_member),
  }
}

function common(row: SignalRow | TransferRow, rows: WorkRows, names: Names) {
  const matter = rows.about.get(row.matter_id)
  return {
    id: row.id,
    matterId: row.matter_id,
    reference: matter?.reference ?? '',
    nextAct: null,
    theme: matter?.theme ?? '',
    place: matter?.place ?? null,
    from: names.side(row.sender_org, row.sender_desk),
    to: names.side(row.receiver_org, row.receiver_desk),
    alarm: rows.alarmed.has(row.matter_id),
    unread: rows.unread.get(row.matter_id) ?? 0,
  }
}

/** Work goes to a desk: another desk of the same organisation does not have it in its lists; the team lead sees all. */
function concerns(viewer: Viewer, row: SignalRow | TransferRow, worker: string | null): boolean {
  if (row.sender_member === viewer.userId) return true
  return isAt(viewer, row.sender_org === viewer.organizationId ? row.sender_desk : row.receiver_desk, worker)
}

const isAt = (viewer: Viewer, desk: string | null, worker: string | null): boolean =>
  viewer.roles.includes('team_lead') || worker === viewer.userId || desk === null || viewer.deskIds.includes(desk)
