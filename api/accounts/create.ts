/** Making an account from outside the application: what `npm run account` does once it knows what is asked. */
import { sql } from 'kysely'
import { CannotStart } from '../installation/cannot-start.ts'
import { type Database, type Tx, connect } from '../db.ts'
import type { Role } from '../viewer.ts'
import { hashPassword, MIN_LENGTH, type PasswordFault, passwordFault } from './password.ts'
import { findOrganization, insertMember } from './queries.ts'

/** Work as the owner of the tables, on the migrator's address. */
export async function asOwner<Result>(url: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const db = connect<Database>(url, 1)
  try {
    return await db.transaction().execute(async (tx) => {
      await sql`set local role voordeur_own`.execute(tx)
      return work(tx)
    })
  } finally {
    await db.destroy()
  }
}

const sentences: Record<PasswordFault, string> = {
  'password.too_short': `The password is too short: ${MIN_LENGTH} characters at least.`,
  'password.too_long': 'The password is too long.',
  'password.too_common': 'This is a password that is tried first. Choose another, for instance four unrelated words.',
  'password.holds_name': 'The password is mostly the name or address of the account. Choose another.',
}

/**
 * Makes an account in an organisation of the directory (its id or exact name). Refused with one sentence: an
 * organisation that is not there or not the only one of that name, an address that is taken, a password that is too
 * easy.
 */
export async function createAccount(
  tx: Tx,
  asked: { email: string; name: string; organization: string; roles: readonly Role[]; password: string },
): Promise<{ organization: string }> {
  const fault = passwordFault(asked.password, asked)
  if (fault) throw new CannotStart(sentences[fault])
  const [organization, another] = await findOrganization(tx, asked.organization)
  if (!organization) {
    throw new CannotStart(
      'There is no organisation of that name or id in the directory. Import it first: npm run import.',
    )
  }
  if (another) throw new CannotStart('More than one organisation has that name. Give its id instead.')
  const made = await insertMember(tx, {
    name: asked.name,
    email: asked.email,
    passwordHash: await hashPassword(asked.password),
    organizationId: organization.id,
    roles: asked.roles,
    deskIds: [],
  })
  if (!made) throw new CannotStart('There is an account with that address already.')
  return { organization: organization.name }
}
