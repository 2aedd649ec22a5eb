/**
 * A draft of a signal or transfer holds what was noticed about a family and reached nobody: what nobody wrote in for three
 * months is forgotten, as a sheet is (protection.md 2.5). From the day that stands on the draft.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Three months later on the calendar of the Netherlands; on the last day of a shorter month.
    create function sec.erased_at(kept_at timestamptz) returns timestamptz stable language sql
    set search_path = pg_catalog, pg_temp as $$
      select ((kept_at at time zone 'Europe/Amsterdam') + interval '3 months') at time zone 'Europe/Amsterdam'
    $$;
    revoke execute on function sec.erased_at(timestamptz) from public;
    grant execute on function sec.erased_at(timestamptz) to voordeur_jobs;
    drop policy clock_forgets on care.sheet;
    create policy clock_forgets on care.sheet for delete to voordeur_jobs using (sec.erased_at(kept_at) <= (select sec.now()))
  `.execute(db)
  for (const table of ['signal', 'transfer']) {
    const name = sql.id('care', table)
    await sql`
      -- Written in once more: it stands since then.
      create trigger since_written before update on ${name} for each row
        when (old.status = 'draft' and new.status = 'draft') execute function sec.stand_since();
      create policy clock_finds_drafts on ${name} for select to voordeur_jobs using (status = 'draft');
      create policy clock_forgets on ${name} for delete to voordeur_jobs
        using (status = 'draft' and sec.erased_at(since) <= (select sec.now()));
      grant select (since), delete on ${name} to voordeur_jobs;
      -- Which drafts were left lying?
      create index ${sql.id(`${table}_draft_by_age`)} on ${name} (since) where status = 'draft'
    `.execute(db)
  }
}
