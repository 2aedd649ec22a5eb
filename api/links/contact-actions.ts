/** Who is mailed a one-time link: the contact of a desk where nobody has an account. */
import { type Reason, withContext } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import { clearContact, type ContactRow, listContacts, saveContact } from './contact-queries.ts'
import type { ContactInput } from './schema.ts'

type Asker = { viewer: Viewer; reason: Reason }

/** The desks this administrator arranges: of the own organisation; of every participant for the municipality's. */
export function readContacts(deps: Deps, { viewer, reason }: Asker): Promise<ContactRow[]> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const rows = await listContacts(tx)
    note(
      'desk',
      rows.map(({ deskId }) => deskId),
    )
    return rows
  })
}

/**
 * Names the contact of a desk, in place of the one before, who is out at once. From now on the desk can be chosen. Gives
 * the desks as they are then. Refuses
 * `desk.not_found` (not one this administrator arranges), `link.not_needed` (somebody there has an account) and
 * `input.invalid` (somebody signs in with that address, or it is a contact elsewhere).
 */
export function nameContact(deps: Deps, { viewer, reason }: Asker, input: ContactInput): Promise<ContactRow[]> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const done = await saveContact(tx, input)
    if (done === 'no_desk') throw new Refusal('desk.not_found')
    if (done === 'staffed') throw new Refusal('link.not_needed')
    if (done === 'taken') throw new Refusal('input.invalid', {}, [{ pointer: '/email', code: 'email.taken' }])
    note('desk', [input.deskId])
    return listContacts(tx)
  })
}

/**
 * The desk has no contact any more, and cannot be chosen; offers to it end at once. Gives the desks as they
 * are then. Refuses `desk.not_found`.
 */
export function removeContact(deps: Deps, { viewer, reason }: Asker, deskId: string): Promise<ContactRow[]> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    if (!(await clearContact(tx, deskId))) throw new Refusal('desk.not_found')
    note('desk', [deskId])
    return listContacts(tx)
  })
}
