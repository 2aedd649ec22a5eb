/**
 * Plain words: what a term means, explained where it first stands on a page; and which services an end of the guide
 * names first. Public by design, written by editors.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table directory.glossary_term (
      term text primary key,
      -- Other ways in which it is written: "mantelzorgers", "Wmo-loket".
      forms text[] not null default '{}',
      means text not null,
      -- An explanation longer than this is a page of its own.
      constraint glossary_term_short check (length(means) between 1 and 400)
    );
    grant select on directory.glossary_term to voordeur_public, voordeur_app;
    grant select, insert, update, delete on directory.glossary_term to voordeur_publisher;

    -- In this order. No key: an entry that goes leaves a shorter list, not a step that cannot be read.
    alter table directory.guide_step add column services uuid[] not null default '{}'
  `.execute(db)
}
