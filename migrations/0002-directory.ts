/** The directory in HSDS 3.1 words, who receives in it, and the revisions published from it. Public by design: no RLS. */
import { type Kysely, sql } from 'kysely'
import { hsdsTables } from './0002-hsds-tables.ts'

const municipality = `
-- One installation serves one municipality: one row.
create table directory.municipality (
  one boolean primary key default true constraint municipality_one check (one),
  name text not null,
  demo boolean not null default false,
  language text not null, phone text, email text, address text,
  -- The municipality as an organisation of its own directory: its policy officer hears of what is overdue.
  organization_id uuid references directory.organization
);

create table directory.place (
  id text primary key constraint place_id_form check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null, latitude double precision not null, longitude double precision not null,
  constraint place_on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
);

create table directory.synonym (
  term text primary key,
  words text[] not null,
  constraint synonym_has_words check (cardinality(words) > 0)
);

create table directory.base_map (
  one boolean primary key default true constraint base_map_one check (one),
  geojson jsonb not null
);

-- Organisations with a recorded covenant: only these may receive (domain.md, Transfer).
create table directory.participant (
  organization_id uuid primary key references directory.organization,
  covenant_on date not null, left_on date,
  constraint participant_period check (covenant_on <= left_on)
);

create table directory.desk (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  name text not null, phone text, email text,
  -- Takes over when an organisation vanishes.
  safety_net boolean not null default false,
  -- So that a signal or transfer can hold desk and organisation in one key, and they cannot disagree.
  constraint desk_of_its_organization unique (id, organization_id)
);

create table directory.desk_closing (
  desk_id uuid not null references directory.desk on delete cascade,
  from_on date not null, until_on date not null,
  primary key (desk_id, from_on),
  constraint desk_closing_period check (from_on <= until_on)
);

create table directory.desk_service (
  desk_id uuid not null references directory.desk on delete cascade,
  service_id uuid not null references directory.service on delete cascade,
  primary key (desk_id, service_id)
);

create table directory.revision (
  number integer primary key constraint revision_positive check (number > 0),
  published_at timestamptz(3) not null,
  -- SHA-256 of what is in it, without its number and time; of the sources of the site that show it.
  content_hash text not null, site_hash text not null,
  counts jsonb not null
);
`

/** Children by their parent: what hangs on this one, when it is read or deleted. */
const children: Record<string, string[]> = {
  organization_identifier: ['organization_id'],
  program: ['organization_id'],
  service: ['organization_id', 'program_id'],
  location: ['organization_id'],
  service_at_location: ['service_id', 'location_id'],
  contact: ['organization_id', 'service_id', 'service_at_location_id', 'location_id'],
  phone: ['location_id', 'service_id', 'organization_id', 'contact_id', 'service_at_location_id'],
  address: ['location_id'],
  schedule: ['service_id', 'location_id', 'service_at_location_id'],
  funding: ['organization_id', 'service_id'],
  service_area: ['service_id', 'service_at_location_id'],
  required_document: ['service_id'],
  language: ['service_id', 'location_id', 'phone_id'],
  accessibility: ['location_id'],
  cost_option: ['service_id'],
  service_capacity: ['service_id', 'unit_id'],
  url: ['organization_id', 'service_id'],
  taxonomy_term: ['taxonomy_id', 'parent_id'],
  attribute: ['link_id', 'taxonomy_term_id'],
  desk: ['organization_id'],
  desk_service: ['service_id'],
}

const more = `
-- Which organisations are part of this one?
create index organization_of_parent on directory.organization (parent_organization_id) where parent_organization_id is not null;
-- Who takes over? At most one desk is the safety net.
create unique index desk_one_safety_net on directory.desk (safety_net) where safety_net;
-- At most one taxonomy serves each purpose on the site.
create unique index taxonomy_one_per_purpose on directory.taxonomy (purpose) where purpose is not null;

alter table account.member add constraint member_organization_known
  foreign key (organization_id) references directory.organization;
alter table account.desk_member add constraint desk_member_desk_known
  foreign key (desk_id, organization_id) references directory.desk (id, organization_id);

grant select on all tables in schema directory to voordeur_public, voordeur_app;
grant select, insert, update, delete on all tables in schema directory to voordeur_publisher;
`

export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(hsdsTables).execute(db)
  await sql.raw(municipality).execute(db)
  for (const [table, columns] of Object.entries(children)) {
    for (const column of columns) {
      await sql
        .raw(`create index ${table}_of_${column} on directory.${table} (${column}) where ${column} is not null`)
        .execute(db)
    }
  }
  await sql.raw(more).execute(db)
}
