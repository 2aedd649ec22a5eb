/**
 * A receiver without an account: a link that is worth one visit to one transfer (domain.md section 4, a contact for
 * one-time links). And what a sender may know of a transfer that came back: which parts were opened, by which role, when.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await accounts(db)
  await links(db)
  await opening(db)
  await oneTransferOnly(db)
  await seen(db)
}

/** The contact of a desk is an account that nobody signs in with: only a link opens a session for it. */
async function accounts(db: Kysely<never>) {
  await sql`
    alter table account.member add column by_link boolean not null default false;
    grant select (by_link) on account.member to voordeur_app, voordeur_jobs;
    -- What this session is limited to; null for one who signed in.
    alter table account.session add column transfer_id uuid references care.transfer on delete cascade;

    create or replace function sec.password_of_login() returns text stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select m.password_hash from account.member m where m.email = sec.login() and m.disabled_at is null and not m.by_link
    $$;
    create or replace function sec.is_signing_in(member uuid) returns boolean stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select exists (select 1 from account.member m where m.id = member and m.email = sec.login() and m.disabled_at is null and not m.by_link)
    $$;
    -- Desks where nobody has an account but the contact for links.
    create function sec.link_desks() returns table (desk_id uuid, member_id uuid) stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select d.desk_id, min(m.id::text)::uuid from account.desk_member d join account.member m on m.id = d.member_id
        where m.disabled_at is null group by d.desk_id having bool_and(m.by_link)
    $$;
    revoke execute on function sec.link_desks() from public;
    grant execute on function sec.link_desks() to voordeur_app
  `.execute(db)
}

async function links(db: Kysely<never>) {
  await sql`
    create table care.link (
      id uuid primary key default gen_random_uuid(),
      transfer_id uuid not null references care.transfer on delete cascade,
      member_id uuid not null references account.member (id),
      made_org uuid not null default sec.org() references directory.organization (id),
      made_member uuid not null default sec.person() references account.member (id),
      made_at timestamptz not null default sec.now(),
      expires_at timestamptz not null,
      -- SHA-256 of 32 random bytes that stand in one mail and nowhere else; made when that mail leaves.
      token_hash bytea unique check (length(token_hash) = 32),
      -- Keyed hash of the code that the sender says over the phone.
      code_hash bytea not null check (length(code_hash) = 32),
      wrong_codes integer not null default 0,
      opened_at timestamptz,
      revoked_at timestamptz,
      constraint link_expires check (expires_at > made_at)
    );
    create index link_of_transfer on care.link (transfer_id);

    alter table care.link enable row level security;
    alter table care.link force row level security;
    create policy own_all on care.link to voordeur_own using (true) with check (true);
    create policy see on care.link for select to voordeur_app using (made_org = (select sec.org())
      and exists (select 1 from care.transfer t where t.id = transfer_id and t.sender_org = (select sec.org())));
    create policy make on care.link for insert to voordeur_app with check (made_org = (select sec.org())
      and (select sec.person()) = made_member and exists (select 1 from care.transfer t where t.id = transfer_id
        and t.sender_org = (select sec.org()) and t.status in ('offered', 'accepted', 'handed_over', 'started')));
    create policy revoke on care.link for update to voordeur_app using (made_org = (select sec.org()))
      with check (made_org = (select sec.org()));
    create policy mails on care.link for select to voordeur_jobs using (opened_at is null and revoked_at is null);
    create policy mails_token on care.link for update to voordeur_jobs using (opened_at is null and revoked_at is null)
      with check (opened_at is null and revoked_at is null);
    grant select (id, transfer_id, member_id, made_org, made_member, made_at, expires_at, wrong_codes, opened_at, revoked_at),
      insert (transfer_id, member_id, expires_at, code_hash), update (revoked_at) on care.link to voordeur_app;
    grant select (id, expires_at, opened_at, revoked_at), update (token_hash) on care.link to voordeur_jobs;

    -- Revoking ends what it opened.
    create function sec.revoke_link() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      delete from account.session s where s.transfer_id = new.transfer_id and s.member_id = new.member_id;
      return null;
    end $$;
    create trigger revoke_link after update of revoked_at on care.link for each row
      when (old.revoked_at is null and new.revoked_at is not null) execute function sec.revoke_link();
    revoke execute on function sec.revoke_link() from public
  `.execute(db)
}

/** Link and code together open one session, once. Every other answer is the same, and is logged. */
async function opening(db: Kysely<never>) {
  await sql`
    create function sec.open_link(link_token bytea, link_code bytea, session text, session_until timestamptz, session_ends timestamptz,
      asked_at timestamptz, request uuid)
    returns table (member_id uuid, matter_id uuid) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare l care.link; t care.transfer; m account.member; outcome text := 'link.unknown';
    begin
      select * into l from care.link x where x.token_hash = link_token for update;
      if l.id is not null then
        select * into t from care.transfer x where x.id = l.transfer_id;
        select * into m from account.member x where x.id = l.member_id;
        if l.opened_at is null and l.revoked_at is null and l.expires_at > asked_at and l.wrong_codes < 5
          and m.by_link and m.disabled_at is null and t.status in ('offered', 'accepted', 'handed_over', 'started') then
          if l.code_hash = link_code then
            outcome := 'ok';
            update care.link set opened_at = asked_at where id = l.id;
            insert into account.session (id, member_id, expires_at, ends_at, transfer_id)
              values (session, l.member_id, session_until, session_ends, l.transfer_id);
          else
            update care.link set wrong_codes = wrong_codes + 1 where id = l.id;
          end if;
        end if;
      end if;
      insert into audit.event (request_id, org_id, actor, action, purpose, result, object_type, object_ids)
        values (request, case when outcome = 'ok' then m.organization_id end, case when outcome = 'ok' then m.id end,
          'link.open', 'link', outcome, 'transfer', case when l.id is null then '{}' else array[l.transfer_id] end);
      if outcome = 'ok' then return query select l.member_id, t.matter_id; end if;
    end $$;
    revoke execute on function sec.open_link(bytea, bytea, text, timestamptz, timestamptz, timestamptz, uuid) from public;
    grant execute on function sec.open_link(bytea, bytea, text, timestamptz, timestamptz, timestamptz, uuid) to voordeur_app
  `.execute(db)
}

/** A session by link sees one transfer and its matter, whatever else its organisation is party to. */
async function oneTransferOnly(db: Kysely<never>) {
  await sql`
    create function sec.only_transfer() returns uuid stable language sql set search_path = pg_catalog, pg_temp
      as $$ select nullif(current_setting('app.only', true), '')::uuid $$;
    create function sec.only_matter() returns uuid stable language sql security definer set search_path = pg_catalog, pg_temp
      as $$ select t.matter_id from care.transfer t where t.id = sec.only_transfer() $$;
    revoke execute on function sec.only_transfer(), sec.only_matter() from public;
    grant execute on function sec.only_transfer(), sec.only_matter() to voordeur_app;
    grant execute on function sec.only_transfer() to voordeur_jobs;

    create policy only_one on care.transfer as restrictive to voordeur_app
      using ((select sec.only_transfer()) is null or id = (select sec.only_transfer()));
    create policy only_one on care.matter as restrictive to voordeur_app
      using ((select sec.only_transfer()) is null or id = (select sec.only_matter()));
    create policy only_one on care.relation as restrictive to voordeur_app
      using ((select sec.only_transfer()) is null or matter_id = (select sec.only_matter()))
  `.execute(db)
  for (const table of ['signal', 'agreement', 'consult', 'signpost', 'error_report', 'link']) {
    await sql`
      create policy only_one on ${sql.id('care', table)} as restrictive to voordeur_app
        using ((select sec.only_transfer()) is null)
    `.execute(db)
  }
}

/** For the sender: what the receiver's people opened of this transfer, from the log, by role and without their names. */
async function seen(db: Kysely<never>) {
  await sql`
    create function sec.seen_of_transfer(transfer uuid) returns table (what text, role text, times integer, first_at timestamptz, last_at timestamptz)
    stable language sql security definer set search_path = pg_catalog, pg_temp as $$
      with t as (select x.* from care.transfer x where x.id = transfer and x.sender_org = sec.org()),
      shown as (select r.valid_from, r.valid_until from care.relation r, t where r.transfer_id = t.id and r.org_id = t.receiver_org),
      taken as (select min(a.at) as at from care.event e join audit.event a on a.request_id = e.request_id, t
        where e.transfer_id = t.id and e.type = 'transfer.accept')
      select case when a.action = 'GET /work' then 'list' when a.action = 'GET /transfers/:id/copy' then 'copy'
          when taken.at is not null and a.at >= taken.at then 'person' else 'request' end as what,
        coalesce(a.actor_role, ''), count(*)::integer, min(a.at), max(a.at)
      from audit.event a, t, shown, taken
      where a.org_id = t.receiver_org and a.result = 'ok' and a.at between shown.valid_from and shown.valid_until
        and a.action in ('GET /work', 'GET /matters/:id', 'GET /transfers/:id/copy') and a.object_ids && array[t.id, t.matter_id]
      group by 1, 2 order by 4
    $$;
    revoke execute on function sec.seen_of_transfer(uuid) from public;
    grant execute on function sec.seen_of_transfer(uuid) to voordeur_app
  `.execute(db)
}
