/**
 * Signposts: an address given to a resident, counted by day, theme, place and service or desk (domain.md, Transfer).
 * Nobody is in it: neither who was helped nor who helped, and there is no room for words. Nothing is ever changed.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table care.signpost (
      -- Random, so that the order of giving is not in it.
      id uuid primary key default gen_random_uuid(),
      org_id uuid not null default sec.org() references directory.organization (id),
      -- A day and no time: with a time it would say who was at the counter.
      given_on date not null default (sec.now() at time zone 'Europe/Amsterdam')::date,
      theme text not null check (theme ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      place text check (place ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      -- No keys to the directory: what was counted stays counted when an entry goes.
      service_id uuid,
      desk_id uuid,
      constraint signpost_to_one check (num_nonnulls(service_id, desk_id) = 1)
    );
    -- How often did this organisation give an address, month by month?
    create index signpost_of_org on care.signpost (org_id, given_on);

    alter table care.signpost enable row level security;
    alter table care.signpost force row level security;
    create policy own_all on care.signpost to voordeur_own using (true) with check (true);
    create policy see on care.signpost for select to voordeur_app using (org_id = (select sec.org()));
    create policy give on care.signpost for insert to voordeur_app with check (org_id = (select sec.org()));
    grant select, insert (theme, place, service_id, desk_id) on care.signpost to voordeur_app
  `.execute(db)
}
