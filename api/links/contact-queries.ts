/** Every statement about whom links are mailed to. Which desks somebody arranges is the database's to say. */
import { sql } from 'kysely'
import type { Tx } from '../db.ts'

export type ContactRow = {
  deskId: string
  desk: string
  organizationId: string
  organization: string
  staffed: boolean
  name: string | null
  email: string | null
}

/** The desks this administrator arranges, by organisation and name. */
export async function listContacts(tx: Tx): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select desk_id as "deskId", desk, organization_id as "organizationId", organization, staffed, name, email
    from sec.link_contacts() order by organization, desk, desk_id
  `.execute(tx)
  return rows
}

export async function saveContact(
  tx: Tx,
  contact: { deskId: string; name: string; email: string },
): Promise<'ok' | 'no_desk' | 'staffed' | 'taken'> {
  const { rows } = await sql<{ done: 'ok' | 'no_desk' | 'staffed' | 'taken' }>`
    select sec.name_contact(${contact.deskId}, ${contact.name}, ${contact.email}) as done
  `.execute(tx)
  return rows[0]?.done ?? 'no_desk'
}

/** False for a desk that is not this administrator's to arrange. */
export async function clearContact(tx: Tx, deskId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select sec.remove_contact(${deskId}) as done`.execute(tx)
  return rows[0]?.done === true
}
