/**
 * Matters and what hangs on them, and who may see which row: relations with row-level security (protection.md 2.1).
 * The laws that move holder and relations are in the next migration; this one holds the tables and the policies.
 */
import { type Kysely, sql } from 'kysely'

const PROTECTED = [
  'matter',
  'relation',
  'legal_basis',
  'person',
  'signal',
  'transfer',
  'event',
  'message',
  'feedback',
  'follow_code',
]

export async function up(db: Kysely<never>): Promise<void> {
  await askingParts(db)
  await matters(db)
  await signalsAndTransfers(db)
  await traces(db)
  await guardRows(db)
  await policies(db)
  await grants(db)
}

/** Accounts now know the organisations and desks they belong to; the clock of a request; reference numbers. */
async function askingParts(db: Kysely<never>) {
  await sql`
    alter table account.member add foreign key (organization_id) references directory.organization (id);
    alter table account.desk_member add foreign key (desk_id, organization_id) references directory.desk (id, organization_id);

    -- The clock of the request: deps.now(). Policies keep the clock of the database.
    create function sec.now() returns timestamptz stable language sql set search_path = pg_catalog, pg_temp
      as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
    -- Eight characters people can say over the phone, from forty random bits: it tells nothing about how many there are.
    create function sec.reference() returns text volatile language sql set search_path = pg_catalog, pg_temp as $$
      select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(bytes, i) & 31), 1)
             || case when i = 3 then '-' else '' end, '' order by i)
      from (select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as bytes) random,
           unnest(array[0, 1, 2, 3, 4, 5, 10, 11]) i
    $$;
    -- Who acts: a side of the row, the clock, or the owner's own functions.
    create function sec.side(sender uuid, receiver uuid) returns text stable language sql set search_path = pg_catalog, pg_temp as $$
      select case current_user
        when 'voordeur_own' then 'law'
        when 'voordeur_jobs' then 'clock'
        else case sec.org() when sender then 'sender' when receiver then 'receiver' else 'nobody' end end
    $$
  `.execute(db)
}

async function matters(db: Kysely<never>) {
  await sql`
    create table care.matter (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique default sec.reference(),
      subject text not null check (subject in ('person', 'household', 'group')),
      theme text not null check (length(theme) between 1 and 80),
      place text check (length(place) between 1 and 80),
      involvement text not null check (involvement in ('agrees', 'informed', 'objects', 'not_reached', 'withheld', 'no_person')),
      involvement_note text,
      sender_org uuid not null default sec.org() references directory.organization (id),
      sender_member uuid not null default sec.person() references account.member (id),
      holder_org uuid not null default sec.org() references directory.organization (id),
      created_at timestamptz not null default sec.now(),
      -- Null while there are only drafts: a draft opens no matter.
      opened_at timestamptz,
      next_act_on date,
      next_act text check (next_act in ('offer_again', 'sent_back', 'withdrawn', 'contact_family', 'evaluate', 'other')),
      closed_at timestamptz,
      outcome text,
      feedback text,
      version integer not null default 1,
      constraint matter_group_has_no_person check ((subject = 'group') = (involvement = 'no_person')),
      constraint matter_closed_says_why check ((closed_at is not null) = (outcome is not null)),
      constraint matter_closed_was_open check (closed_at is null or opened_at is not null),
      constraint matter_next_act_says_what check ((next_act_on is null) = (next_act is null))
    );
    -- The holder's list of next acts.
    create index matter_next_act on care.matter (holder_org, next_act_on) where closed_at is null;
    create index matter_of_sender on care.matter (sender_org);

    create table care.person (
      matter_id uuid primary key references care.matter on delete cascade,
      name text not null,
      phone text,
      may_call boolean not null default true,
      call_when text,
      voicemail boolean not null default false,
      interpreter text,
      wheelchair boolean not null default false
    );

    create table care.legal_basis (
      id uuid primary key default gen_random_uuid(),
      matter_id uuid not null references care.matter on delete cascade,
      org_id uuid not null default sec.org() references directory.organization (id),
      recipient_org uuid not null references directory.organization (id),
      ground text not null check (ground in ('task_jeugdwet', 'task_wmo', 'task_participatie', 'task_wgs', 'legal_duty',
        'vital', 'consent', 'meldcode', 'no_personal_data')),
      article text not null,
      purpose text not null,
      necessity text not null,
      valid tstzrange not null default tstzrange(now(), null),
      recorded_by uuid default sec.person() references account.member (id),
      ended_reason text
    );
    -- Is there a basis for this recipient now? Asked at every send and offer.
    create index legal_basis_for_recipient on care.legal_basis (matter_id, recipient_org)
  `.execute(db)
}

async function signalsAndTransfers(db: Kysely<never>) {
  const reasons = sql.raw(
    `('no_capacity', 'outside_area', 'outside_target_group', 'wrong_service', 'resident_refuses', 'incomplete', 'known_elsewhere')`,
  )
  const parties = sql.raw(`
      id uuid primary key default gen_random_uuid(),
      matter_id uuid not null references care.matter on delete cascade,
      sender_org uuid not null default sec.org() references directory.organization (id),
      sender_member uuid not null default sec.person() references account.member (id),
      sender_desk uuid,
      receiver_org uuid not null,
      receiver_desk uuid not null,
      created_at timestamptz not null default sec.now(),
      version integer not null default 1,
      reminders integer not null default 0,
      reminded_at timestamptz,
      better_address text,
      reason text,
      reason_text text,
      -- The day the matter is due in the sender's list when this ends without being taken on.
      sender_due_on date,
      outcome text,
      feedback text,
      foreign key (receiver_desk, receiver_org) references directory.desk (id, organization_id),
      foreign key (sender_desk, sender_org) references directory.desk (id, organization_id),
      check (sender_org <> receiver_org)`)
  await sql`
    create table care.signal (
      ${parties},
      status text not null default 'draft'
        check (status in ('draft', 'sent', 'taken', 'waiting', 'returned', 'concluded', 'withdrawn')),
      setting text not null check (setting in ('sot', 'zat', 'neighbourhood', 'gp', 'counter', 'early_debt', 'own_observation')),
      life_domains text[] not null default '{}',
      complexity text not null check (complexity in ('single', 'multiple', 'complex')),
      urgency text not null check (urgency in ('normal', 'urgent', 'acute')),
      noticed text not null,
      tried text,
      due_by timestamptz,
      assignee uuid,
      withdrawal_asked text,
      foreign key (assignee, receiver_org) references account.member (id, organization_id),
      -- Each status carries its own facts and no others.
      constraint signal_waiting_has_deadline check (status not in ('sent', 'waiting') or due_by is not null),
      constraint signal_returned_says_why check (status <> 'returned' or (reason in ${reasons} and sender_due_on is not null)),
      constraint signal_withdrawn_says_why check (status <> 'withdrawn' or (reason_text is not null and sender_due_on is not null)),
      constraint signal_concluded_tells check ((status = 'concluded') = (outcome is not null) and (status <> 'concluded' or feedback is not null)),
      constraint signal_outcome_known check (outcome in ('line0_answered', 'became_transfer', 'became_case', 'joined_case', 'to_table', 'no_action')),
      constraint signal_assignee_when_taken check (assignee is null or status in ('taken', 'waiting', 'concluded', 'returned'))
    );
    -- The desk's list: what waits for us, by deadline.
    create index signal_waiting_for_desk on care.signal (receiver_org, receiver_desk, due_by) where status in ('sent', 'taken', 'waiting');
    create index signal_of_sender on care.signal (sender_org, status);
    create index signal_of_matter on care.signal (matter_id);

    create table care.transfer (
      ${parties},
      -- The signal it came from, if any.
      signal_id uuid references care.signal,
      status text not null default 'draft' check (status in ('draft', 'offered', 'accepted', 'handed_over', 'started',
        'closed', 'declined', 'expired', 'withdrawn')),
      warm boolean not null default true,
      cold_reason text check (cold_reason in ('own_wish', 'unreachable', 'unsafe', 'crisis')),
      urgency text not null check (urgency in ('normal', 'urgent', 'acute')),
      request text not null,
      answer_by timestamptz,
      contact_by timestamptz,
      start_by timestamptz,
      contact_on timestamptz,
      contact_how text check (contact_how in ('phone', 'visit', 'office', 'video')),
      contacts_missed integer not null default 0,
      contact_missed_reason text,
      sender_confirmed_at timestamptz,
      receiver_confirmed_at timestamptz,
      present text[] not null default '{}' check (present <@ array['resident', 'sender', 'receiver', 'interpreter', 'own_network']),
      absent_reason text,
      caseworker uuid,
      waiting_until date,
      closed_at timestamptz,
      foreign key (caseworker, receiver_org) references account.member (id, organization_id),
      constraint transfer_offered_has_deadline check (status <> 'offered' or answer_by is not null),
      constraint transfer_cold_says_why check (warm = (cold_reason is null)),
      constraint transfer_caseworker check (status not in ('accepted', 'handed_over', 'started') or caseworker is not null),
      constraint transfer_warm_means_contact check (status not in ('handed_over', 'started', 'closed') or not warm
        or (sender_confirmed_at is not null and receiver_confirmed_at is not null)),
      constraint transfer_declined_says_why check (status <> 'declined' or reason in ${reasons}),
      constraint transfer_back_has_day check (status not in ('declined', 'expired', 'withdrawn') or sender_due_on is not null),
      constraint transfer_withdrawn_says_why check (status <> 'withdrawn' or reason_text is not null),
      constraint transfer_closed_tells check ((status = 'closed') = (closed_at is not null) and (status <> 'closed'
        or (outcome is not null and (outcome = 'passed_on' or feedback is not null)))),
      constraint transfer_outcome_known check (outcome in ('helped', 'partly_helped', 'stopped_by_resident', 'moved', 'passed_on', 'other'))
    );
    -- A matter waits for one answer at a time.
    create unique index transfer_one_open_per_matter on care.transfer (matter_id) where status in ('offered', 'accepted');
    -- The desk's list: what waits for us, most urgent deadline first.
    create index transfer_waiting_for_desk on care.transfer (receiver_org, receiver_desk, answer_by) where status = 'offered';
    -- The clock's list.
    create index transfer_due on care.transfer (status, answer_by, contact_by) where status in ('offered', 'accepted', 'handed_over');
    create index transfer_of_receiver on care.transfer (receiver_org, status);
    create index transfer_of_sender on care.transfer (sender_org, status);
    create index transfer_of_matter on care.transfer (matter_id);

    create table care.relation (
      id uuid primary key default gen_random_uuid(),
      matter_id uuid not null references care.matter on delete cascade,
      org_id uuid not null references directory.organization (id),
      side text not null check (side in ('sender', 'receiver')),
      -- What made an organisation receiver: ends with it.
      signal_id uuid references care.signal on delete cascade,
      transfer_id uuid references care.transfer on delete cascade,
      sees_person boolean not null default false,
      basis_id uuid references care.legal_basis on delete cascade,
      valid_from timestamptz not null default now(),
      valid_until timestamptz not null default 'infinity',
      -- A basis for every side but the sender.
      constraint relation_has_basis check ((side = 'sender') = (basis_id is null)),
      constraint relation_has_cause check ((side = 'sender') = (num_nonnulls(signal_id, transfer_id) = 0))
    );
    -- Every policy asks: has this organisation a relation with this matter?
    create index relation_of_org on care.relation (org_id, matter_id);
    create index relation_of_matter on care.relation (matter_id)
  `.execute(db)
}

/** What happened, what was said, what the sender hears back, the log, and what must still be told to somebody. */
async function traces(db: Kysely<never>) {
  const parent = sql.raw(`
      matter_id uuid not null references care.matter on delete cascade,
      signal_id uuid references care.signal on delete cascade,
      transfer_id uuid references care.transfer on delete cascade,
      at timestamptz not null default sec.now(),
      -- What happened in one transaction has one time; this keeps its order.
      seq bigint generated always as identity`)
  await sql`
    create table care.event (
      id uuid primary key default gen_random_uuid(),
      ${parent},
      -- Null when the clock acted.
      org_id uuid default sec.org() references directory.organization (id),
      member_id uuid default sec.person() references account.member (id),
      type text not null,
      to_status text,
      request_id uuid not null default sec.request()
    );
    create index event_of_matter on care.event (matter_id, at);
    create table care.message (
      id uuid primary key default gen_random_uuid(),
      ${parent},
      org_id uuid not null default sec.org() references directory.organization (id),
      member_id uuid not null default sec.person() references account.member (id),
      kind text not null check (kind in ('question', 'answer', 'note')),
      body text not null,
      check (num_nonnulls(signal_id, transfer_id) = 1)
    );
    create index message_of_matter on care.message (matter_id, at);
    create table care.feedback (
      id uuid primary key default gen_random_uuid(),
      ${parent},
      to_org uuid not null references directory.organization (id),
      -- What happened, as a code; the words are the site's.
      code text not null,
      body text,
      read_at timestamptz
    );
    -- What has this organisation not read yet?
    create index feedback_unread on care.feedback (to_org, matter_id) where read_at is null;
    create index feedback_of_matter on care.feedback (matter_id, at);
    create table care.follow_code (
      matter_id uuid not null references care.matter on delete cascade,
      -- Keyed hash: the code itself is on paper only.
      hash bytea not null unique check (length(hash) = 32),
      issued_at timestamptz not null default sec.now(),
      ended_at timestamptz
    );
    create index follow_code_of_matter on care.follow_code (matter_id);

    create table audit.event (
      id uuid primary key default gen_random_uuid(),
      at timestamptz not null default now(),
      request_id uuid not null,
      org_id uuid,
      actor uuid,
      actor_role text,
      action text not null,
      purpose text not null,
      result text not null,
      object_type text,
      object_ids uuid[] not null default '{}'
    );
    create index audit_of_request on audit.event (request_id);
    create index audit_of_org on audit.event (org_id, at);

    create table outbox.message (
      id uuid primary key default gen_random_uuid(),
      -- What to tell, as a code: a message carries no content.
      topic text not null,
      object_id uuid not null,
      to_org uuid not null,
      to_desk uuid,
      to_member uuid,
      to_role text,
      dedupe_key text not null unique,
      created_at timestamptz not null default now(),
      attempts integer not null default 0,
      next_at timestamptz not null default now(),
      leased_until timestamptz,
      sent_at timestamptz,
      -- Given up: a person must look at it.
      failed_at timestamptz
    );
    -- What is to be sent now?
    create index outbox_due on outbox.message (next_at) where sent_at is null and failed_at is null
  `.execute(db)
}

async function guardRows(db: Kysely<never>) {
  const tables = [
    ...PROTECTED.map((name) => ['care', name] as const),
    ['audit', 'event'] as const,
    ['outbox', 'message'] as const,
  ]
  for (const [schema, name] of tables) {
    await sql`
      alter table ${sql.id(schema, name)} enable row level security;
      alter table ${sql.id(schema, name)} force row level security;
      create policy own_all on ${sql.id(schema, name)} to voordeur_own using (true) with check (true)
    `.execute(db)
  }
}

async function policies(db: Kysely<never>) {
  await sql`
    create policy see on care.relation for select to voordeur_app
      using (org_id = (select sec.org()) and now() between valid_from and valid_until);
    create policy see on care.matter for select to voordeur_app using (holder_org = (select sec.org())
      or exists (select 1 from care.relation r where r.matter_id = matter.id));
    create policy open on care.matter for insert to voordeur_app with check (holder_org = (select sec.org()));
    create policy plan on care.matter for update to voordeur_app
      using (holder_org = (select sec.org())) with check (holder_org = (select sec.org()));
    create policy see on care.person for select to voordeur_app
      using (exists (select 1 from care.relation r where r.matter_id = person.matter_id and r.sees_person));
    create policy record on care.person for insert to voordeur_app with check (exists
      (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org()) and m.subject <> 'group'));
    create policy mend on care.person for update to voordeur_app
      using (exists (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())))
      with check (exists (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())));
    create policy remove on care.person for delete to voordeur_app using (exists
      (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org()) and m.opened_at is null));
    create policy see on care.legal_basis for select to voordeur_app
      using ((select sec.org()) in (org_id, recipient_org) and exists (select 1 from care.matter m where m.id = matter_id));
    create policy record on care.legal_basis for insert to voordeur_app with check (org_id = (select sec.org())
      and exists (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())));
    create policy end_it on care.legal_basis for update to voordeur_app
      using (org_id = (select sec.org())) with check (org_id = (select sec.org()));
    create policy see on care.follow_code for select to voordeur_app
      using (exists (select 1 from care.matter m where m.id = matter_id));
    create policy issue on care.follow_code for insert to voordeur_app with check (exists
      (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())));
    create policy end_it on care.follow_code for update to voordeur_app
      using (exists (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())))
      with check (exists (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())))
  `.execute(db)

  for (const table of ['signal', 'transfer']) {
    const name = sql.id('care', table)
    const row = sql.id(table)
    await sql`
      create policy see on ${name} for select to voordeur_app using ((select sec.org()) in (sender_org, receiver_org)
        and (status <> 'draft' or sender_org = (select sec.org()))
        and exists (select 1 from care.relation r where r.matter_id = ${row}.matter_id));
      create policy draft on ${name} for insert to voordeur_app with check (status = 'draft'
        and sender_org = (select sec.org())
        and exists (select 1 from care.matter m where m.id = matter_id and m.holder_org = (select sec.org())));
      create policy move on ${name} for update to voordeur_app
        using ((select sec.org()) in (sender_org, receiver_org)
          and exists (select 1 from care.relation r where r.matter_id = ${row}.matter_id))
        with check ((select sec.org()) in (sender_org, receiver_org));
      create policy discard on ${name} for delete to voordeur_app using (status = 'draft' and sender_org = (select sec.org()))
    `.execute(db)
  }

  // What hangs on a signal or transfer is visible where that is; what hangs on the matter alone, where the matter is.
  const visible = (table: string) =>
    sql.raw(`case
      when signal_id is not null then exists (select 1 from care.signal s where s.id = signal_id and s.matter_id = ${table}.matter_id)
      when transfer_id is not null then exists (select 1 from care.transfer t where t.id = transfer_id and t.matter_id = ${table}.matter_id)
      else exists (select 1 from care.matter m where m.id = ${table}.matter_id) end`)
  await sql`
    create policy see on care.event for select to voordeur_app using (${visible('event')});
    create policy record on care.event for insert to voordeur_app with check (org_id = (select sec.org())
      and member_id = (select sec.person()) and ${visible('event')});
    create policy see on care.message for select to voordeur_app using (${visible('message')});
    create policy say on care.message for insert to voordeur_app with check (org_id = (select sec.org())
      and member_id = (select sec.person()) and ${visible('message')});
    create policy see on care.feedback for select to voordeur_app using (to_org = (select sec.org())
      and exists (select 1 from care.matter m where m.id = feedback.matter_id));
    create policy read on care.feedback for update to voordeur_app
      using (to_org = (select sec.org())) with check (to_org = (select sec.org()));
    create policy write on audit.event for insert to voordeur_app
      with check (org_id is not distinct from (select sec.org()) and actor is not distinct from (select sec.person()));
    create policy promise on outbox.message for insert to voordeur_app
      with check (sent_at is null and failed_at is null and (select sec.org()) is not null)
  `.execute(db)

  // The clock sees what waits, and nothing that was written by a person.
  await sql`
    create policy clock_sees on care.transfer for select to voordeur_jobs
      using (status in ('offered', 'accepted', 'handed_over', 'expired'));
    create policy clock_moves on care.transfer for update to voordeur_jobs
      using (status in ('offered', 'accepted', 'handed_over')) with check (status in ('offered', 'accepted', 'handed_over', 'expired'));
    create policy clock_sees on care.signal for select to voordeur_jobs using (status in ('sent', 'waiting'));
    create policy clock_reminds on care.signal for update to voordeur_jobs
      using (status in ('sent', 'waiting')) with check (status in ('sent', 'waiting'));
    create policy clock_records on care.event for insert to voordeur_jobs with check (org_id is null and member_id is null);
    create policy clock_writes on audit.event for insert to voordeur_jobs with check (org_id is null and actor is null);
    create policy address on account.member for select to voordeur_jobs using (disabled_at is null);
    create policy address on account.desk_member for select to voordeur_jobs
      using (exists (select 1 from account.member m where m.id = desk_member.member_id));
    create policy delivers on outbox.message to voordeur_jobs
      using (current_user = 'voordeur_jobs') with check (current_user = 'voordeur_jobs')
  `.execute(db)
}

async function grants(db: Kysely<never>) {
  const shared = 'sender_desk, receiver_org, receiver_desk'
  const signal = 'setting, life_domains, complexity, urgency, noticed, tried'
  const transfer = 'warm, cold_reason, urgency, request, signal_id'
  const ending = 'status, reason, reason_text, better_address, sender_due_on, outcome, feedback, version, reminders'
  await sql`
    grant select on care.relation, care.follow_code to voordeur_app;
    grant select, insert (subject, theme, place, involvement, involvement_note) on care.matter to voordeur_app;
    grant update (subject, theme, place, involvement, involvement_note, next_act_on, next_act, closed_at, outcome, feedback, version)
      on care.matter to voordeur_app;
    grant select, insert, update, delete on care.person to voordeur_app;
    grant select, insert (matter_id, recipient_org, ground, article, purpose, necessity), update (valid, ended_reason)
      on care.legal_basis to voordeur_app;
    grant insert (matter_id, hash), update (ended_at) on care.follow_code to voordeur_app;
    grant select, delete, insert (matter_id, ${sql.raw(`${shared}, ${signal}`)}) on care.signal to voordeur_app;
    grant update (${sql.raw(`${shared}, ${signal}, ${ending}`)}, due_by, assignee, withdrawal_asked) on care.signal to voordeur_app;
    grant select, delete, insert (matter_id, ${sql.raw(`${shared}, ${transfer}`)}) on care.transfer to voordeur_app;
    grant update (${sql.raw(`${shared}, ${transfer}, ${ending}`)}, answer_by, contact_by, start_by, contact_on, contact_how,
      contacts_missed, contact_missed_reason, sender_confirmed_at, receiver_confirmed_at, present, absent_reason,
      caseworker, waiting_until, closed_at) on care.transfer to voordeur_app;
    grant select, insert (matter_id, signal_id, transfer_id, type, to_status) on care.event to voordeur_app;
    grant select, insert (matter_id, signal_id, transfer_id, kind, body) on care.message to voordeur_app;
    grant select, update (read_at) on care.feedback to voordeur_app;
    grant insert (request_id, org_id, actor, actor_role, action, purpose, result, object_type, object_ids) on audit.event to voordeur_app;
    grant insert (topic, object_id, to_org, to_desk, to_member, to_role, dedupe_key) on outbox.message to voordeur_app;

    grant select (id, matter_id, status, sender_org, sender_desk, sender_member, receiver_org, receiver_desk, caseworker, answer_by,
      contact_by, start_by, contact_on, contacts_missed, reminders, reminded_at, version) on care.transfer to voordeur_jobs;
    grant update (status, sender_due_on, reminders, reminded_at, version) on care.transfer to voordeur_jobs;
    grant select (id, matter_id, status, sender_org, sender_desk, sender_member, receiver_org, receiver_desk, assignee, due_by,
      reminders, reminded_at, version) on care.signal to voordeur_jobs;
    grant update (reminders, reminded_at, version) on care.signal to voordeur_jobs;
    grant insert (matter_id, signal_id, transfer_id, type, to_status) on care.event to voordeur_jobs;
    grant insert (request_id, action, purpose, result, object_type, object_ids) on audit.event to voordeur_jobs;
    grant usage on schema account to voordeur_jobs;
    grant select (id, email, organization_id, roles, disabled_at) on account.member to voordeur_jobs;
    grant select on account.desk_member to voordeur_jobs;
    grant select, insert (topic, object_id, to_org, to_desk, to_member, to_role, dedupe_key),
      update (attempts, next_at, leased_until, sent_at, failed_at), delete on outbox.message to voordeur_jobs
  `.execute(db)
}
