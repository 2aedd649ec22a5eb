import type { Selectable } from 'kysely'
import type { ContactRow } from './contact-queries.ts'
import type { ContactsView, LinkView } from './schema.ts'
import type { LinkTable } from './table.ts'

type Row = Omit<Selectable<LinkTable>, 'code_hash'>

/** Where a link stands, for who made it. */
export const linkView = (row: Row, now: Date): LinkView => ({
  madeAt: row.made_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  state: stateOf(row, now),
})

function stateOf(row: Row, now: Date): LinkView['state'] {
  if (row.revoked_at) return 'revoked'
  if (row.opened_at) return 'opened'
  if (row.wrong_codes >= 5) return 'blocked'
  return row.expires_at <= now ? 'expired' : 'sent'
}

/** Desks where somebody has an account need no contact, and are only counted. */
export const contactsView = (rows: readonly ContactRow[]): ContactsView => ({
  desks: rows
    .filter(({ staffed }) => !staffed)
    .map(({ deskId, desk, organizationId, organization, name, email }) => ({
      desk: { id: deskId, name: desk },
      organization: { id: organizationId, name: organization },
      contact: name !== null && email !== null ? { name, email } : null,
    })),
  withAccounts: rows.filter(({ staffed }) => staffed).length,
})
