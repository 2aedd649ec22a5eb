/**
 * Consults: a question without personal data to a consultant (domain.md section 4, Consult). Seen by the organisation
 * that asks and the one that is asked, and by nobody else; each side writes its own facts only.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table care.consult (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique default sec.reference(),
      asker_org uuid not null default sec.org() references directory.organization (id),
      asker_member uuid not null default sec.person() references account.member (id),
      answerer_org uuid not null references directory.organization (id),
      -- Null: all consultants of the organisation.
      answerer_desk uuid,
      theme text not null check (length(theme) between 1 and 80),
      place text check (length(place) between 1 and 80),
      question text not null,
      status text not null default 'open' check (status in ('open', 'answered', 'closed')),
      asked_at timestamptz not null default sec.now(),
      answer text,
      answered_by uuid,
      answered_at timestamptz,
      decision text check (decision in ('line0', 'together', 'apply')),
      closing_note text,
      closed_at timestamptz,
      version integer not null default 1,
      foreign key (answerer_desk, answerer_org) references directory.desk (id, organization_id),
      foreign key (answered_by, answerer_org) references account.member (id, organization_id),
      constraint consult_of_another check (asker_org <> answerer_org),
      constraint consult_answered_says_what check ((status = 'open') = (answer is null)
        and (answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
      constraint consult_closed_says_what check ((status = 'closed') = (decision is not null)
        and (decision is null) = (closed_at is null) and (closing_note is null or decision is not null))
    );
    -- What did we ask, and what are we asked? The list of either side, newest first.
    create index consult_of_asker on care.consult (asker_org, asked_at desc);
    create index consult_of_answerer on care.consult (answerer_org, asked_at desc);

    -- Before an update: the move must exist for this side, each side writes its own facts, and who and when are ours to say.
    create function sec.guard_consult() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare side text := sec.side(old.asker_org, old.answerer_org);
    begin
      new.version := old.version + 1;
      if side = 'law' then return new; end if;
      if (old.status, new.status, side) not in (('open', 'answered', 'receiver'), ('answered', 'closed', 'sender')) then
        raise exception 'consult: no move from % to % for %', old.status, new.status, side using errcode = 'check_violation';
      end if;
      if side = 'receiver' then
        if (new.decision, new.closing_note) is distinct from (old.decision, old.closing_note) then
          raise exception 'consult: what comes of it is the asker''s' using errcode = 'check_violation';
        end if;
        new.answered_by := sec.person();
        new.answered_at := sec.now();
      else
        if new.answer is distinct from old.answer then
          raise exception 'consult: the answer is the consultant''s' using errcode = 'check_violation';
        end if;
        new.closed_at := sec.now();
      end if;
      return new;
    end $$;
    create trigger guard before update on care.consult for each row execute function sec.guard_consult();

    alter table care.consult enable row level security;
    alter table care.consult force row level security;
    create policy own_all on care.consult to voordeur_own using (true) with check (true);
    create policy see on care.consult for select to voordeur_app
      using ((select sec.org()) in (asker_org, answerer_org));
    create policy ask on care.consult for insert to voordeur_app
      with check (asker_org = (select sec.org()) and asker_member = (select sec.person()) and status = 'open');
    create policy move on care.consult for update to voordeur_app
      using ((select sec.org()) in (asker_org, answerer_org)) with check ((select sec.org()) in (asker_org, answerer_org));
    grant select, insert (answerer_org, answerer_desk, theme, place, question),
      update (status, answer, decision, closing_note) on care.consult to voordeur_app;

    -- Where an active consultant works: a choice list needs the fact, not the people.
    create function sec.consulting() returns table (organization_id uuid, desk_id uuid) stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select distinct m.organization_id, d.desk_id from account.member m
      left join account.desk_member d on d.member_id = m.id
      where m.disabled_at is null and 'consultant' = any (m.roles)
    $$;
    revoke execute on function sec.guard_consult(), sec.consulting() from public;
    grant execute on function sec.consulting() to voordeur_app
  `.execute(db)
}
