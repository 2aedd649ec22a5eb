/** What travels over the wire about the work list: what is asked for, and the lines of a page. */
import { z } from 'zod'
import type { SignalView } from '../signals/schema.ts'
import { statuses as signalStatuses } from '../signals/signal.ts'
import { statuses as transferStatuses } from '../transfers/codes.ts'
import type { TransferView } from '../transfers/schema.ts'
import type { NextAct } from './matter.ts'
import { type ColleagueRef, day, type SideRef } from './schema.ts'

export const lists = ['mine', 'team', 'others', 'overdue'] as const
export type List = (typeof lists)[number]
/** The states that a line of the work list can be in. */
export const workStatuses = [...new Set([...signalStatuses, ...transferStatuses, 'next_act', 'with_others'] as const)]

/** The four lists, and what has ended and is still ours to see. */
export const views = [...lists, 'finished'] as const
export type View = (typeof views)[number]

const filters = {
  list: z.enum(views).default('mine'),
  status: z.enum(workStatuses).optional(),
  /** A desk of one's own. */
  desk: z.uuid().optional(),
  /** A colleague whose work it is. */
  worker: z.uuid().optional(),
  /** The organisation at the other side. */
  organization: z.uuid().optional(),
  /** Days since which it stands as it stands, both included. */
  from: day.optional(),
  until: day.optional(),
}
/** GET /work: nothing of a person is in it, so that a view can be kept as an address. */
export const workQuery = z.strictObject({ ...filters, page: z.coerce.number().int().min(1).max(10_000).default(1) })
/** GET /work/export: what stands on screen, whole. */
export const exportQuery = z.strictObject(filters)
/** POST /work/find: a reference number, or the beginning of one. In a body, for addresses are kept by servers. */
export const findWork = z.strictObject({
  reference: z
    .string()
    .transform((text) =>
      text
        .trim()
        .toUpperCase()
        .replace(/[\s-]+/g, ''),
    )
    .refine((text) => /^[0-9A-Z]{3,8}$/.test(text), { error: 'reference.malformed' })
    .transform((text) => (text.length > 4 ? `${text.slice(0, 4)}-${text.slice(4)}` : text)),
})

export type WorkItem = {
  kind: 'signal' | 'transfer' | 'matter'
  /** Of the signal, transfer or matter. */
  id: string
  matterId: string
  reference: string
  /** The state of the signal or transfer; of a matter: a next act is due, or others are at work on it. */
  status: SignalView['status'] | TransferView['status'] | 'next_act' | 'with_others'
  nextAct: NextAct | null
  theme: string
  place: string | null
  urgency: 'normal' | 'urgent' | 'acute' | null
  from: SideRef
  to: SideRef
  /** Since when it stands as it stands. */
  since: string
  /** ISO time; of a next act the day it is due. */
  dueBy: string | null
  overdue: boolean
  /** `first`: an alarm of a resident, acute, late or due today. `soon`: due tomorrow. */
  group: 'first' | 'soon' | 'later'
  waitingFor: 'us' | 'them'
  assignee: ColleagueRef | null
  /** The colleague who is away and for whom the viewer stands in. */
  standsInFor: ColleagueRef | null
  /** A resident said something that waits for our answer. */
  alarm: boolean
  /** Lines of feedback nobody here has opened yet. */
  unread: number
  /** Colleagues who have it open at this moment. */
  looking: string[]
  /** The version on screen, for commands from the list. */
  version: number
  commands: (SignalView['commands'][number] | TransferView['commands'][number])[]
}

/** GET /work: one page of a list, how many stand in it, and how many in each list under the same filter. */
export type WorkView = {
  list: View | 'found'
  page: number
  pageSize: number
  total: number
  counts: Record<List, number>
  items: WorkItem[]
}
/** GET /work/export: `total` is how many stand in the list; of a very long one the first come along, and it shows. */
export type WorkExport = { total: number; items: WorkItem[] }
export type WorkQuery = z.infer<typeof workQuery>
export type ExportQuery = z.infer<typeof exportQuery>
export type FindWork = z.infer<typeof findWork>
