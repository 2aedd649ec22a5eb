/** The bell: what one is told, how many of it are unread, and how one wants mail. */
import { type Reason, withContext, withoutLog } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import type { Viewer } from '../viewer.ts'
import { countNotifications, countUnread, listNotifications, markRead, readSettings, saveSettings } from './queries.ts'
import type { ListQuery, NotificationsView, ReadInput, Settings, UnreadView } from './schema.ts'
import { unlessChosen } from './table.ts'

type Asker = { viewer: Viewer; reason: Reason }

const PAGE_SIZE = 30

/** One page, the newest first. Which matter it is about is shown, and logged, while it is ours to see. */
export function listOwn(deps: Deps, { viewer, reason }: Asker, { page }: ListQuery): Promise<NotificationsView> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const rows = await listNotifications(tx, page, PAGE_SIZE)
    note('matter', [...new Set(rows.flatMap(({ matter_id }) => (matter_id ? [matter_id] : [])))])
    return {
      ...(await countNotifications(tx)),
      page,
      pageSize: PAGE_SIZE,
      notifications: rows.map(({ id, at, topic, object_id, unread, matter_id, reference }) => ({
        id,
        at: at.toISOString(),
        topic,
        unread,
        matter: matter_id && reference ? { id: matter_id, reference } : null,
        objectId: /^(consult|guidance|agreement|meeting)\./.test(topic) ? object_id : null,
      })),
    }
  })
}

/** The number on the bell. */
export const unreadOwn = (deps: Deps, { viewer, reason }: Asker): Promise<UnreadView> =>
  withoutLog(deps, viewer, reason, async (tx) => ({ unread: await countUnread(tx) }))

/** These have been read, or all of them; gives how many are left. */
export const readOwn = (deps: Deps, { viewer, reason }: Asker, { ids }: ReadInput): Promise<UnreadView> =>
  withoutLog(deps, viewer, reason, async (tx) => {
    await markRead(tx, ids, deps.now())
    return { unread: await countUnread(tx) }
  })

/** How one wants to be told; who chose nothing is told at once. */
export const ownSettings = (deps: Deps, { viewer, reason }: Asker): Promise<Settings> =>
  withoutLog(deps, viewer, reason, async (tx) => (await readSettings(tx)) ?? { ...unlessChosen, shortcuts: true })

export const chooseSettings = (deps: Deps, { viewer, reason }: Asker, chosen: Settings): Promise<Settings> =>
  withoutLog(deps, viewer, reason, async (tx) => {
    await saveSettings(tx, chosen)
    return chosen
  })
