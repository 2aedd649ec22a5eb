/** Every statement about keys. What an administrator may, the database's own functions ask once more. */
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { KeyCommand } from './codes.ts'

export type KeyRow = {
  id: string
  name: string
  commands: KeyCommand[]
  madeAt: Date
  madeBy: string | null
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
}

/** The keys of one's own organisation, the newest first, with who made each. */
export async function listKeys(tx: Tx): Promise<KeyRow[]> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.name, k.commands, k.made_at as "madeAt", m.name as "madeBy", k.expires_at as "expiresAt",
      k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt"
    from account.api_key k left join account.member m on m.id = k.made_by order by k.made_at desc, k.id
  `.execute(tx)
  return rows
}

/** The id of a new key; null for who is no administrator. */
export async function insertKey(
  tx: Tx,
  key: { name: string; commands: readonly KeyCommand[]; hash: Buffer; expiresAt: Date },
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select sec.make_key(${key.name}, ${[...key.commands]}::text[], ${key.hash}, ${key.expiresAt}) as id
  `.execute(tx)
  return rows[0]?.id ?? null
}

/** False where one's own organisation has no such key. */
export async function revokeKeyRow(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select sec.revoke_key(${id}) as done`.execute(tx)
  return rows[0]?.done === true
}

export type OpenKey = {
  keyId: string
  memberId: string
  organizationId: string
  name: string
  commands: KeyCommand[]
  deskIds: string[]
}

/** Who speaks with this key now; null for every reason alike. */
export async function openKey(tx: Tx, hash: Buffer, now: Date): Promise<OpenKey | null> {
  const { rows } = await sql<OpenKey>`
    select key_id as "keyId", member_id as "memberId", organization_id as "organizationId", name, commands,
      desk_ids as "deskIds" from sec.open_key(${hash}, ${now})
  `.execute(tx)
  return rows[0] ?? null
}
