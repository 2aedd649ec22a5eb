/** What travels over the wire about one-time links. */
import { z } from 'zod'
import { emailAddress, freeText } from '../text.ts'

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

/** POST /links/contacts: a function and its address, not a person ("Assistente"). */
export const contactNamed = z.strictObject({ deskId: z.uuid(), name: freeText({ max: 120 }), email: emailAddress })
export type ContactInput = z.infer<typeof contactNamed>
export const contactRemoved = z.strictObject({ deskId: z.uuid() })

export type DeskContact = {
  desk: { id: string; name: string }
  organization: { id: string; name: string }
  contact: { name: string; email: string } | null
}
/** GET /links/contacts, and what a change of it answers with: desks where nobody has an account, and how many others there are. */
export type ContactsView = { desks: DeskContact[]; withAccounts: number }
