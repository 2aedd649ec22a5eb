/**
 * The words of search: synonyms and intents are rows that chief editors keep; which published content an index elsewhere
 * holds; and, where the municipality says so, searches that helped nobody, counted by day in words of a published list.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table directory.concept (
      id uuid primary key default gen_random_uuid(),
      -- An intent is what cannot wait: its services stand above all others.
      kind text not null check (kind in ('synonym', 'intent')),
      -- Left what services are called, right what people say.
      terms text[] not null, phrases text[] not null,
      -- The list that editors start with, or they themselves.
      origin text not null default 'editors' check (origin in ('starting_list', 'editors')),
      version integer not null default 1 check (version > 0),
      changed_at timestamptz(3) not null default now(),
      -- Taken out, and still there to be put back.
      removed_at timestamptz(3),
      constraint concept_has_words check (cardinality(terms) between 1 and 60 and cardinality(phrases) between 1 and 120)
    );
    insert into directory.concept (kind, terms, phrases)
      select 'synonym', array_agg(term order by term), words from directory.synonym group by words;
    drop table directory.synonym;
    grant select on directory.concept to voordeur_public, voordeur_app;
    grant select, insert, update, delete on directory.concept to voordeur_publisher;
    grant insert (kind, terms, phrases, changed_at), update (terms, phrases, version, changed_at, removed_at)
      on directory.concept to voordeur_app;

    -- Off until the administrator says otherwise.
    alter table directory.municipality add column counts_searches boolean not null default false;
    grant update (counts_searches) on directory.municipality to voordeur_app;

    -- What the index elsewhere holds. Whoever brings it in line locks this row.
    create table directory.search_index (
      one boolean primary key default true constraint search_index_one check (one),
      -- Name of the published content that it holds; null before the first time.
      content text,
      synced_at timestamptz(3), checked_at timestamptz(3),
      -- What the last look found wrong, and mended.
      missing integer not null default 0, stale integer not null default 0, surplus integer not null default 0,
      -- Why it could not be brought in line, how often in a row, and when that is tried again.
      trouble text, failures integer not null default 0, retry_at timestamptz(3)
    );
    insert into directory.search_index (one) values (true);
    grant select on directory.search_index to voordeur_public, voordeur_app, voordeur_jobs;
    grant update on directory.search_index to voordeur_jobs
  `.execute(db)

  // The directory is public and has no row-level security; what may be written is looked at here as well.
  await sql`
    create function sec.writes_with_role() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if session_user = 'voordeur_app' and not exists (
          select from account.member m where m.id = sec.person() and m.disabled_at is null and tg_argv[0] = any (m.roles)
        ) then
          raise exception 'only a % writes this', tg_argv[0] using errcode = '42501';
        end if;
        return new;
      end $$;
    revoke execute on function sec.writes_with_role() from public;
    create trigger editors_only before insert or update on directory.concept
      for each row execute function sec.writes_with_role('chief_editor');
    create trigger administrators_only before update on directory.municipality
      for each row execute function sec.writes_with_role('administrator')
  `.execute(db)

  await sql`
    create table care.search_miss (
      -- Random, so that the order is not in it; a day and no time, or it would say who sat at the screen.
      id uuid primary key default gen_random_uuid(),
      day date not null default (sec.now() at time zone 'Europe/Amsterdam')::date,
      kind text not null check (kind in ('nothing', 'no_click')),
      -- Words of the published list, in the order of the alphabet, and no others: the API looks.
      words text not null check (words ~ '^[a-z0-9]+( [a-z0-9]+){0,4}$' and length(words) <= 200)
    );
    -- Which words helped nobody lately?
    create index search_miss_of_day on care.search_miss (day, kind, words);
    alter table care.search_miss enable row level security;
    alter table care.search_miss force row level security;
    create policy own_all on care.search_miss to voordeur_own using (true) with check (true);
    create policy count on care.search_miss for insert to voordeur_app
      with check (exists (select 1 from directory.municipality m where m.counts_searches));
    create policy look on care.search_miss for select to voordeur_app
      using (exists (select 1 from directory.municipality m where m.organization_id = (select sec.org())));
    create policy see_old on care.search_miss for select to voordeur_jobs using (day < (sec.now() at time zone 'Europe/Amsterdam')::date - 180);
    create policy forget on care.search_miss for delete to voordeur_jobs using (day < (sec.now() at time zone 'Europe/Amsterdam')::date - 180);
    grant insert (kind, words), select on care.search_miss to voordeur_app;
    grant select (day), delete on care.search_miss to voordeur_jobs
  `.execute(db)
}
