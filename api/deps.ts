import type { Kysely } from 'kysely'
import type { MeiliAddress } from '../search/meili/client.ts'
import type { Care, DirectoryTables, FollowTables, JobsTables } from './db.ts'

/**
 * Everything that reaches the outside world, handed to whoever needs it; nothing is imported for its side effects.
 *
 * Four logins, four pools (protection.md section 0 rule 7): `publicDb` knows no care tables, `care` is a sealed handle
 * that only `audit/context.ts` can open, `jobs` acts as the clock on waiting rows, `follow` may execute two functions.
 */
export type Deps = {
  publicDb: Kysely<DirectoryTables>
  care: Care
  jobs: Kysely<JobsTables>
  follow: Kysely<FollowTables>
  /** The clock. Tests turn it; no route can. */
  now: () => Date
  /** Key for keyed hashes (follow-codes); 32 bytes. */
  secret: Uint8Array
  /** Folder with the published site of the current revision; null until something was published. */
  siteFolder: () => string | null
  /** The address people use, without a slash at the end. */
  publicUrl: string
  /** How many proxies of our own stand before us: only what they wrote in X-Forwarded-For is believed. */
  trustedProxies?: number
  /** Sites that may put the search box in a frame of theirs; none when left out. */
  embedOrigins?: readonly string[]
  /** Whether a partner's system may be told at an address inside one's own network, and without https. */
  insideWebhooks?: boolean
  /** How many days after a report is settled the address of who sent it is erased; thirty when left out. */
  eraseAfterDays?: number
  /** The Meilisearch of this installation; null or left out: the embedded engine answers alone. */
  meili?: MeiliAddress | null
  /** Pictures for the map; without them it is drawn. Gives null for one that cannot be had now. */
  tiles?: Tiles | null
  log: Log
}

export type Tiles = { get(tile: { z: number; x: number; y: number }): Promise<Uint8Array | null> }

/** Structured log without personal data: codes, ids of requests, counts and durations only. */
export type Log = {
  info(facts: Record<string, unknown>, message: string): void
  error(facts: Record<string, unknown>, message: string): void
}
