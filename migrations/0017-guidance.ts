/**
 * Answers that help more than one: what a consultant wrote about a question, without the person it came from, and read
 * by a second person before anybody else sees it (domain.md section 4, Consult). Four eyes are the database's to keep.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table care.guidance (
      id uuid primary key default gen_random_uuid(),
      consult_id uuid not null references care.consult,
      org_id uuid not null default sec.org() references directory.organization (id),
      theme text not null check (length(theme) between 1 and 80),
      place text check (length(place) between 1 and 80),
      question text not null,
      answer text not null,
      status text not null default 'proposed' check (status in ('proposed', 'checked', 'refused')),
      written_by uuid not null default sec.person() references account.member (id),
      written_at timestamptz not null default sec.now(),
      checked_by uuid references account.member (id),
      checked_at timestamptz,
      reason text,
      version integer not null default 1,
      constraint guidance_checked_by_another check (status <> 'checked' or checked_by <> written_by),
      constraint guidance_checked_says_who check ((status = 'proposed') = (checked_by is null) and (checked_by is null) = (checked_at is null)),
      constraint guidance_refused_says_why check ((status = 'refused') = (reason is not null))
    );
    -- One consult, one piece of guidance; after a refusal it may be written anew.
    create unique index guidance_of_consult on care.guidance (consult_id) where status <> 'refused';
    -- What may everybody read? And what waits for us?
    create index guidance_checked on care.guidance (theme) where status = 'checked';
    create index guidance_of_org on care.guidance (org_id, status);

    -- Who checks and when are ours to say; what was written does not change, and its writer does not check it.
    create function sec.guard_guidance() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      new.version := old.version + 1;
      if (new.question, new.answer, new.theme, new.place) is distinct from (old.question, old.answer, old.theme, old.place) then
        raise exception 'guidance: what was written does not change' using errcode = 'check_violation';
      end if;
      if (old.status, new.status) not in (('proposed', 'checked'), ('proposed', 'refused'), ('checked', 'refused')) then
        raise exception 'guidance: no move from % to %', old.status, new.status using errcode = 'check_violation';
      end if;
      if new.status = 'checked' and sec.person() = old.written_by then
        raise exception 'guidance: a second person checks' using errcode = 'check_violation';
      end if;
      new.checked_by := sec.person();
      new.checked_at := sec.now();
      return new;
    end $$;
    create trigger guard before update on care.guidance for each row execute function sec.guard_guidance();
    revoke execute on function sec.guard_guidance() from public;

    alter table care.guidance enable row level security;
    alter table care.guidance force row level security;
    create policy own_all on care.guidance to voordeur_own using (true) with check (true);
    create policy see on care.guidance for select to voordeur_app
      using (status = 'checked' or org_id = (select sec.org()));
    -- Only of a consult that this organisation answered.
    create policy write on care.guidance for insert to voordeur_app with check (org_id = (select sec.org())
      and written_by = (select sec.person()) and exists (select 1 from care.consult c
        where c.id = consult_id and c.answerer_org = (select sec.org()) and c.status <> 'open'));
    create policy check_it on care.guidance for update to voordeur_app
      using (org_id = (select sec.org())) with check (org_id = (select sec.org()));
    grant select, insert (consult_id, theme, place, question, answer), update (status, reason) on care.guidance to voordeur_app
  `.execute(db)
}
