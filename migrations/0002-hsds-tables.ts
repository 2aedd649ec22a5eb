/** The 24 tables of HSDS 3.1, each column as the standard names it, and after those the few columns of our own. */
export const hsdsTables = `
create table directory.organization (
  id uuid primary key, name text not null, alternate_name text, description text not null, email text, website text,
  tax_status text, tax_id text, year_incorporated integer, legal_status text, logo text, uri text,
  -- Deferred: a parent may stand further down in the same package.
  parent_organization_id uuid references directory.organization deferrable initially deferred,
  slug text not null constraint organization_slug_once unique,
  constraint organization_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint organization_not_own_parent check (parent_organization_id <> id)
);

create table directory.organization_identifier (
  id uuid primary key,
  organization_id uuid not null references directory.organization on delete cascade,
  identifier_scheme text, identifier_type text not null, identifier text not null
);

create table directory.program (
  id uuid primary key,
  organization_id uuid not null references directory.organization on delete cascade,
  name text not null, alternate_name text, description text not null
);

create table directory.service (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  program_id uuid references directory.program on delete set null,
  name text not null, alternate_name text, description text, url text, email text, status text not null,
  interpretation_services text, application_process text, fees_description text, wait_time text, fees text,
  accreditations text, eligibility_description text, minimum_age double precision, maximum_age double precision,
  assured_date date, assurer_email text, licenses text, alert text, last_modified timestamptz(3),
  -- Below: not HSDS. The slug is given once and kept; verified (checked with the organisation) is not last_modified (edited).
  slug text not null constraint service_slug_once unique,
  access_line smallint,
  crisis boolean not null default false,
  indication_required boolean not null default false,
  verified_on date, verified_by text, verified_how text,
  constraint service_status_known check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  constraint service_ages check (minimum_age between 0 and 150 and maximum_age between 0 and 150 and minimum_age <= maximum_age),
  constraint service_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint service_line_known check (access_line in (0, 1, 2)),
  constraint service_line_0_is_open check (access_line <> 0 or not indication_required),
  constraint service_verified_whole check (num_nonnulls(verified_on, verified_by, verified_how) in (0, 3))
);

create table directory.location (
  id uuid primary key, location_type text not null, url text,
  organization_id uuid references directory.organization on delete cascade,
  name text, alternate_name text, description text, transportation text, latitude double precision,
  longitude double precision, external_identifier text, external_identifier_type text,
  constraint location_type_known check (location_type in ('physical', 'postal', 'virtual')),
  constraint location_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint location_point_whole check ((latitude is null) = (longitude is null))
);

create table directory.service_at_location (
  id uuid primary key,
  service_id uuid not null references directory.service on delete cascade,
  location_id uuid not null references directory.location on delete cascade,
  description text
);

create table directory.contact (
  id uuid primary key,
  organization_id uuid references directory.organization on delete cascade,
  service_id uuid references directory.service on delete cascade,
  service_at_location_id uuid references directory.service_at_location on delete cascade,
  location_id uuid references directory.location on delete cascade,
  -- HSDS has it; what is published leaves it out: a contact is a function, never a private person.
  name text, title text, department text, email text
);

create table directory.phone (
  id uuid primary key,
  location_id uuid references directory.location on delete cascade,
  service_id uuid references directory.service on delete cascade,
  organization_id uuid references directory.organization on delete cascade,
  contact_id uuid references directory.contact on delete cascade,
  service_at_location_id uuid references directory.service_at_location on delete cascade,
  number text not null, extension integer, type text, description text,
  constraint phone_extension_positive check (extension >= 0)
);

create table directory.address (
  id uuid primary key,
  location_id uuid references directory.location on delete cascade,
  attention text, address_1 text not null, address_2 text, city text not null, region text,
  state_province text not null, postal_code text not null, country text not null, address_type text not null,
  constraint address_type_known check (address_type in ('physical', 'postal', 'virtual'))
);

create table directory.schedule (
  id uuid primary key,
  service_id uuid references directory.service on delete cascade,
  location_id uuid references directory.location on delete cascade,
  service_at_location_id uuid references directory.service_at_location on delete cascade,
  valid_from date, valid_to date, dtstart date, timezone double precision, until date, count integer, wkst text,
  freq text, "interval" integer, byday text, byweekno text, bymonthday text, byyearday text, description text,
  opens_at time, closes_at time, schedule_link text, attending_type text, notes text,
  constraint schedule_period check (valid_from <= valid_to),
  constraint schedule_wkst_known check (wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
  constraint schedule_freq_known check (freq in ('WEEKLY', 'MONTHLY')),
  constraint schedule_counts check ("interval" > 0 and count > 0)
);

create table directory.funding (
  id uuid primary key,
  organization_id uuid references directory.organization on delete cascade,
  service_id uuid references directory.service on delete cascade,
  source text
);

create table directory.service_area (
  id uuid primary key,
  service_id uuid references directory.service on delete cascade,
  service_at_location_id uuid references directory.service_at_location on delete cascade,
  name text, description text, extent text, extent_type text, uri text
);

create table directory.required_document (
  id uuid primary key,
  service_id uuid references directory.service on delete cascade,
  document text, uri text
);

create table directory.language (
  id uuid primary key,
  service_id uuid references directory.service on delete cascade,
  location_id uuid references directory.location on delete cascade,
  phone_id uuid references directory.phone on delete cascade,
  name text, code text, note text
);

create table directory.accessibility (
  id uuid primary key,
  location_id uuid references directory.location on delete cascade,
  description text, details text, url text
);

create table directory.cost_option (
  id uuid primary key,
  service_id uuid not null references directory.service on delete cascade,
  valid_from date, valid_to date, option text, currency text, amount numeric(12, 2), amount_description text,
  constraint cost_option_period check (valid_from <= valid_to),
  constraint cost_option_amount check (amount >= 0)
);

create table directory.unit (
  id uuid primary key, name text not null, scheme text, identifier text, uri text
);

create table directory.service_capacity (
  id uuid primary key,
  service_id uuid not null references directory.service on delete cascade,
  unit_id uuid not null references directory.unit,
  available double precision not null, maximum double precision, description text, updated timestamptz(3) not null,
  constraint service_capacity_counts check (available >= 0 and maximum >= 0)
);

create table directory.url (
  id uuid primary key, label text, url text not null,
  organization_id uuid references directory.organization on delete cascade,
  service_id uuid references directory.service on delete cascade
);

create table directory.taxonomy (
  id uuid primary key, name text not null, description text not null, uri text, version text,
  -- Not HSDS: what this taxonomy is for on the site; null is keywords.
  purpose text,
  constraint taxonomy_purpose_known check (purpose in ('theme', 'target_group', 'life_domain'))
);

create table directory.taxonomy_term (
  id uuid primary key, code text, name text not null, description text not null,
  parent_id uuid references directory.taxonomy_term deferrable initially deferred,
  taxonomy text, language text,
  taxonomy_id uuid references directory.taxonomy on delete cascade,
  term_uri text,
  -- Not HSDS. Sensitive themes get a quick exit and the strip with crisis numbers.
  slug text not null constraint taxonomy_term_slug_once unique,
  sensitive boolean not null default false,
  constraint taxonomy_term_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint taxonomy_term_not_own_parent check (parent_id <> id)
);

-- link_id points into the table that link_entity names; the import checks it, no foreign key can.
create table directory.attribute (
  id uuid primary key, link_id uuid not null,
  taxonomy_term_id uuid not null references directory.taxonomy_term on delete cascade,
  link_type text, link_entity text not null, value text, label text
);

create table directory.metadata (
  id uuid primary key, resource_id uuid not null, resource_type text not null, last_action_date date not null,
  last_action_type text not null, field_name text not null, previous_value text not null,
  replacement_value text not null, updated_by text not null
);

create table directory.meta_table_description (
  id uuid primary key, name text, language text, character_set text
);
`
