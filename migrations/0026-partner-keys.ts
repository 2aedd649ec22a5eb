/**
 * Keys of a partner's own case system (domain.md section 4; issue: nobody types twice). A key opens an account that nobody
 * signs in with, so that the log, events and row-level security know who acts, as for everybody. It acts for the receiver
 * only and makes nothing new. And a request that is sent twice under the same idempotency key is done once.
 */
import { type Kysely, sql } from 'kysely'

/** Where a row is new work: a key never makes one. */
const NEW_WORK = [
  'care.matter',
  'care.person',
  'care.legal_basis',
  'care.signal',
  'care.transfer',
  'care.consult',
  'care.agreement',
  'care.guidance',
  'care.signpost',
  'care.sheet',
  'care.meeting',
  'care.meeting_guest',
  'care.meeting_line',
  'care.message',
  'care.link',
  'care.follow_code',
  'care.screening',
  'care.presence',
  'account.absence',
  'account.desk_setting',
  'account.preference',
]

export async function up(db: Kysely<never>): Promise<void> {
  await accounts(db)
  await keys(db)
  await onlyReceives(db)
  await once(db)
  await seen(db)
}

/** Nobody signs in with the account of a key. */
async function accounts(db: Kysely<never>) {
  await sql`
    alter table account.member add column by_key boolean not null default false;
    grant select (by_key) on account.member to voordeur_app;

    create or replace function sec.password_of_login() returns text stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select m.password_hash from account.member m
        where m.email = sec.login() and m.disabled_at is null and not m.by_link and not m.by_key
    $$;
    create or replace function sec.is_signing_in(member uuid) returns boolean stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select exists (select 1 from account.member m
        where m.id = member and m.email = sec.login() and m.disabled_at is null and not m.by_link and not m.by_key)
    $$;
    -- The key that asks, set per transaction by audit/context.ts.
    create function sec.key() returns uuid stable language sql set search_path = pg_catalog, pg_temp
      as $$ select nullif(current_setting('app.key', true), '')::uuid $$;
    revoke execute on function sec.key() from public;
    grant execute on function sec.key() to voordeur_app;

    -- What an administrator does for an organisation, the database asks itself too.
    create function sec.is_administrator() returns boolean stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select sec.key() is null and exists (select 1 from account.member m where m.id = sec.person()
        and m.organization_id = sec.org() and m.disabled_at is null and 'administrator' = any(m.roles))
    $$;
    revoke execute on function sec.is_administrator() from public
  `.execute(db)
}

async function keys(db: Kysely<never>) {
  await sql`
    create table account.api_key (
      id uuid primary key default gen_random_uuid(),
      organization_id uuid not null references directory.organization (id),
      -- In whose name it acts: an account of its own, so that the log tells one key from another.
      member_id uuid not null unique,
      name text not null check (length(name) between 1 and 80),
      commands text[] not null check (cardinality(commands) > 0
        and commands <@ array['copy', 'plan_contact', 'confirm_contact', 'start', 'close']),
      -- SHA-256 of 32 random bytes that were shown once.
      hash bytea not null unique check (length(hash) = 32),
      made_by uuid not null references account.member (id),
      made_at timestamptz not null default sec.now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      revoked_by uuid references account.member (id),
      -- To the minute.
      last_used_at timestamptz,
      foreign key (member_id, organization_id) references account.member (id, organization_id),
      constraint api_key_lasts_a_year check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
      constraint api_key_revoked_says_who check ((revoked_at is null) = (revoked_by is null))
    );
    -- Which keys do we have?
    create index api_key_of_organization on account.api_key (organization_id, made_at desc);

    alter table account.api_key enable row level security;
    alter table account.api_key force row level security;
    create policy own_all on account.api_key to voordeur_own using (true) with check (true);
    create policy see on account.api_key for select to voordeur_app
      using (organization_id = (select sec.org()) and (select sec.key()) is null);
    create policy only_one on account.api_key as restrictive to voordeur_app using ((select sec.only_transfer()) is null);
    grant select (id, organization_id, member_id, name, commands, made_by, made_at, expires_at, revoked_at, revoked_by, last_used_at)
      on account.api_key to voordeur_app;

    -- Null for who is no administrator.
    create function sec.make_key(key_name text, key_commands text[], key_hash bytea, key_expires_at timestamptz) returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare member uuid := gen_random_uuid(); made uuid;
    begin
      if not sec.is_administrator() then return null; end if;
      insert into account.member (id, name, email, password_hash, organization_id, roles, by_key)
        values (member, 'Koppeling ' || key_name, member || '@koppeling.invalid', 'none', sec.org(), '{worker}', true);
      insert into account.api_key (organization_id, member_id, name, commands, hash, made_by, expires_at)
        values (sec.org(), member, key_name, key_commands, key_hash, sec.person(), key_expires_at) returning id into made;
      return made;
    end $$;

    -- False where there is no such key for this administrator; one that was revoked already stays as it was.
    create function sec.revoke_key(key uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare member uuid;
    begin
      select k.member_id into member from account.api_key k
        where k.id = key and k.organization_id = sec.org() and sec.is_administrator() for update;
      if member is null then return false; end if;
      update account.api_key k set revoked_at = sec.now(), revoked_by = sec.person() where k.id = key and k.revoked_at is null;
      update account.member m set disabled_at = sec.now() where m.id = member and m.disabled_at is null;
      return true;
    end $$;

    -- Who speaks with this key now; nothing when it is unknown, revoked or over, or its organisation has left.
    create function sec.open_key(key_hash bytea, asked_at timestamptz)
    returns table (key_id uuid, member_id uuid, organization_id uuid, name text, commands text[], desk_ids uuid[])
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare k account.api_key; today date := (asked_at at time zone 'Europe/Amsterdam')::date;
    begin
      select x.* into k from account.api_key x join account.member m on m.id = x.member_id
        join directory.participant p on p.organization_id = x.organization_id
        where x.hash = key_hash and x.revoked_at is null and x.expires_at > asked_at and m.disabled_at is null
          and p.covenant_on <= today and (p.left_on is null or p.left_on > today);
      if k.id is null then return; end if;
      if k.last_used_at is null or k.last_used_at < asked_at - interval '1 minute' then
        update account.api_key x set last_used_at = asked_at where x.id = k.id;
      end if;
      return query select k.id, k.member_id, k.organization_id, m.name, k.commands,
        array(select d.id from directory.desk d where d.organization_id = k.organization_id order by d.id)
        from account.member m where m.id = k.member_id;
    end $$;

    revoke execute on function sec.make_key(text, text[], bytea, timestamptz), sec.revoke_key(uuid), sec.open_key(bytea, timestamptz) from public;
    grant execute on function sec.make_key(text, text[], bytea, timestamptz), sec.revoke_key(uuid), sec.open_key(bytea, timestamptz) to voordeur_app
  `.execute(db)
}

/** What a key may do less than a member of its organisation: it makes nothing, and moves nothing it did not receive. */
async function onlyReceives(db: Kysely<never>) {
  for (const table of NEW_WORK) {
    await sql`
      create policy no_key_makes on ${sql.table(table)} as restrictive for insert to voordeur_app
        with check ((select sec.key()) is null)
    `.execute(db)
  }
  await sql`
    create policy key_receives on care.transfer as restrictive for update to voordeur_app
      using ((select sec.key()) is null or receiver_org = (select sec.org()));
    create policy key_receives on care.signal as restrictive for update to voordeur_app using ((select sec.key()) is null);
    create policy no_key_discards on care.transfer as restrictive for delete to voordeur_app using ((select sec.key()) is null);
    create policy no_key_discards on care.signal as restrictive for delete to voordeur_app using ((select sec.key()) is null)
  `.execute(db)
}

/** What was answered to a command, for when it comes again: ids and a state, no content. */
async function once(db: Kysely<never>) {
  await sql`
    create table account.api_request (
      key_id uuid not null default sec.key() references account.api_key on delete cascade,
      once text not null check (length(once) between 8 and 100),
      -- SHA-256 of what was asked: the same key for something else is refused.
      digest bytea not null check (length(digest) = 32),
      -- To the byte: json and not jsonb.
      answer json,
      at timestamptz not null default sec.now(),
      primary key (key_id, once)
    );
    -- What may go?
    create index api_request_by_age on account.api_request (at);
    alter table account.api_request enable row level security;
    alter table account.api_request force row level security;
    create policy own_all on account.api_request to voordeur_own using (true) with check (true);
    create policy mine on account.api_request to voordeur_app
      using (key_id = (select sec.key())) with check (key_id = (select sec.key()));
    create policy only_one on account.api_request as restrictive to voordeur_app using ((select sec.only_transfer()) is null);
    create policy forgets on account.api_request to voordeur_jobs using (current_user = 'voordeur_jobs');
    grant select, insert (once, digest), update (answer) on account.api_request to voordeur_app;
    grant select (at), delete on account.api_request to voordeur_jobs
  `.execute(db)
}

/** A copy that a partner's system took is a copy for the sender too. */
async function seen(db: Kysely<never>) {
  await sql`
    create or replace function sec.seen_of_transfer(transfer uuid) returns table (what text, role text, times integer, first_at timestamptz, last_at timestamptz)
    stable language sql security definer set search_path = pg_catalog, pg_temp as $$
      with t as (select x.* from care.transfer x where x.id = transfer and x.sender_org = sec.org()),
      shown as (select r.valid_from, r.valid_until from care.relation r, t where r.transfer_id = t.id and r.org_id = t.receiver_org),
      taken as (select min(a.at) as at from care.event e join audit.event a on a.request_id = e.request_id, t
        where e.transfer_id = t.id and e.type = 'transfer.accept')
      select case when a.action in ('GET /work', 'GET /partner/transfers') then 'list'
          when a.action in ('GET /transfers/:id/copy', 'GET /partner/transfers/:id/copy') then 'copy'
          when taken.at is not null and a.at >= taken.at then 'person' else 'request' end as what,
        coalesce(a.actor_role, ''), count(*)::integer, min(a.at), max(a.at)
      from audit.event a, t, shown, taken
      where a.org_id = t.receiver_org and a.result = 'ok' and a.at between shown.valid_from and shown.valid_until
        and a.action in ('GET /work', 'GET /matters/:id', 'GET /transfers/:id/copy', 'GET /partner/transfers', 'GET /partner/transfers/:id/copy')
        and a.object_ids && array[t.id, t.matter_id]
      group by 1, 2 order by 4
    $$
  `.execute(db)
}
