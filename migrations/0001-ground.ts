/**
 * The ground: schemas, who is asking, accounts and sessions. Roles come from the bootstrap step (they belong to the
 * cluster); everything here is owned by `voordeur_own`, which nobody logs in as.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  for (const schema of ['directory', 'account', 'care', 'audit', 'outbox', 'sec']) {
    await sql`create schema ${sql.id(schema)} authorization voordeur_own`.execute(db)
  }
  await sql`
    grant usage on schema directory, account, care, audit, outbox, sec to voordeur_app;
    grant usage on schema directory to voordeur_public, voordeur_publisher, voordeur_jobs;
    grant usage on schema care, audit, outbox, sec to voordeur_jobs;
    grant usage on schema sec to voordeur_follow
  `.execute(db)

  // Who is asking, set per transaction by audit/context.ts. After a transaction the setting is '' and not null.
  await sql`
    create function sec.org() returns uuid stable language sql set search_path = pg_catalog, pg_temp
      as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
    create function sec.person() returns uuid stable language sql set search_path = pg_catalog, pg_temp
      as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
    create function sec.request() returns uuid stable language sql set search_path = pg_catalog, pg_temp
      as $$ select nullif(current_setting('app.request', true), '')::uuid $$;
    -- The e-mail address somebody signs in with, and the hash of the session token they carry.
    create function sec.login() returns text stable language sql set search_path = pg_catalog, pg_temp
      as $$ select nullif(current_setting('app.login', true), '') $$;
    create function sec.session() returns text stable language sql set search_path = pg_catalog, pg_temp
      as $$ select nullif(current_setting('app.session', true), '') $$
  `.execute(db)

  await sql`
    create table account.member (
      id uuid primary key default gen_random_uuid(),
      -- A function, not a person: "Team Lindeveen-Noord, aanmelding".
      name text not null check (length(name) between 1 and 120),
      email text not null check (email = lower(email) and email like '%@%' and length(email) <= 254),
      password_hash text not null,
      -- References directory.organization from the next migration on.
      organization_id uuid not null,
      roles text[] not null check (roles <@ array['worker','school_team','desk_member','team_lead','consultant',
        'crisis_manager','directory_editor','chief_editor','policy_officer','privacy_officer','administrator']),
      disabled_at timestamptz,
      created_at timestamptz not null default now(),
      unique (email),
      unique (id, organization_id)
    );
    -- Who works at which desk; desk_id references directory.desk from the next migration on.
    create table account.desk_member (
      member_id uuid not null,
      organization_id uuid not null,
      desk_id uuid not null,
      primary key (member_id, desk_id),
      foreign key (member_id, organization_id) references account.member (id, organization_id) on delete cascade
    );
    -- Which desk has somebody: asked at every choice of a receiver.
    create index desk_member_of_desk on account.desk_member (desk_id);
    create table account.session (
      -- SHA-256 of the token, in hex: the table never holds a secret.
      id text primary key check (id ~ '^[0-9a-f]{64}$'),
      member_id uuid not null references account.member on delete cascade,
      expires_at timestamptz not null,
      -- The absolute end, however busy the session is.
      ends_at timestamptz not null,
      created_at timestamptz not null default now()
    );
    create index session_of_member on account.session (member_id);
    -- Attempts that are limited (signing in, follow-codes), by keyed hash of what is limited. Only sec.attempt writes it.
    create table account.attempt (
      key bytea not null,
      at timestamptz not null
    );
    create index attempt_by_key on account.attempt (key, at)
  `.execute(db)

  for (const table of ['member', 'desk_member', 'session', 'attempt']) {
    await sql`
      alter table ${sql.id('account', table)} enable row level security;
      alter table ${sql.id('account', table)} force row level security;
      create policy own_all on ${sql.id('account', table)} to voordeur_own using (true) with check (true)
    `.execute(db)
  }

  // An account is visible to who signs in with its address, to the session that belongs to it, and to colleagues.
  await sql`
    create policy see on account.session for select to voordeur_app using (id = (select sec.session()));
    create policy open on account.session for insert to voordeur_app with check (id = (select sec.session()));
    create policy extend on account.session for update to voordeur_app
      using (id = (select sec.session())) with check (id = (select sec.session()));
    create policy close on account.session for delete to voordeur_app
      using (id = (select sec.session()) or member_id = (select sec.person()));
    create policy see on account.member for select to voordeur_app using (
      email = (select sec.login())
      or organization_id = (select sec.org())
      or exists (select 1 from account.session s where s.member_id = member.id));
    create policy see on account.desk_member for select to voordeur_app using (
      exists (select 1 from account.member m where m.id = desk_member.member_id));
    grant select, insert, delete on account.session to voordeur_app;
    grant update (expires_at) on account.session to voordeur_app;
    grant select on account.member, account.desk_member to voordeur_app
  `.execute(db)

  // Counts attempts under a key in the last interval, this one included, and forgets what is older than a day.
  await sql`
    create function sec.attempt(attempt_key bytea, within interval, at timestamptz) returns integer
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      delete from account.attempt a where a.at < attempt.at - interval '1 day';
      insert into account.attempt (key, at) values (attempt_key, attempt.at);
      select count(*)::integer from account.attempt a where a.key = attempt_key and a.at > attempt.at - within;
    $$;
    create function sec.forget_attempts(attempt_key bytea) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      delete from account.attempt a where a.key = attempt_key;
    $$;
    -- Desks that somebody active works at: a choice list needs the fact, not the people.
    create function sec.staffed_desks() returns setof uuid stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select distinct d.desk_id from account.desk_member d join account.member m on m.id = d.member_id
      where m.disabled_at is null;
    $$;
    revoke execute on all functions in schema sec from public;
    grant execute on function sec.org(), sec.person(), sec.request(), sec.login(), sec.session() to voordeur_app, voordeur_jobs;
    grant execute on function sec.attempt(bytea, interval, timestamptz) to voordeur_app, voordeur_follow;
    grant execute on function sec.forget_attempts(bytea), sec.staffed_desks() to voordeur_app;
    grant execute on function sec.staffed_desks() to voordeur_jobs
  `.execute(db)
}
