/**
 * What a desk works with: how long something has stood as it stands, who is away and who stands in, who is looking now,
 * what a screening meeting found, the norm of a team, and notifications with when they may be mailed.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await since(db)
  await people(db)
  await matters(db)
  await notifications(db)
  await backToTheQueue(db)
  await guardRows(db)
}

/** Since when a signal or transfer stands in its state, and the indexes of the work list. */
async function since(db: Kysely<never>) {
  for (const table of ['signal', 'transfer']) {
    await sql`
      alter table ${sql.id('care', table)} add column since timestamptz not null default sec.now();
      -- The law stays out of it: nothing happens to anybody's work here.
      alter table ${sql.id('care', table)} disable trigger user;
      update ${sql.id('care', table)} set since = coalesce((select max(e.at) from care.event e
        where e.${sql.id(`${table}_id`)} = ${sql.id(table)}.id and e.to_status is not null), created_at);
      alter table ${sql.id('care', table)} enable trigger user
    `.execute(db)
  }
  await sql`
    create function sec.stand_since() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      new.since := sec.now();
      return new;
    end $$;
    create trigger since before update on care.signal for each row
      when (old.status is distinct from new.status) execute function sec.stand_since();
    create trigger since before update on care.transfer for each row
      when (old.status is distinct from new.status) execute function sec.stand_since();

    -- In which open matters has this organisation a side? Where the work list begins, however long the history is.
    create index relation_open_of_org on care.relation (org_id, matter_id) where valid_until = 'infinity';
    -- What is open, or being written, in these matters?
    create index signal_unfinished_of_matter on care.signal (matter_id) where status in ('draft', 'sent', 'taken', 'waiting');
    create index transfer_unfinished_of_matter on care.transfer (matter_id)
      where status in ('draft', 'offered', 'accepted', 'handed_over', 'started')
  `.execute(db)
}

/** Absence with a deputy, the norm of a team, and how somebody wants to be told. */
async function people(db: Kysely<never>) {
  await sql`
    create table account.absence (
      id uuid primary key default gen_random_uuid(),
      organization_id uuid not null default sec.org() references directory.organization (id),
      member_id uuid not null,
      -- Both days included.
      from_on date not null,
      until_on date not null,
      deputy_id uuid,
      foreign key (member_id, organization_id) references account.member (id, organization_id) on delete cascade,
      foreign key (deputy_id, organization_id) references account.member (id, organization_id),
      constraint absence_period check (from_on <= until_on),
      constraint absence_deputy_is_another check (deputy_id <> member_id)
    );
    -- Who is away now, and for whom does somebody stand in?
    create index absence_of_member on account.absence (member_id, until_on);
    create index absence_of_deputy on account.absence (deputy_id, until_on);

    create table account.desk_setting (
      desk_id uuid primary key,
      organization_id uuid not null default sec.org(),
      -- How much one worker of this desk has in hand at most, by its own agreement.
      norm smallint constraint desk_norm_sensible check (norm between 1 and 999),
      foreign key (desk_id, organization_id) references directory.desk (id, organization_id) on delete cascade
    );

    create table account.preference (
      member_id uuid primary key default sec.person() references account.member (id) on delete cascade,
      mail text not null default 'at_once' check (mail in ('at_once', 'digest')),
      -- The hour of the Dutch clock at which a digest goes out, on working days.
      digest_hour smallint not null default 8 check (digest_hour between 6 and 20),
      -- Hours of the Dutch clock: from 18 until 7 is the night between. The same hour twice: none.
      quiet_from smallint not null default 0 check (quiet_from between 0 and 23),
      quiet_until smallint not null default 0 check (quiet_until between 0 and 23),
      -- Shortcuts of one key can be switched off (WCAG 2.1.4).
      shortcuts boolean not null default true
    );

    -- A closing period is public and belongs to the organisation of the desk: only its own people write it.
    create function sec.close_desk(desk uuid, first_day date, last_day date) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      insert into directory.desk_closing (desk_id, from_on, until_on)
        select d.id, first_day, last_day from directory.desk d where d.id = desk and d.organization_id = sec.org()
        on conflict (desk_id, from_on) do update set until_on = excluded.until_on;
      return found;
    end $$;
    create function sec.open_desk(desk uuid, first_day date) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      delete from directory.desk_closing c using directory.desk d
        where c.desk_id = desk and c.from_on = first_day and d.id = desk and d.organization_id = sec.org();
      return found;
    end $$
  `.execute(db)
}

/** Who is looking now, and what a screening meeting found. */
async function matters(db: Kysely<never>) {
  await sql`
    -- Now, and nothing else: a row lives as long as somebody looks, and is in no back-up of the log.
    create unlogged table care.presence (
      matter_id uuid not null references care.matter on delete cascade,
      member_id uuid not null default sec.person() references account.member (id) on delete cascade,
      organization_id uuid not null default sec.org(),
      seen_at timestamptz not null default sec.now(),
      primary key (matter_id, member_id)
    );

    create table care.screening (
      id uuid primary key default gen_random_uuid(),
      matter_id uuid not null references care.matter on delete cascade,
      signal_id uuid not null references care.signal on delete cascade,
      org_id uuid not null default sec.org() references directory.organization (id),
      member_id uuid not null default sec.person() references account.member (id),
      at timestamptz not null default sec.now(),
      complete boolean not null,
      nature text not null check (nature in ('question', 'worry', 'safety')),
      severity text not null check (severity in ('light', 'serious', 'dangerous')),
      urgency text not null check (urgency in ('normal', 'urgent', 'acute')),
      right_place boolean not null,
      outcome text not null check (outcome in ('take', 'ask', 'redirect', 'send_back', 'later'))
    );
    -- What did the meeting find of this signal?
    create index screening_of_signal on care.screening (signal_id, at)
  `.execute(db)
}

/** Every promise to tell somebody is a notification of each of them at once; the mail follows when it may. */
async function notifications(db: Kysely<never>) {
  await sql`
    create table account.notification (
      id uuid primary key default gen_random_uuid(),
      member_id uuid not null references account.member (id) on delete cascade,
      -- The promise it comes from: one per person.
      message_id uuid not null,
      topic text not null,
      object_id uuid not null,
      at timestamptz not null default sec.now(),
      read_at timestamptz,
      unique (member_id, message_id)
    );
    -- The list of one person, the newest first, and how many of it are unread.
    create index notification_of_member on account.notification (member_id, at desc);
    create index notification_unread on account.notification (member_id) where read_at is null;
    -- What may go?
    create index notification_by_age on account.notification (at);

    create table outbox.held_mail (
      message_id uuid not null,
      member_id uuid not null references account.member (id) on delete cascade,
      send_at timestamptz not null,
      primary key (member_id, message_id)
    );
    -- Whose digest is due?
    create index held_mail_due on outbox.held_mail (send_at);

    -- Whom a promise means: the account (and who stands in for it), those at the desk, or those with the role. Where
    -- nobody of them is left: who shares a desk with the account that went, and then the team leads.
    create function sec.recipients(org uuid, desk uuid, member uuid, role text, asked_at timestamptz) returns setof uuid stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      with active as (select m.id, m.roles from account.member m where m.organization_id = org and m.disabled_at is null),
      meant as (
        select a.id from active a where a.id = member or role = any(a.roles)
          or exists (select 1 from account.desk_member d where d.member_id = a.id and d.desk_id = desk)),
      deputies as (
        select a.id from active a join account.absence x on x.deputy_id = a.id
        where x.member_id = member and (asked_at at time zone 'Europe/Amsterdam')::date between x.from_on and x.until_on),
      mates as (
        select a.id from active a where not exists (select 1 from meant)
          and exists (select 1 from account.desk_member x join account.desk_member y on y.desk_id = x.desk_id
            where x.member_id = member and y.member_id = a.id)),
      leads as (
        select a.id from active a where 'team_lead' = any(a.roles) and num_nonnulls(desk, member, role) > 0
          and not exists (select 1 from meant) and not exists (select 1 from mates))
      select id from meant union select id from deputies union select id from mates union select id from leads
    $$;

    create function sec.notify_each() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      insert into account.notification (member_id, message_id, topic, object_id)
        select r.member, new.id, new.topic, new.object_id
        from sec.recipients(new.to_org, new.to_desk, new.to_member, new.to_role, sec.now()) as r(member)
        -- One's own act is no news to oneself.
        where r.member is distinct from sec.person()
        on conflict do nothing;
      return null;
    end $$;
    create trigger notify_each after insert on outbox.message for each row execute function sec.notify_each()
  `.execute(db)
}

/** A disabled account has nothing in hand any more: its work stands in the queue of the desk, which is told. */
async function backToTheQueue(db: Kysely<never>) {
  await sql`
    -- What was taken on may wait in the queue again, for a colleague to pick up.
    alter table care.transfer drop constraint transfer_caseworker;

    create function sec.back_to_queue() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      request uuid := coalesce(sec.request(), gen_random_uuid());
      touched uuid[];
    begin
      with signals as (
        update care.signal s set assignee = null where s.assignee = new.id and s.status in ('taken', 'waiting')
        returning s.id, s.matter_id, s.receiver_org, s.receiver_desk, s.version, 'signal' as kind),
      transfers as (
        update care.transfer t set caseworker = null
        where t.caseworker = new.id and t.status in ('accepted', 'handed_over', 'started')
        returning t.id, t.matter_id, t.receiver_org, t.receiver_desk, t.version, 'transfer' as kind),
      work as (select * from signals union all select * from transfers),
      events as (
        insert into care.event (matter_id, signal_id, transfer_id, org_id, member_id, type, request_id)
        select w.matter_id, case w.kind when 'signal' then w.id end, case w.kind when 'transfer' then w.id end,
          null, null, w.kind || '.to_queue', request from work w),
      promises as (
        insert into outbox.message (topic, object_id, to_org, to_desk, dedupe_key)
        select w.kind || '.to_queue', w.id, w.receiver_org, w.receiver_desk,
          concat_ws(':', w.kind || '.to_queue', w.id, w.version, w.receiver_desk) from work w
        on conflict do nothing)
      select array_agg(w.id) into touched from work w;
      if touched is not null then
        insert into audit.event (request_id, org_id, actor, action, purpose, result, object_type, object_ids)
          values (request, new.organization_id, sec.person(), 'account.disable', 'back to the queue', 'ok', 'work', touched);
      end if;
      return null;
    end $$;
    create trigger back_to_queue after update of disabled_at on account.member for each row
      when (old.disabled_at is null and new.disabled_at is not null) execute function sec.back_to_queue()
  `.execute(db)
}

async function guardRows(db: Kysely<never>) {
  const tables = [
    ['account', 'absence'],
    ['account', 'desk_setting'],
    ['account', 'preference'],
    ['account', 'notification'],
    ['care', 'presence'],
    ['care', 'screening'],
    ['outbox', 'held_mail'],
  ] as const
  for (const [schema, name] of tables) {
    await sql`
      alter table ${sql.id(schema, name)} enable row level security;
      alter table ${sql.id(schema, name)} force row level security;
      create policy own_all on ${sql.id(schema, name)} to voordeur_own using (true) with check (true)
    `.execute(db)
  }
  await sql`
    create policy ours on account.absence to voordeur_app
      using (organization_id = (select sec.org())) with check (organization_id = (select sec.org()));
    create policy ours on account.desk_setting to voordeur_app
      using (organization_id = (select sec.org())) with check (organization_id = (select sec.org()));
    create policy mine on account.preference to voordeur_app
      using (member_id = (select sec.person())) with check (member_id = (select sec.person()));
    create policy mine on account.notification to voordeur_app
      using (member_id = (select sec.person())) with check (member_id = (select sec.person()));
    create policy see on care.presence for select to voordeur_app using (organization_id = (select sec.org()));
    create policy look on care.presence for insert to voordeur_app with check (organization_id = (select sec.org())
      and member_id = (select sec.person()) and exists (select 1 from care.matter m where m.id = matter_id));
    create policy look_on on care.presence for update to voordeur_app using (member_id = (select sec.person()))
      with check (member_id = (select sec.person()) and organization_id = (select sec.org()));
    create policy leave on care.presence for delete to voordeur_app using (organization_id = (select sec.org())
      and (member_id = (select sec.person()) or seen_at < sec.now() - interval '90 seconds'));
    create policy see on care.screening for select to voordeur_app using (org_id = (select sec.org())
      and exists (select 1 from care.signal s where s.id = signal_id and s.matter_id = screening.matter_id));
    create policy record on care.screening for insert to voordeur_app with check (org_id = (select sec.org())
      and member_id = (select sec.person())
      and exists (select 1 from care.signal s where s.id = signal_id and s.matter_id = screening.matter_id
        and s.receiver_org = (select sec.org())));

    create policy reads on account.preference for select to voordeur_jobs using (current_user = 'voordeur_jobs');
    create policy forgets on account.notification to voordeur_jobs
      using (current_user = 'voordeur_jobs') with check (current_user = 'voordeur_jobs');
    create policy forgets on care.presence to voordeur_jobs
      using (current_user = 'voordeur_jobs') with check (current_user = 'voordeur_jobs');
    create policy holds on outbox.held_mail to voordeur_jobs
      using (current_user = 'voordeur_jobs') with check (current_user = 'voordeur_jobs');

    grant select, delete, insert (member_id, from_on, until_on, deputy_id) on account.absence to voordeur_app;
    grant select, insert (desk_id, norm), update (norm) on account.desk_setting to voordeur_app;
    grant select, insert (mail, digest_hour, quiet_from, quiet_until, shortcuts),
      update (mail, digest_hour, quiet_from, quiet_until, shortcuts) on account.preference to voordeur_app;
    grant select, update (read_at) on account.notification to voordeur_app;
    grant select, delete, insert (matter_id), update (seen_at) on care.presence to voordeur_app;
    grant select, insert (matter_id, signal_id, complete, nature, severity, urgency, right_place, outcome)
      on care.screening to voordeur_app;

    grant select on account.preference to voordeur_jobs;
    grant select (at), delete on account.notification to voordeur_jobs;
    grant select (seen_at), delete on care.presence to voordeur_jobs;
    grant select, insert, update (send_at), delete on outbox.held_mail to voordeur_jobs;

    revoke execute on function sec.stand_since(), sec.close_desk(uuid, date, date), sec.open_desk(uuid, date),
      sec.recipients(uuid, uuid, uuid, text, timestamptz), sec.notify_each(), sec.back_to_queue() from public;
    grant execute on function sec.close_desk(uuid, date, date), sec.open_desk(uuid, date) to voordeur_app;
    grant execute on function sec.recipients(uuid, uuid, uuid, text, timestamptz) to voordeur_jobs
  `.execute(db)
}
