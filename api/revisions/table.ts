import type { ColumnType } from 'kysely'

/** One published revision. `content_hash` leaves its number and time out, so equal content has an equal hash. */
export type RevisionTable = {
  number: number
  published_at: ColumnType<Date, Date | string, never>
  content_hash: string
  /** Of the sources of the site that shows it. */
  site_hash: string
  counts: ColumnType<Record<string, number>, string, never>
}

/** HSDS: what was changed where. */
export type MetadataTable = {
  id: string
  resource_id: string
  resource_type: string
  last_action_date: string
  last_action_type: string
  field_name: string
  previous_value: string
  replacement_value: string
  updated_by: string
}

export type MetaTableDescriptionTable = {
  id: string
  name: string | null
  language: string | null
  character_set: string | null
}

/** An address that a page had before; the database writes it when a slug changes. */
export type FormerSlugTable = {
  entity: 'organization' | 'service' | 'taxonomy_term'
  slug: string
  entity_id: string
}
