/**
 * Reports of errors get an editor, an outcome and an end: the address somebody left is erased on a day that is known from
 * the start. And a page keeps answering under every address it ever had.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await formerAddresses(db)
  await reports(db)
  await rights(db)
}

/** Addresses that pages had before: whoever kept one arrives. Written by the database when a slug changes. */
async function formerAddresses(db: Kysely<never>): Promise<void> {
  await sql`
    create table directory.former_slug (
      entity text not null constraint former_slug_entity check (entity in ('organization', 'service', 'taxonomy_term')),
      slug text not null constraint former_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      -- The row that had it; it may have had several.
      entity_id uuid not null,
      primary key (entity, slug)
    );
    -- With the owner's rights: whoever may change a slug need not be able to write here.
    create function sec.keep_former_slug() returns trigger language plpgsql security definer
      set search_path = pg_catalog, pg_temp as $$
    begin
      -- Back under an old address, or the address is given to another: it leads to what has it now.
      delete from directory.former_slug f where f.entity = tg_table_name and f.slug = new.slug;
      if tg_op = 'UPDATE' and new.slug <> old.slug then
        insert into directory.former_slug (entity, slug, entity_id) values (tg_table_name, old.slug, new.id)
          on conflict (entity, slug) do update set entity_id = excluded.entity_id;
      end if;
      return null;
    end $$;
    revoke execute on function sec.keep_former_slug() from public;
    grant select on directory.former_slug to voordeur_public, voordeur_app;
    grant select, insert, update, delete on directory.former_slug to voordeur_publisher
  `.execute(db)
  for (const table of ['organization', 'service', 'taxonomy_term']) {
    await sql`create trigger keep_former_slug after insert or update of slug on ${sql.id('directory', table)}
      for each row execute function sec.keep_former_slug()`.execute(db)
  }
}

async function reports(db: Kysely<never>): Promise<void> {
  await sql`
    alter table care.error_report
      -- Whose page it is about, where that is known: their editors see it too.
      add column organization_id uuid references directory.organization,
      add column status text not null default 'new',
      add column version integer not null default 1,
      add column handled_by uuid references account.member,
      add column outcome text,
      add column note text,
      add column answer_until timestamptz,
      add column erased_at timestamptz;
    update care.error_report set status = 'settled', outcome = 'mended' where handled_at is not null;
    update care.error_report set answer_until = reported_at + interval '180 days' where answer_to is not null;
    alter table care.error_report
      add constraint error_report_status check (status in ('new', 'in_hand', 'settled')),
      add constraint error_report_outcome check (outcome in ('mended', 'was_right', 'passed_on', 'unclear')),
      add constraint error_report_note check (length(note) <= 1000),
      add constraint error_report_settled_with_facts check ((status = 'settled') = (outcome is not null and handled_at is not null)),
      -- No address without the day on which it goes.
      add constraint error_report_address_ends check ((answer_to is null) = (answer_until is null));
    -- Which reports does this organisation see, newest first?
    create index error_report_of_organization on care.error_report (organization_id, reported_at);
    -- Which addresses are to be erased now?
    create index error_report_address_due on care.error_report (answer_until) where answer_until is not null;

    -- "/aanbod/voedselpakket/" → the organisation that offers it, also under a former address.
    create function sec.organization_of_page(page text) returns uuid stable language sql set search_path = pg_catalog, pg_temp as $$
      with asked as (select (regexp_match(page, '^/(?:en/)?(aanbod|organisaties)/([a-z0-9-]+)/?$')) as part)
      select coalesce(
        (select s.organization_id from directory.service s, asked where part[1] = 'aanbod' and s.slug = part[2]),
        (select s.organization_id from directory.service s, directory.former_slug f, asked
          where part[1] = 'aanbod' and f.entity = 'service' and f.slug = part[2] and s.id = f.entity_id),
        (select o.id from directory.organization o, asked where part[1] = 'organisaties' and o.slug = part[2]),
        (select f.entity_id from directory.former_slug f, asked
          where part[1] = 'organisaties' and f.entity = 'organization' and f.slug = part[2]))
    $$;
    create function sec.place_report() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      new.organization_id := sec.organization_of_page(new.about);
      return new;
    end $$;
    create trigger place_report before insert on care.error_report for each row execute function sec.place_report();
    update care.error_report set organization_id = sec.organization_of_page(about)
  `.execute(db)
}

async function rights(db: Kysely<never>): Promise<void> {
  await sql`
    drop policy look_after on care.error_report;
    drop policy handle on care.error_report;
    drop policy report on care.error_report;
    create policy own_all on care.error_report to voordeur_own using (true) with check (true);
    create policy report on care.error_report for insert to voordeur_app with check (status = 'new' and handled_by is null);
    create policy look_after on care.error_report for select to voordeur_app
      using (organization_id = (select sec.org())
        or exists (select 1 from directory.municipality m where m.organization_id = (select sec.org())));
    create policy handle on care.error_report for update to voordeur_app
      using (organization_id = (select sec.org())
        or exists (select 1 from directory.municipality m where m.organization_id = (select sec.org())))
      with check (handled_by = (select sec.person()));
    -- The clock sees that an address is kept, and takes it away when its day has come.
    create policy clock_sees on care.error_report for select to voordeur_jobs
      using (answer_until is not null or erased_at is not null);
    create policy clock_erases on care.error_report for update to voordeur_jobs
      using (answer_until <= (select sec.now())) with check (answer_to is null);
    revoke execute on function sec.organization_of_page(text), sec.place_report() from public;
    grant execute on function sec.organization_of_page(text) to voordeur_app;
    grant insert (answer_until) on care.error_report to voordeur_app;
    grant update (status, version, handled_by, outcome, note, answer_until) on care.error_report to voordeur_app;
    grant select (id, answer_to, answer_until, erased_at), update (answer_to, answer_until, erased_at)
      on care.error_report to voordeur_jobs
  `.execute(db)
}
