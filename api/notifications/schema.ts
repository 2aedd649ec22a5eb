/** What travels over the wire about being told: the list behind the bell, and how one wants mail. */
import { z } from 'zod'

export const mailChoices = ['at_once', 'digest'] as const
export type MailChoice = (typeof mailChoices)[number]

const hour = z.int({ error: 'hour.invalid' }).min(0, { error: 'hour.invalid' }).max(23, { error: 'hour.invalid' })

/** How one wants to be told, and whether shortcuts of one key are on. Hours of the Dutch clock. */
export const settings = z.strictObject({
  mail: z.enum(mailChoices),
  digestHour: hour.min(6, { error: 'hour.invalid' }).max(20, { error: 'hour.invalid' }),
  /** No mail from this hour until the other; the same hour twice: none. */
  quietFrom: hour,
  quietUntil: hour,
  shortcuts: z.boolean(),
})
export type Settings = z.infer<typeof settings>

export const listQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(1_000).default(1) })
/** Which are read; without ids all of them. */
export const readInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100).optional() })
export type ListQuery = z.infer<typeof listQuery>
export type ReadInput = z.infer<typeof readInput>

export type NotificationView = {
  id: string
  at: string
  /** `signal.send`, `transfer.accept` and so on: what happened, as a code. */
  topic: string
  unread: boolean
  /** The matter it is about, while it is ours to see. */
  matter: { id: string; reference: string } | null
  /** A consult or an agreement. */
  objectId: string | null
}
/** GET /notifications: one page, the newest first. `unread` is the number on the bell and counts the same rows. */
export type NotificationsView = {
  unread: number
  total: number
  page: number
  pageSize: number
  notifications: NotificationView[]
}
/** GET /notifications/unread and POST /notifications/read */
export type UnreadView = { unread: number }
