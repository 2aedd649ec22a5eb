import type { ColumnType, Generated } from 'kysely'

type Moment = ColumnType<Date, Date | undefined, Date>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>

/** What services are called, and what people say for it; or what somebody says when it cannot wait. */
export type ConceptTable = {
  id: Generated<string>
  kind: 'synonym' | 'intent'
  terms: string[]
  phrases: string[]
  origin: Generated<'starting_list' | 'editors'>
  version: Generated<number>
  changed_at: Moment
  removed_at: Maybe<Date>
}

/** One row: which published content the index elsewhere holds, and what the last look at it found. */
export type SearchIndexTable = {
  one: Generated<boolean>
  content: string | null
  synced_at: Maybe<Date>
  checked_at: Maybe<Date>
  missing: Generated<number>
  stale: Generated<number>
  surplus: Generated<number>
  trouble: string | null
  failures: Generated<number>
  retry_at: Maybe<Date>
}

/** A search that helped nobody: a day and words of the published list. */
export type SearchMissTable = {
  id: Generated<string>
  day: Generated<string>
  kind: 'nothing' | 'no_click'
  words: string
}
