/**
 * Agreements between two partners: how and how fast one refers to the other (domain.md, verwijsafspraak). What was
 * proposed never changes: a new edition takes its place. Seen by the two organisations only; proposed by one side and
 * agreed by the other. The clock reads the terms of what was agreed, and none of its words.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table care.agreement (
      id uuid primary key default gen_random_uuid(),
      -- Who refers to whom; a desk where it holds for that desk only.
      from_org uuid not null references directory.organization (id),
      from_desk uuid,
      to_org uuid not null references directory.organization (id),
      to_desk uuid,
      -- Of this pair: the next one takes the place of the one before. Counted by the trigger.
      edition integer not null,
      status text not null default 'proposed' check (status in ('proposed', 'agreed', 'ended')),
      purpose text not null,
      criteria text not null,
      needed text not null,
      contact_route text not null,
      -- Working days.
      answer_days integer not null check (answer_days between 1 and 60),
      contact_days integer not null check (contact_days between 1 and 60),
      start_days integer not null check (start_days between 1 and 260),
      valid_from date not null,
      valid_until date check (valid_from <= valid_until),
      -- Who, by the name of the account then: accounts are functions.
      proposed_org uuid not null default sec.org(),
      proposed_member uuid not null default sec.person() references account.member (id),
      proposed_name text not null,
      proposed_at timestamptz not null default sec.now(),
      agreed_member uuid references account.member (id),
      agreed_name text,
      agreed_at timestamptz,
      ended_org uuid,
      ended_name text,
      ended_at timestamptz,
      end_reason text,
      version integer not null default 1,
      foreign key (from_desk, from_org) references directory.desk (id, organization_id),
      foreign key (to_desk, to_org) references directory.desk (id, organization_id),
      constraint agreement_of_two check (from_org <> to_org and proposed_org in (from_org, to_org)),
      constraint agreement_agreed_says_who check ((agreed_at is null) = (agreed_name is null)
        and (agreed_at is null) = (agreed_member is null) and (status <> 'agreed' or agreed_at is not null)
        and (status <> 'proposed' or agreed_at is null)),
      constraint agreement_ended_says_why check ((status = 'ended') = (ended_at is not null)
        and (ended_at is null) = (end_reason is null) and (ended_at is null) = (ended_name is null)),
      constraint agreement_edition unique nulls not distinct (from_org, from_desk, to_org, to_desk, edition)
    );
    -- A pair waits for one answer at a time.
    create unique index agreement_one_proposed on care.agreement (from_org, from_desk, to_org, to_desk) nulls not distinct
      where status = 'proposed';
    -- What do we have with others, as the one that is referred to?
    create index agreement_of_receiver on care.agreement (to_org, from_org);

    create function sec.number_agreement() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', new.from_org, new.from_desk, '>', new.to_org, new.to_desk), 0));
      select coalesce(max(a.edition), 0) + 1 into new.edition from care.agreement a
        where (a.from_org, a.to_org) = (new.from_org, new.to_org)
          and a.from_desk is not distinct from new.from_desk and a.to_desk is not distinct from new.to_desk;
      select m.name into new.proposed_name from account.member m where m.id = new.proposed_member;
      return new;
    end $$;

    -- Before an update: the move must exist for this side; who and when are the database's to say.
    create function sec.guard_agreement() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare proposer boolean := sec.org() = old.proposed_org;
    begin
      new.version := old.version + 1;
      if current_user = 'voordeur_own' then return new; end if;
      if (old.status, new.status) not in (('proposed', 'agreed'), ('proposed', 'ended'), ('agreed', 'ended'))
        or (new.status = 'agreed' and proposer) then
        raise exception 'agreement: no move from % to % for %', old.status, new.status,
          case when proposer then 'the proposer' else 'the other side' end using errcode = 'check_violation';
      end if;
      if new.status = 'agreed' then
        new.agreed_member := sec.person();
        new.agreed_at := sec.now();
        select m.name into new.agreed_name from account.member m where m.id = sec.person();
      else
        new.ended_org := sec.org();
        new.ended_at := sec.now();
        select m.name into new.ended_name from account.member m where m.id = sec.person();
      end if;
      return new;
    end $$;
    create trigger number before insert on care.agreement for each row execute function sec.number_agreement();
    create trigger guard before update on care.agreement for each row execute function sec.guard_agreement();

    alter table care.agreement enable row level security;
    alter table care.agreement force row level security;
    create policy own_all on care.agreement to voordeur_own using (true) with check (true);
    create policy see on care.agreement for select to voordeur_app using ((select sec.org()) in (from_org, to_org));
    create policy propose on care.agreement for insert to voordeur_app with check (
      status = 'proposed' and proposed_org = (select sec.org()) and proposed_member = (select sec.person()));
    create policy move on care.agreement for update to voordeur_app
      using ((select sec.org()) in (from_org, to_org)) with check ((select sec.org()) in (from_org, to_org));
    create policy clock_sees on care.agreement for select to voordeur_jobs using (agreed_at is not null);
    grant select, insert (from_org, from_desk, to_org, to_desk, purpose, criteria, needed, contact_route, answer_days,
      contact_days, start_days, valid_from, valid_until), update (status, end_reason) on care.agreement to voordeur_app;
    grant select (id, from_org, from_desk, to_org, to_desk, edition, status, answer_days, contact_days, start_days,
      valid_from, valid_until, agreed_at, ended_at) on care.agreement to voordeur_jobs;

    -- Who can agree for an organisation: the fact by role, not the people.
    create function sec.agreeing() returns table (organization_id uuid, role text) stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select distinct m.organization_id, r.role from account.member m, unnest(m.roles) r(role)
      where m.disabled_at is null and r.role in ('team_lead', 'administrator')
    $$;
    revoke execute on function sec.number_agreement(), sec.guard_agreement(), sec.agreeing() from public;
    grant execute on function sec.agreeing() to voordeur_app
  `.execute(db)
}
