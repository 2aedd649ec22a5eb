/** Agreements for a test: their words, and a clean table. */
import { sql } from 'kysely'
import type { FreshDatabase } from '../setup/database.ts'

/** What is proposed, between sides that the test names. */
export const agreementDraft = (from: object, to: object, given: object = {}) => ({
  from,
  to,
  purpose: 'Schulden op een rij',
  criteria: 'Inwoners van 18 jaar en ouder',
  needed: 'Een overzicht van de brieven',
  contactRoute: 'Bellen met de aanmelding',
  answerDays: 2,
  contactDays: 4,
  startDays: 7,
  validFrom: '2026-11-23',
  ...given,
})

/** No agreement was ever made, and no organisation is of a kind: what the house itself never forgets. */
export function forgetAgreements({ db }: Pick<FreshDatabase, 'db'>): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update care.transfer set agreement_id = null, contact_days = null, start_days = null`.execute(tx)
    await sql`delete from care.agreement`.execute(tx)
    await sql`update directory.participant set kind = null`.execute(tx)
  })
}
