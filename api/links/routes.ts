import { setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { clientAddress } from '../http/client-address.ts'
import { type Room, room } from '../http/room.ts'
import { SESSION_COOKIE } from '../http/viewer.ts'
import { makeLink, openLink, revokeLink } from './actions.ts'
import { nameContact, readContacts, removeContact } from './contact-actions.ts'
import { contactNamed, contactRemoved, openLink as openInput } from './schema.ts'
import { contactsView } from './view.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const send = { may: 'transfer.send', missing: 'transfer.not_found' } as const

  on('post', '/transfers/:id/link', { ...send, status: 201 }, (asked) => makeLink(deps, asked, asked.id))
  on('post', '/transfers/:id/revoke-link', { ...send, status: 204 }, (asked) => revokeLink(deps, asked, asked.id))

  const contacts = { may: 'link.contact' } as const
  on('get', '/links/contacts', contacts, async (asked) => contactsView(await readContacts(deps, asked)))
  on('post', '/links/contacts', { ...contacts, input: contactNamed }, async (asked) =>
    contactsView(await nameContact(deps, asked, asked.input)),
  )
  on('post', '/links/contacts/remove', { ...contacts, input: contactRemoved }, async (asked) =>
    contactsView(await removeContact(deps, asked, asked.input.deskId)),
  )

  // The link in the mail only shows a page; what opens is this.
  on('post', '/links/open', { may: 'anyone', input: openInput, status: 201 }, async ({ input, reason, c }) => {
    const from = { address: clientAddress(c, deps.trustedProxies), requestId: reason.requestId }
    const { session, matterId } = await openLink(deps, input, from)
    setCookie(c, SESSION_COOKIE, session, { secure: true, httpOnly: true, sameSite: 'Lax', path: '/' })
    return { matterId }
  })

  return rest
}
