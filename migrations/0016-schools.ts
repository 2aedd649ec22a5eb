/**
 * What a school support team needs: sheets (what is typed, kept before it is a signal), the meetings of a team with who
 * joins them, and how large the group of a collective signal is. Decision 0017.
 */
import { type Kysely, sql } from 'kysely'

const PROTECTED = ['sheet', 'meeting', 'meeting_guest', 'meeting_line']

export async function up(db: Kysely<never>): Promise<void> {
  await meetings(db)
  await sheets(db)
  await groups(db)
  for (const name of PROTECTED) {
    await sql`
      alter table ${sql.id('care', name)} enable row level security;
      alter table ${sql.id('care', name)} force row level security;
      create policy own_all on ${sql.id('care', name)} to voordeur_own using (true) with check (true)
    `.execute(db)
  }
  await policies(db)
}

/** A meeting holds no case: its lines say what left it, by theme and team, for who could not be there. */
async function meetings(db: Kysely<never>) {
  await sql`
    create table care.meeting (
      id uuid primary key default gen_random_uuid(),
      org_id uuid not null default sec.org() references directory.organization (id),
      kind text not null check (kind in ('sot', 'zat')),
      on_day date not null,
      starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
      room text check (length(room) between 1 and 120),
      planned_by uuid not null default sec.person() references account.member (id),
      created_at timestamptz not null default sec.now(),
      held_at timestamptz,
      -- For who was not there: without anything about a person.
      report text,
      version integer not null default 1,
      unique (id, org_id),
      constraint meeting_report_when_held check (report is null or held_at is not null)
    );
    -- The year of a school: what is planned, what was held.
    create index meeting_of_school on care.meeting (org_id, on_day);

    create table care.meeting_guest (
      meeting_id uuid not null,
      school_org uuid not null,
      org_id uuid not null,
      desk_id uuid not null,
      role text not null check (role in ('school_social_worker', 'youth_nurse', 'consultant')),
      -- Null until the meeting was held.
      present boolean,
      primary key (meeting_id, desk_id, role),
      foreign key (meeting_id, school_org) references care.meeting (id, org_id) on delete cascade,
      foreign key (desk_id, org_id) references directory.desk (id, organization_id),
      constraint guest_of_another check (org_id <> school_org)
    );
    -- Which meetings do we join?
    create index meeting_guest_of_org on care.meeting_guest (org_id, meeting_id);

    create table care.meeting_line (
      id uuid primary key default gen_random_uuid(),
      meeting_id uuid not null,
      school_org uuid not null default sec.org(),
      theme text not null check (length(theme) between 1 and 80),
      urgency text not null check (urgency in ('normal', 'urgent', 'acute')),
      collective boolean not null,
      receiver_desk uuid not null references directory.desk (id),
      sent_at timestamptz not null default sec.now(),
      foreign key (meeting_id, school_org) references care.meeting (id, org_id) on delete cascade
    );
    -- What left this meeting?
    create index meeting_line_of_meeting on care.meeting_line (meeting_id, sent_at);

    -- What was held stays as it was held; the version counts every change.
    create function sec.guard_meeting() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      if old.held_at is not null then
        raise exception 'meeting: what was held does not change' using errcode = 'check_violation';
      end if;
      new.version := old.version + 1;
      return new;
    end $$;
    create trigger guard before update on care.meeting for each row execute function sec.guard_meeting();
    revoke execute on function sec.guard_meeting() from public
  `.execute(db)
}

/** What somebody types, word for word. Seen by its writer; in a meeting by the school, for it is written together. */
async function sheets(db: Kysely<never>) {
  await sql`
    create table care.sheet (
      id uuid primary key default gen_random_uuid(),
      org_id uuid not null default sec.org() references directory.organization (id),
      member_id uuid not null default sec.person() references account.member (id),
      meeting_id uuid,
      -- Written on a matter that came back; without one it will open a new one.
      matter_id uuid references care.matter on delete cascade,
      typed jsonb not null check (jsonb_typeof(typed) = 'object' and length(typed::text) <= 40000),
      created_at timestamptz not null default sec.now(),
      kept_at timestamptz not null default sec.now(),
      version integer not null default 1,
      -- A meeting that is cancelled leaves what was written to its writer.
      foreign key (meeting_id, org_id) references care.meeting (id, org_id) on delete set null (meeting_id)
    );
    -- What is this person still writing?
    create index sheet_of_member on care.sheet (org_id, member_id);
    -- What was written in this meeting?
    create index sheet_of_meeting on care.sheet (meeting_id) where meeting_id is not null;

    create function sec.keep_sheet() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      new.version := old.version + 1;
      new.kept_at := sec.now();
      return new;
    end $$;
    create trigger keep before update on care.sheet for each row execute function sec.keep_sheet();
    revoke execute on function sec.keep_sheet() from public
  `.execute(db)
}

/** How large a group is: a band, for a number can point at one class. */
async function groups(db: Kysely<never>) {
  await sql`
    alter table care.matter add column group_size text check (group_size in ('under_5', '5_to_10', '10_to_25', 'over_25')),
      add constraint matter_size_of_group check (group_size is null or subject = 'group');
    grant insert (group_size), update (group_size) on care.matter to voordeur_app
  `.execute(db)
}

async function policies(db: Kysely<never>) {
  const ours = sql.raw(`org_id = (select sec.org())`)
  const mine = sql.raw(`org_id = (select sec.org()) and (member_id = (select sec.person()) or meeting_id is not null)`)
  await sql`
    create policy see on care.meeting for select to voordeur_app using (${ours}
      or exists (select 1 from care.meeting_guest g where g.meeting_id = meeting.id));
    create policy plan on care.meeting for insert to voordeur_app with check (${ours} and planned_by = (select sec.person()));
    create policy change on care.meeting for update to voordeur_app using (${ours}) with check (${ours});
    create policy cancel on care.meeting for delete to voordeur_app using (${ours} and held_at is null);
    grant select, delete, insert (kind, on_day, starts_at, room), update (on_day, starts_at, room, held_at, report)
      on care.meeting to voordeur_app;

    create policy see on care.meeting_guest for select to voordeur_app using ((select sec.org()) in (school_org, org_id));
    create policy invite on care.meeting_guest for insert to voordeur_app with check (school_org = (select sec.org()));
    create policy note on care.meeting_guest for update to voordeur_app
      using (school_org = (select sec.org())) with check (school_org = (select sec.org()));
    create policy drop_out on care.meeting_guest for delete to voordeur_app using (school_org = (select sec.org()));
    grant select, delete, insert (meeting_id, school_org, org_id, desk_id, role), update (present)
      on care.meeting_guest to voordeur_app;

    -- A guest reads what left the meeting once it was held.
    create policy see on care.meeting_line for select to voordeur_app using (school_org = (select sec.org())
      or exists (select 1 from care.meeting m where m.id = meeting_id and m.held_at is not null));
    create policy record on care.meeting_line for insert to voordeur_app with check (school_org = (select sec.org()));
    grant select, insert (meeting_id, theme, urgency, collective, receiver_desk) on care.meeting_line to voordeur_app;

    create policy see on care.sheet for select to voordeur_app using (${mine});
    create policy begin on care.sheet for insert to voordeur_app
      with check (${ours} and member_id = (select sec.person()));
    create policy keep on care.sheet for update to voordeur_app using (${mine}) with check (${mine});
    create policy discard on care.sheet for delete to voordeur_app using (${mine});
    grant select, delete, insert (meeting_id, matter_id, typed), update (typed) on care.sheet to voordeur_app
  `.execute(db)
}
