/** The migrations in order. A name is what the database remembers: once landed it is never changed. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import * as ground from './0001-ground.ts'
import * as directory from './0002-directory.ts'
import * as care from './0003-care.ts'
import * as law from './0004-law.ts'
import * as accounts from './0005-accounts.ts'
import * as residents from './0006-residents.ts'
import * as agreements from './0007-agreements.ts'
import * as consults from './0008-consults.ts'
import * as signposts from './0009-signposts.ts'
import * as searchWords from './0011-search-words.ts'
import * as plainWords from './0013-plain-words.ts'
import * as reportsAndAddresses from './0015-reports-and-addresses.ts'
import * as schools from './0016-schools.ts'
import * as guidance from './0017-guidance.ts'
import * as deskWork from './0018-desk-work.ts'
import * as residentsSay from './0020-residents-say.ts'
import * as links from './0021-links.ts'
import * as pairFigures from './0022-pair-figures.ts'
import * as supportIsTheHolders from './0023-support-is-the-holders.ts'
import * as sheetOrder from './0024-sheet-order.ts'
import * as oneTransferOnly from './0025-one-transfer-only.ts'
import * as partnerKeys from './0026-partner-keys.ts'
import * as webhooks from './0027-webhooks.ts'
import * as linkContacts from './0028-link-contacts.ts'
import * as agreementsOfKinds from './0029-agreements-of-kinds.ts'
import * as draftsAreForgotten from './0030-drafts-are-forgotten.ts'

/** Everything belongs to the role nobody logs in as; then the list of migrations is written as the migrator again. */
function owned({ up }: { up: (db: Kysely<never>) => Promise<void> }): Migration {
  return {
    async up(db) {
      await sql`set local role voordeur_own`.execute(db)
      await up(db as Kysely<never>)
      await sql`reset role`.execute(db)
    },
  }
}

export const migrations: Record<string, Migration> = {
  '0001-ground': owned(ground),
  '0002-directory': owned(directory),
  '0003-care': owned(care),
  '0004-law': owned(law),
  '0005-accounts': owned(accounts),
  '0006-residents': owned(residents),
  '0007-agreements': owned(agreements),
  '0008-consults': owned(consults),
  '0009-signposts': owned(signposts),
  '0011-search-words': owned(searchWords),
  '0013-plain-words': owned(plainWords),
  '0015-reports-and-addresses': owned(reportsAndAddresses),
  '0016-schools': owned(schools),
  '0017-guidance': owned(guidance),
  '0018-desk-work': owned(deskWork),
  '0020-residents-say': owned(residentsSay),
  '0021-links': owned(links),
  '0022-pair-figures': owned(pairFigures),
  '0023-support-is-the-holders': owned(supportIsTheHolders),
  '0024-sheet-order': owned(sheetOrder),
  '0025-one-transfer-only': owned(oneTransferOnly),
  '0026-partner-keys': owned(partnerKeys),
  '0027-webhooks': owned(webhooks),
  '0028-link-contacts': owned(linkContacts),
  '0029-agreements-of-kinds': owned(agreementsOfKinds),
  '0030-drafts-are-forgotten': owned(draftsAreForgotten),
}
