/**
 * A partner's own system is told that something happened to a transfer it received: which one, and what kind of thing,
 * never more (domain.md invariant 6). What is to be told is a row in the transaction of what happened, from the event
 * itself, so that nothing is told that did not happen and nothing that happened is not.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await tables(db)
  await arranging(db)
  await telling(db)
}

async function tables(db: Kysely<never>) {
  await sql`
    -- Where a system is told. Its secret follows from the id and the key of the installation: it stands nowhere.
    create table account.webhook (
      id uuid primary key default gen_random_uuid(),
      organization_id uuid not null references directory.organization (id),
      url text not null check (length(url) between 1 and 500),
      made_by uuid not null references account.member (id),
      made_at timestamptz not null default sec.now(),
      ended_at timestamptz
    );
    -- An organisation has one: another address takes its place, under another secret.
    create unique index webhook_one_each on account.webhook (organization_id) where ended_at is null;

    create table outbox.delivery (
      id uuid primary key default gen_random_uuid(),
      webhook_id uuid not null references account.webhook on delete cascade,
      organization_id uuid not null,
      -- The type of the event, or a test.
      kind text not null,
      -- The transfer; none for a test.
      object_id uuid,
      at timestamptz not null default sec.now(),
      -- What happened in one transaction has one time; this keeps its order.
      seq bigint generated always as identity,
      attempts integer not null default 0,
      next_at timestamptz not null default now(),
      leased_until timestamptz,
      -- What the last attempt came to: a status of HTTP, or the code of a fault. Never what was answered.
      answer text check (length(answer) <= 40),
      tried_at timestamptz,
      sent_at timestamptz,
      failed_at timestamptz,
      constraint delivery_about_a_transfer check ((kind = 'test') = (object_id is null))
    );
    -- What is to be told now?
    create index delivery_due on outbox.delivery (next_at) where sent_at is null and failed_at is null;
    -- What was told last?
    create index delivery_of_organization on outbox.delivery (organization_id, at desc);
    -- What may go?
    create index delivery_by_age on outbox.delivery (at)
  `.execute(db)
  for (const [schema, name] of [
    ['account', 'webhook'],
    ['outbox', 'delivery'],
  ] as const) {
    await sql`
      alter table ${sql.id(schema, name)} enable row level security;
      alter table ${sql.id(schema, name)} force row level security;
      create policy own_all on ${sql.id(schema, name)} to voordeur_own using (true) with check (true);
      create policy see on ${sql.id(schema, name)} for select to voordeur_app
        using (organization_id = (select sec.org()) and (select sec.key()) is null);
      create policy only_one on ${sql.id(schema, name)} as restrictive to voordeur_app
        using ((select sec.only_transfer()) is null)
    `.execute(db)
  }
  await sql`
    create policy reads on account.webhook for select to voordeur_jobs using (ended_at is null);
    create policy tells on outbox.delivery to voordeur_jobs
      using (current_user = 'voordeur_jobs') with check (current_user = 'voordeur_jobs');
    grant select on account.webhook to voordeur_app;
    grant select (id, organization_id, url, ended_at) on account.webhook to voordeur_jobs;
    grant select (id, organization_id, kind, object_id, at, seq, attempts, answer, tried_at, sent_at, failed_at)
      on outbox.delivery to voordeur_app;
    grant select, update (attempts, next_at, leased_until, answer, tried_at, sent_at, failed_at), delete
      on outbox.delivery to voordeur_jobs
  `.execute(db)
}

/** What an administrator does; asked once more by the database, as for keys. */
async function arranging(db: Kysely<never>) {
  await sql`
    -- False where nothing was to be ended. What was still to be told there is not told any more.
    create function sec.end_webhook() returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare ended uuid;
    begin
      update account.webhook w set ended_at = sec.now()
        where w.organization_id = sec.org() and w.ended_at is null and sec.is_administrator() returning w.id into ended;
      update outbox.delivery d set failed_at = now(), answer = 'stopped', leased_until = null
        where d.webhook_id = ended and d.sent_at is null and d.failed_at is null;
      return ended is not null;
    end $$;
    -- Null for who is no administrator.
    create function sec.make_webhook(webhook_url text) returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare made uuid;
    begin
      if not sec.is_administrator() then return null; end if;
      -- One at a time per organisation: of two at once the second ends what the first made.
      perform pg_advisory_xact_lock(hashtextextended('webhook/' || sec.org(), 0));
      perform sec.end_webhook();
      insert into account.webhook (organization_id, url, made_by) values (sec.org(), webhook_url, sec.person())
        returning id into made;
      return made;
    end $$;
    -- Null where there is nobody to tell, or who asks is no administrator.
    create function sec.test_webhook() returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare made uuid;
    begin
      insert into outbox.delivery (webhook_id, organization_id, kind)
        select w.id, w.organization_id, 'test' from account.webhook w
          where w.organization_id = sec.org() and w.ended_at is null and sec.is_administrator()
        returning id into made;
      return made;
    end $$;
    revoke execute on function sec.end_webhook(), sec.make_webhook(text), sec.test_webhook() from public;
    grant execute on function sec.end_webhook(), sec.make_webhook(text), sec.test_webhook() to voordeur_app
  `.execute(db)
}

/** An event on a transfer is told to the system of whoever receives it; a draft is nobody else's. */
async function telling(db: Kysely<never>) {
  await sql`
    create function sec.tell_system() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      insert into outbox.delivery (webhook_id, organization_id, kind, object_id)
        select w.id, w.organization_id, new.type, t.id
        from care.transfer t join account.webhook w on w.organization_id = t.receiver_org and w.ended_at is null
        where t.id = new.transfer_id and t.status <> 'draft';
      return null;
    end $$;
    revoke execute on function sec.tell_system() from public;
    create trigger tell_system after insert on care.event for each row
      when (new.type in ('transfer.offer', 'transfer.accept', 'transfer.decline', 'transfer.expire', 'transfer.withdraw',
        'transfer.plan_contact', 'transfer.contact_failed', 'transfer.confirm_contact', 'transfer.take_back_confirmation',
        'transfer.make_cold', 'transfer.return', 'transfer.lapse', 'transfer.report_waiting', 'transfer.start',
        'transfer.close', 'transfer.pass_on', 'transfer.reopen'))
      execute function sec.tell_system()
  `.execute(db)
}
