/** What each party reads of a signal. */
import { dateIn } from '../calendar.ts'
import { erasedOn } from '../matters/draft-life.ts'
import { type Names, namesFor } from '../matters/names.ts'
import type { SignalRow } from '../matters/read-queries.ts'
import type { Basis, MessageView } from '../matters/schema.ts'
import type { Viewer } from '../viewer.ts'
import { type SentRow, toSignal } from './queries.ts'
import type { Sent } from './sent-actions.ts'
import type { ScreeningView, SentItem, SentView, SignalMoved, SignalView } from './schema.ts'
import { commandsFor } from './sides.ts'
import type { ScreeningRow } from './table.ts'
import type { Signal } from './signal.ts'

/** What a command answers with: where the signal stands now, and what is open to this viewer. */
export const toMoved = (signal: Signal, viewer: Viewer): SignalMoved => ({
  id: signal.id,
  matterId: signal.matterId,
  status: signal.status,
  version: signal.version,
  commands: commandsFor(signal, viewer),
})

/** A signal as the side of this viewer reads it. What stands beside it is as row-level security showed it. */
export function toView(
  row: SignalRow,
  viewer: Viewer,
  names: Names,
  beside: { messages: MessageView[]; basis: Basis | null; screenings: ScreeningView[] },
  now: Date,
): SignalView {
  const signal = toSignal(row)
  return {
    ...toMoved(signal, viewer),
    from: names.side(signal.sender, signal.senderDesk),
    to: names.side(signal.receiver, signal.receiverDesk),
    weAre: signal.sender === viewer.organizationId ? 'sender' : 'receiver',
    setting: row.setting as SignalView['setting'],
    lifeDomains: row.life_domains as SignalView['lifeDomains'],
    complexity: row.complexity as SignalView['complexity'],
    urgency: signal.urgency,
    noticed: row.noticed,
    tried: row.tried,
    createdAt: row.created_at.toISOString(),
    erasedOn: row.status === 'draft' ? erasedOn(dateIn(row.since)) : null,
    dueBy: signal.dueBy?.toISOString() ?? null,
    overdue: signal.dueBy !== null && signal.dueBy < now,
    assignee: names.colleague(signal.assignee),
    reason: signal.reason,
    reasonText: signal.reasonText,
    betterAddress: signal.betterAddress,
    withdrawalAsked: signal.withdrawalAsked,
    outcome: signal.outcome,
    feedback: signal.feedback,
    senderDueOn: signal.senderDueOn,
    ...beside,
  }
}

export const screeningView = ({ signalId: _signal, at, ...found }: ScreeningRow): ScreeningView => ({
  ...found,
  at: at.toISOString(),
})

/** What was sent and what became of it. */
export function sentView({ rows, names }: Sent, viewer: Viewer, now: Date): SentView {
  const called = namesFor(viewer, names)
  return { items: rows.map((row) => sentItem(row, called, now)) }
}

const sentItem = (row: SentRow, names: Names, now: Date): SentItem => ({
  id: row.id,
  matterId: row.matter_id,
  reference: row.reference,
  name: row.name,
  subject: row.subject,
  theme: row.theme,
  place: row.place,
  urgency: row.urgency,
  status: row.status,
  to: names.side(row.receiver_org, row.receiver_desk),
  sentAt: row.created_at.toISOString(),
  dueBy: row.due_by?.toISOString() ?? null,
  overdue: row.due_by !== null && row.due_by < now,
  question: row.status === 'waiting' ? row.question : null,
  outcome: row.outcome,
  reason: row.reason,
  feedback: row.feedback,
  unread: row.unread,
  closed: row.closed_at !== null,
})
