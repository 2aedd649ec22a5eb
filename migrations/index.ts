/** The migrations in order. A name is what the database remembers: once landed it is never changed. */
import type { Migration } from 'kysely/migration'

export const migrations: Record<string, Migration> = {}
