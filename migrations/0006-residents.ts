/**
 * What residents need beyond HSDS: postcodes to find oneself on the map, the guide for who does not know the word, what
 * one can do oneself per theme, and reports of errors. All but the reports are public by design and written by editors.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- The four digits and the middle of where they are: travels to the browser as a file, so that nobody sends theirs.
    create table directory.postcode (
      code text primary key constraint postcode_digits check (code ~ '^[0-9]{4}$'),
      latitude double precision not null, longitude double precision not null,
      constraint postcode_on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
    );

    -- What one can do oneself or with people near, per theme (the slug of its term).
    create table directory.self_help (
      theme text not null, position smallint not null, words text not null,
      primary key (theme, position)
    );

    -- A step asks, or ends in the services of its themes. "start" is the first.
    create table directory.guide_step (
      code text primary key constraint guide_step_form check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      question text not null, explanation text,
      -- The numbers for when it cannot wait stand first.
      crisis boolean not null default false,
      themes text[] not null default '{}'
    );
    create table directory.guide_choice (
      step text not null references directory.guide_step on delete cascade,
      -- Never more than four: more is a list to study.
      position smallint not null constraint guide_at_most_four check (position between 1 and 4),
      words text not null, hint text,
      -- Name of a drawn sign of the site.
      sign text,
      leads_to text not null references directory.guide_step,
      primary key (step, position),
      constraint guide_goes_on check (leads_to <> step)
    );

    grant select on directory.postcode, directory.self_help, directory.guide_step, directory.guide_choice
      to voordeur_public, voordeur_app;
    grant select, insert, update, delete on directory.postcode, directory.self_help, directory.guide_step,
      directory.guide_choice to voordeur_publisher
  `.execute(db)

  // Somebody who finds an error may leave an address: so it stands where personal data stand. Anyone may write one and
  // nobody reads it back; the municipality's own organisation, whose editors look after the directory, reads them.
  await sql`
    create table care.error_report (
      id uuid primary key default gen_random_uuid(),
      about text not null check (length(about) <= 300),
      kind text not null check (kind in ('phone', 'address', 'hours', 'stopped', 'text', 'other')),
      words text not null check (length(words) <= 1000),
      answer_to text check (length(answer_to) between 1 and 254),
      reported_at timestamptz not null default now(),
      handled_at timestamptz,
      constraint error_report_says_something check (kind <> 'other' or length(words) > 0)
    );
    -- What is still to be looked at, oldest first.
    create index error_report_waiting on care.error_report (reported_at) where handled_at is null;
    alter table care.error_report enable row level security;
    alter table care.error_report force row level security;
    create policy report on care.error_report for insert to voordeur_app with check (handled_at is null);
    create policy look_after on care.error_report for select to voordeur_app
      using (exists (select 1 from directory.municipality m where m.organization_id = (select sec.org())));
    create policy handle on care.error_report for update to voordeur_app
      using (exists (select 1 from directory.municipality m where m.organization_id = (select sec.org())));
    grant insert (about, kind, words, answer_to, reported_at), select, update (handled_at) on care.error_report to voordeur_app
  `.execute(db)
}
