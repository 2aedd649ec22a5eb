/**
 * What a resident says with the code of the card (domain.md section 4): that nobody called, that it went otherwise, that
 * it did not help, that they object. Such an alarm reaches the holder and the team lead at once and stays until it is
 * answered. Three answers at the end are for the figures only: nobody reads them of one person.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await tables(db)
  await answering(db)
  await reading(db)
  await saying(db)
}

async function tables(db: Kysely<never>) {
  await sql`
    create table care.alarm (
      id uuid primary key default gen_random_uuid(),
      matter_id uuid not null references care.matter on delete cascade,
      -- What was under way then: of an ended support the receiver may reopen it.
      transfer_id uuid references care.transfer on delete cascade,
      kind text not null check (kind in ('nobody_called', 'went_differently', 'not_helped', 'objects')),
      words text check (length(words) between 1 and 500),
      raised_at timestamptz not null,
      answer text check (answer in ('called', 'spoken', 'will_call', 'reopened')),
      answer_on date,
      answered_at timestamptz,
      answered_org uuid references directory.organization (id),
      answered_member uuid references account.member (id),
      constraint alarm_answered_whole check ((answer is null) = (answered_at is null) and (answer is null) = (answered_org is null)),
      constraint alarm_will_call_on_a_day check ((answer is not distinct from 'will_call') = (answer_on is not null))
    );
    -- What is said twice before there is an answer is one alarm.
    create unique index alarm_one_open on care.alarm (matter_id, kind) where answered_at is null;
    create index alarm_of_matter on care.alarm (matter_id, raised_at);

    create table care.resident_answer (
      matter_id uuid primary key references care.matter on delete cascade,
      right_door boolean,
      told_again boolean,
      helped text check (helped in ('yes', 'partly', 'no')),
      answered_at timestamptz not null,
      constraint resident_answer_says_something check (num_nonnulls(right_door, told_again, helped) > 0)
    );

    alter table care.alarm enable row level security;
    alter table care.alarm force row level security;
    alter table care.resident_answer enable row level security;
    alter table care.resident_answer force row level security;
    create policy own_all on care.alarm to voordeur_own using (true) with check (true);
    create policy own_all on care.resident_answer to voordeur_own using (true) with check (true);
    create policy see on care.alarm for select to voordeur_app
      using (exists (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())));
    create policy answer on care.alarm for update to voordeur_app
      using (exists (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())))
      with check (exists (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())));
    grant select, update (answer, answer_on) on care.alarm to voordeur_app
  `.execute(db)
}

/** An answer is given once; who and when are the database's to say. Reopening answers that it did not help. */
async function answering(db: Kysely<never>) {
  await sql`
    create function sec.guard_alarm() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      if old.answered_at is not null or new.answer is null then
        raise exception 'alarm: answered once' using errcode = 'check_violation';
      end if;
      new.answered_at := sec.now();
      if current_user <> 'voordeur_own' then
        new.answered_org := sec.org();
        new.answered_member := sec.person();
      end if;
      return new;
    end $$;
    create trigger guard before update on care.alarm for each row execute function sec.guard_alarm();

    create function sec.reopening_answers() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      update care.alarm set answer = 'reopened', answered_org = new.receiver_org, answered_member = sec.person()
        where matter_id = new.matter_id and kind = 'not_helped' and answered_at is null;
      return null;
    end $$;
    create trigger reopening_answers after update of status on care.transfer for each row
      when (old.status = 'closed' and new.status = 'started') execute function sec.reopening_answers();
    revoke execute on function sec.guard_alarm(), sec.reopening_answers() from public
  `.execute(db)
}

/** What the follow page shows beside who has the ball: steps, not contents; which kinds of facts, not the facts. */
async function reading(db: Kysely<never>) {
  await sql`
    create function sec.follow_matter(code_hash bytea, asked_at timestamptz) returns care.matter stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select x from care.matter x join care.follow_code c on c.matter_id = x.id
        where c.hash = code_hash and (c.ended_at is null or c.ended_at > asked_at)
          and (x.closed_at is null or x.closed_at > asked_at - interval '30 days') and x.opened_at is not null
    $$;

    create function sec.follow_file(code_hash bytea, asked_at timestamptz) returns jsonb stable
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare m care.matter := sec.follow_matter(code_hash, asked_at); t care.transfer;
    begin
      if m.id is null then return null; end if;
      select * into t from care.transfer x where x.matter_id = m.id and x.status = 'accepted';
      return jsonb_build_object(
        'isOver', m.closed_at is not null,
        'meeting', case when t.id is not null then jsonb_build_object('on', t.contact_on, 'how', t.contact_how, 'by', t.contact_by) end,
        'canJudge', m.closed_at is not null or exists (select 1 from care.transfer x where x.matter_id = m.id
          and x.status in ('handed_over', 'started', 'closed')),
        'answered', exists (select 1 from care.resident_answer a where a.matter_id = m.id),
        'steps', coalesce((select jsonb_agg(jsonb_build_object('at', s.at, 'code', s.code, 'by', s.name) order by s.at, s.seq) from (
          select e.at, e.seq, o.name, case when e.to_status = 'handed_over' then 'handed_over' else e.type end as code
          from care.event e left join directory.organization o on o.id = e.org_id
          where e.matter_id = m.id and (e.to_status = 'handed_over' or e.type in ('signal.send', 'signal.take', 'signal.send_back',
            'signal.conclude', 'transfer.offer', 'transfer.accept', 'transfer.decline', 'transfer.expire', 'transfer.withdraw',
            'transfer.plan_contact', 'transfer.contact_failed', 'transfer.return', 'transfer.lapse', 'transfer.report_waiting',
            'transfer.start', 'transfer.close', 'transfer.reopen', 'matter.close', 'matter.reopen', 'resident.nobody_called',
            'resident.went_differently', 'resident.not_helped', 'resident.objects', 'resident.helped', 'resident.contact_was'))) s), '[]'),
        'alarms', coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'raisedAt', a.raised_at, 'answer', a.answer,
          'answerOn', a.answer_on, 'answeredAt', a.answered_at) order by a.raised_at desc) from care.alarm a where a.matter_id = m.id), '[]'),
        -- Who sees now who it is, and on what kind of ground: the law itself would say what it is about.
        'seers', coalesce((select jsonb_agg(jsonb_build_object('name', r.name, 'since', r.since, 'ground', r.ground) order by r.since) from (
          select o.name, min(r.valid_from) as since, max(case b.ground when 'consent' then 'consent' when 'vital' then 'vital' else 'task' end) as ground
          from care.relation r join directory.organization o on o.id = r.org_id left join care.legal_basis b on b.id = r.basis_id
          where r.matter_id = m.id and r.sees_person and now() between r.valid_from and r.valid_until group by o.name) r), '[]'),
        'kept', (select coalesce(jsonb_agg(k.code), '[]') from (
          select 'name' as code from care.person p where p.matter_id = m.id
          union all select 'phone' from care.person p where p.matter_id = m.id and p.phone is not null
          union all select 'contact' from care.person p where p.matter_id = m.id
          union all select 'question' union all select 'steps') k));
    end $$;
    revoke execute on function sec.follow_matter(bytea, timestamptz), sec.follow_file(bytea, timestamptz) from public;
    grant execute on function sec.follow_file(bytea, timestamptz) to voordeur_follow
  `.execute(db)
}

/** What the resident says, written in one transaction with the promise to tell the holder and the team lead. */
async function saying(db: Kysely<never>) {
  await sql`
    create function sec.follow_say(code_hash bytea, asked_at timestamptz, request uuid, what text, said text) returns text
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      m care.matter := sec.follow_matter(code_hash, asked_at);
      t care.transfer; s care.signal; alarm uuid; worker uuid; desk uuid; outcome text := 'told';
    begin
      if m.id is not null then
        -- One at a time: two taps on one button are one alarm.
        perform 1 from care.matter x where x.id = m.id for update;
        select * into t from care.transfer x where x.matter_id = m.id and x.status in ('offered', 'accepted', 'handed_over', 'started', 'closed')
          order by x.status = 'closed', x.created_at desc limit 1;
        select * into s from care.signal x where x.matter_id = m.id and x.status <> 'draft' order by x.created_at desc limit 1;
        if what in ('nobody_called', 'went_differently', 'not_helped', 'objects') then
          insert into care.alarm (matter_id, transfer_id, kind, words, raised_at) values (m.id, t.id, what, said, asked_at)
            on conflict do nothing returning id into alarm;
          if alarm is null then outcome := 'already'; end if;
        elsif what = 'contact_was' then
          if t.status is distinct from 'accepted' then outcome := 'not_now';
          elsif exists (select 1 from care.event e where e.transfer_id = t.id and e.type = 'resident.contact_was') then outcome := 'already'; end if;
        elsif what = 'helped' then
          if exists (select 1 from care.event e where e.matter_id = m.id and e.type = 'resident.helped') then outcome := 'already'; end if;
        else
          outcome := 'not_now';
        end if;
        if outcome = 'told' then
          insert into care.event (matter_id, transfer_id, signal_id, org_id, member_id, type, request_id, at)
            values (m.id, t.id, case when t.id is null then s.id end, null, null, 'resident.' || what, request, asked_at);
        end if;
        if alarm is not null then
          worker := case when t.receiver_org = m.holder_org then t.caseworker when t.sender_org = m.holder_org then t.sender_member
            when s.receiver_org = m.holder_org then s.assignee when s.sender_org = m.holder_org then s.sender_member end;
          desk := case when worker is not null then null when t.receiver_org = m.holder_org then t.receiver_desk
            when s.receiver_org = m.holder_org then s.receiver_desk end;
          insert into outbox.message (topic, object_id, to_org, to_desk, to_member, to_role, dedupe_key)
            select 'resident.alarm', m.id, m.holder_org, x.to_desk, x.to_member, x.to_role,
              concat_ws(':', 'resident.alarm', alarm, m.holder_org, coalesce(x.to_desk::text, x.to_member::text, x.to_role))
            from (values (desk, worker, null), (null, null, 'team_lead')) x(to_desk, to_member, to_role)
            where num_nonnulls(x.to_desk, x.to_member, x.to_role) = 1
            on conflict do nothing;
        end if;
      end if;
      insert into audit.event (request_id, action, purpose, result, object_type, object_ids)
        values (request, 'follow.say', 'resident', case when m.id is null then 'not_found' else outcome end, 'matter',
          case when m.id is null then '{}' else array[m.id] end);
      return case when m.id is null then null else outcome end;
    end $$;

    create function sec.follow_answer(code_hash bytea, asked_at timestamptz, request uuid, door boolean, again boolean, help text) returns text
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare m care.matter := sec.follow_matter(code_hash, asked_at); outcome text := 'told';
    begin
      if m.id is not null and m.closed_at is null then outcome := 'not_now'; end if;
      if m.id is not null and outcome = 'told' then
        -- The last word counts; whoever reads the figures finds one per matter.
        insert into care.resident_answer (matter_id, right_door, told_again, helped, answered_at) values (m.id, door, again, help, asked_at)
          on conflict (matter_id) do update set right_door = excluded.right_door, told_again = excluded.told_again,
            helped = excluded.helped, answered_at = excluded.answered_at;
      end if;
      insert into audit.event (request_id, action, purpose, result, object_type, object_ids)
        values (request, 'follow.answer', 'resident', case when m.id is null then 'not_found' else outcome end, 'matter',
          case when m.id is null then '{}' else array[m.id] end);
      return case when m.id is null then null else outcome end;
    end $$;
    revoke execute on function sec.follow_say(bytea, timestamptz, uuid, text, text),
      sec.follow_answer(bytea, timestamptz, uuid, boolean, boolean, text) from public;
    grant execute on function sec.follow_say(bytea, timestamptz, uuid, text, text),
      sec.follow_answer(bytea, timestamptz, uuid, boolean, boolean, text) to voordeur_follow
  `.execute(db)
}
