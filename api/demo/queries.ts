import { type Kysely, type Transaction, sql } from 'kysely'
import type { DirectoryTables } from '../db.ts'
import type { Kind } from '../agreements/codes.ts'
import type { GlossaryTermTable, GuideChoiceTable, GuideStepTable } from '../taxonomy/table.ts'

type DirectoryTx = Transaction<DirectoryTables>

/** Is there anything in the directory yet? */
export async function directoryIsEmpty(db: Kysely<DirectoryTables>): Promise<boolean> {
  const found = await db.selectFrom('directory.organization').select('id').limit(1).executeTakeFirst()
  return found === undefined
}

/** The columns of a service that HSDS does not have. */
export type Own = {
  id: string
  access_line: number
  crisis: boolean
  indication_required: boolean
  verified_on: string | null
  verified_by: string | null
  verified_how: string | null
}
export async function saveOwn(tx: DirectoryTx, rows: Own[]): Promise<void> {
  await sql`
    update directory.service as service
    set access_line = own.access_line, crisis = own.crisis, indication_required = own.indication_required,
      verified_on = own.verified_on, verified_by = own.verified_by, verified_how = own.verified_how
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as own (id uuid, access_line smallint, crisis boolean,
      indication_required boolean, verified_on date, verified_by text, verified_how text)
    where service.id = own.id
  `.execute(tx)
}

export type Purpose = 'theme' | 'target_group' | 'life_domain'
export async function savePurpose(tx: DirectoryTx, name: string, purpose: Purpose): Promise<void> {
  await tx.updateTable('directory.taxonomy').set({ purpose }).where('name', '=', name).execute()
}

export async function markSensitive(tx: DirectoryTx, names: string[]): Promise<void> {
  await tx.updateTable('directory.taxonomy_term').set({ sensitive: true }).where('name', 'in', names).execute()
}

export type Municipality = {
  name: string
  demo: boolean
  language: string
  phone: string
  email: string
  address: string
  organization_id: string
}
export async function saveMunicipality(tx: DirectoryTx, row: Municipality, baseMap: unknown): Promise<void> {
  const changed = { ...row }
  await tx
    .insertInto('directory.municipality')
    .values(row)
    .onConflict((conflict) => conflict.column('one').doUpdateSet(changed))
    .execute()
  const geojson = JSON.stringify(baseMap)
  await tx
    .insertInto('directory.base_map')
    .values({ geojson })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ geojson }))
    .execute()
}

export type Lists = {
  places: { id: string; name: string; latitude: number; longitude: number }[]
  participants: { organization_id: string; covenant_on: string; kind: Kind | null }[]
  desks: {
    id: string
    organization_id: string
    name: string
    phone: string | null
    email: string
    safety_net: boolean
  }[]
  closings: { desk_id: string; from_on: string; until_on: string }[]
  deskServices: { desk_id: string; service_id: string }[]
  postcodes: { code: string; latitude: number; longitude: number }[]
  selfHelp: { theme: string; position: number; words: string }[]
  glossary: GlossaryTermTable[]
  guideSteps: GuideStepTable[]
  guideChoices: GuideChoiceTable[]
}

/** Adds what is not there yet; what an editor changed since stays. */
export async function addLists(tx: DirectoryTx, lists: Lists): Promise<void> {
  await tx
    .insertInto('directory.place')
    .values(lists.places)
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('directory.glossary_term')
    .values(lists.glossary)
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('directory.participant')
    .values(lists.participants)
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('directory.desk')
    .values(lists.desks)
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('directory.desk_closing')
    .values(lists.closings)
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('directory.desk_service')
    .values(lists.deskServices)
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('directory.postcode')
    .values(lists.postcodes)
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('directory.self_help')
    .values(lists.selfHelp)
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('directory.guide_step')
    .values(lists.guideSteps)
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('directory.guide_choice')
    .values(lists.guideChoices)
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Is this the demo municipality, and not a directory somebody imported? */
export async function directoryIsDemo(db: Kysely<DirectoryTables>): Promise<boolean> {
  const found = await db.selectFrom('directory.municipality').select('demo').executeTakeFirst()
  return found?.demo === true
}
