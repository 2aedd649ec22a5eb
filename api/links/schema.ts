/** What travels over the wire about one-time links. */
import { z } from 'zod'

export const openLink = z.strictObject({ token: z.string().max(100), code: z.string().max(20) })
export type OpenLinkInput = z.infer<typeof openLink>

/** POST /transfers/:id/link: the code is shown once, to be said over the phone. The link itself goes by mail. */
export type LinkMade = { code: string; expiresAt: string }
/** POST /links/open */
export type LinkOpened = { matterId: string }

/** As the sender sees it. */
export type LinkView = {
  madeAt: string
  expiresAt: string
  state: 'sent' | 'opened' | 'expired' | 'revoked' | 'blocked'
}
