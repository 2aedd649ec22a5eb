import type { ColumnType } from 'kysely'

/** Set by the database alone. */
type Given<T> = ColumnType<T, never, never>
/** Said once. */
type Said<T> = ColumnType<T, T, never>

export type SignpostTable = {
  id: Given<string>
  org_id: Given<string>
  given_on: Given<string>
  theme: Said<string>
  place: Said<string | null>
  service_id: Said<string | null>
  desk_id: Said<string | null>
}
