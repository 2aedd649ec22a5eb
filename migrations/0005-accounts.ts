/**
 * Accounts, tighter: the hash of a password is readable only for the address that is signing in, a session opens only
 * for that account and not for a disabled one, and counting attempts is exact when many come at once.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    revoke select on account.member from voordeur_app;
    grant select (id, name, email, organization_id, roles, disabled_at, created_at) on account.member to voordeur_app;

    create function sec.password_of_login() returns text stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select m.password_hash from account.member m where m.email = sec.login() and m.disabled_at is null
    $$;

    -- A function, for the policy of accounts asks for the session and would go round in circles.
    create function sec.is_signing_in(member uuid) returns boolean stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select exists (select 1 from account.member m where m.id = member and m.email = sec.login() and m.disabled_at is null)
    $$;
    drop policy open on account.session;
    create policy open on account.session for insert to voordeur_app
      with check (id = (select sec.session()) and sec.is_signing_in(member_id))
  `.execute(db)

  // One at a time per key, so that a hundred guesses at once are a hundred. What is refused is not counted: nobody
  // prolongs a refusal by trying on.
  await sql`
    drop function sec.attempt(bytea, interval, timestamptz);
    create function sec.attempt(attempt_key bytea, within interval, most integer, asked_at timestamptz,
      out attempts integer, out retry_after_seconds integer)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare oldest timestamptz;
    begin
      perform pg_advisory_xact_lock(hashtextextended(encode(attempt_key, 'hex'), 0));
      delete from account.attempt a where a.at < asked_at - interval '1 day';
      select count(*) + 1, min(a.at) into attempts, oldest
        from account.attempt a where a.key = attempt_key and a.at > asked_at - within;
      retry_after_seconds := 0;
      if attempts > most then
        retry_after_seconds := ceil(extract(epoch from oldest + within - asked_at));
      else
        insert into account.attempt (key, at) values (attempt_key, asked_at);
      end if;
    end $$;
    -- What is older than a day goes at every attempt.
    create index attempt_by_age on account.attempt (at);

    create function sec.forget_sessions(asked_at timestamptz) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      delete from account.session s where s.expires_at <= asked_at or s.ends_at <= asked_at
    $$;

    revoke execute on function sec.password_of_login(), sec.is_signing_in(uuid), sec.attempt(bytea, interval, integer, timestamptz),
      sec.forget_sessions(timestamptz) from public;
    grant execute on function sec.password_of_login(), sec.is_signing_in(uuid) to voordeur_app;
    grant execute on function sec.attempt(bytea, interval, integer, timestamptz) to voordeur_app, voordeur_follow;
    grant execute on function sec.forget_sessions(timestamptz) to voordeur_jobs
  `.execute(db)
}
