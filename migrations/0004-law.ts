/**
 * The law in the database: which moves exist and for which side, and the only writers of `holder_org` and `relation`.
 * The application decides with the same tables in `signals/signal.ts` and `transfers/transfer.ts`; what slips past it
 * stops here (protection.md 2.1, domain.md section 4).
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await guardMoves(db)
  await followMatter(db)
  await followSignal(db)
  await followTransfer(db)
  await neverNothing(db)
  await followPage(db)
  await sql`
    revoke execute on all functions in schema sec from public;
    grant execute on function sec.now(), sec.reference(), sec.side(uuid, uuid), sec.lock_matter(uuid) to voordeur_app, voordeur_jobs;
    -- The clock counts working days by the closing periods of a desk, and names what is overdue to the municipality.
    grant select on directory.desk, directory.desk_closing, directory.municipality to voordeur_jobs
  `.execute(db)
}

/** Before an update: the move must exist for this side, and each side writes its own facts only. */
async function guardMoves(db: Kysely<never>) {
  await sql`
    create function sec.guard_signal() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare side text := sec.side(old.sender_org, old.receiver_org);
    begin
      -- A reminder is no change that somebody who is looking at the row must know of.
      new.version := old.version + case when side = 'clock' and new.status = old.status then 0 else 1 end;
      if side = 'law' then return new; end if;
      if (new.status, old.status) is distinct from (old.status, old.status) and (old.status, new.status, side) not in (
        ('draft', 'sent', 'sender'), ('sent', 'taken', 'receiver'), ('sent', 'withdrawn', 'sender'),
        ('taken', 'sent', 'receiver'), ('sent', 'returned', 'receiver'), ('taken', 'returned', 'receiver'),
        ('taken', 'waiting', 'receiver'), ('waiting', 'taken', 'sender'), ('waiting', 'taken', 'receiver'),
        ('taken', 'concluded', 'receiver'), ('waiting', 'concluded', 'receiver')) then
        raise exception 'signal: no move from % to % for %', old.status, new.status, side using errcode = 'check_violation';
      end if;
      if old.status <> 'draft' and (new.receiver_org, new.sender_desk, new.noticed, new.tried, new.urgency, new.setting, new.complexity, new.life_domains)
        is distinct from (old.receiver_org, old.sender_desk, old.noticed, old.tried, old.urgency, old.setting, old.complexity, old.life_domains) then
        raise exception 'signal: what was sent does not change' using errcode = 'check_violation';
      end if;
      if side <> 'receiver' and (new.outcome, new.feedback, new.assignee) is distinct from (old.outcome, old.feedback, old.assignee) then
        raise exception 'signal: the receiver''s facts' using errcode = 'check_violation';
      end if;
      if side <> 'receiver' and old.status <> 'draft' and new.receiver_desk <> old.receiver_desk then
        raise exception 'signal: redirecting is the receiver''s' using errcode = 'check_violation';
      end if;
      return new;
    end $$;

    create function sec.guard_transfer() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare side text := sec.side(old.sender_org, old.receiver_org);
    begin
      -- A reminder is no change that somebody who is looking at the row must know of.
      new.version := old.version + case when side = 'clock' and new.status = old.status then 0 else 1 end;
      if side = 'law' then return new; end if;
      if new.status <> old.status and (old.status, new.status, side) not in (
        ('draft', 'offered', 'sender'), ('offered', 'accepted', 'receiver'), ('offered', 'handed_over', 'receiver'),
        ('offered', 'declined', 'receiver'), ('offered', 'expired', 'clock'), ('offered', 'withdrawn', 'sender'),
        ('accepted', 'withdrawn', 'sender'), ('accepted', 'handed_over', 'sender'), ('accepted', 'handed_over', 'receiver'),
        ('accepted', 'declined', 'receiver'), ('accepted', 'expired', 'clock'), ('handed_over', 'started', 'receiver'),
        ('handed_over', 'closed', 'receiver'), ('started', 'closed', 'receiver'), ('closed', 'started', 'receiver')) then
        raise exception 'transfer: no move from % to % for %', old.status, new.status, side using errcode = 'check_violation';
      end if;
      if old.status = 'offered' and new.status = 'handed_over' and new.warm then
        raise exception 'transfer: a warm one is accepted first' using errcode = 'check_violation';
      end if;
      if old.status = 'closed' and new.status = 'started' and old.closed_at < sec.now() - interval '30 days' then
        raise exception 'transfer: closed too long ago' using errcode = 'check_violation';
      end if;
      if old.status <> 'draft' and (new.receiver_org, new.receiver_desk, new.sender_desk, new.request, new.urgency, new.signal_id)
        is distinct from (old.receiver_org, old.receiver_desk, old.sender_desk, old.request, old.urgency, old.signal_id) then
        raise exception 'transfer: what was offered does not change' using errcode = 'check_violation';
      end if;
      if old.status <> 'draft' and new.warm <> old.warm and not (side = 'sender' and old.status = 'accepted' and new.status = 'handed_over') then
        raise exception 'transfer: only the sender makes it cold' using errcode = 'check_violation';
      end if;
      if new.sender_confirmed_at is distinct from old.sender_confirmed_at and side <> 'sender'
        or new.receiver_confirmed_at is distinct from old.receiver_confirmed_at and side <> 'receiver' then
        raise exception 'transfer: each side confirms for itself' using errcode = 'check_violation';
      end if;
      if old.status not in ('accepted', 'closed') and (new.sender_confirmed_at, new.receiver_confirmed_at)
        is distinct from (old.sender_confirmed_at, old.receiver_confirmed_at) then
        raise exception 'transfer: the contact is confirmed once accepted' using errcode = 'check_violation';
      end if;
      if side <> 'receiver' and (new.outcome, new.feedback, new.caseworker, new.waiting_until)
        is distinct from (old.outcome, old.feedback, old.caseworker, old.waiting_until) then
        raise exception 'transfer: the receiver''s facts' using errcode = 'check_violation';
      end if;
      return new;
    end $$;

    create trigger guard before update on care.signal for each row execute function sec.guard_signal();
    create trigger guard before update on care.transfer for each row execute function sec.guard_transfer()
  `.execute(db)
}

/** A matter opens with the sender's relation; closing ends access after 30 days; the last draft takes it along. */
async function followMatter(db: Kysely<never>) {
  await sql`
    create function sec.open_relation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      insert into care.relation (matter_id, org_id, side, sees_person) values (new.id, new.holder_org, 'sender', true);
      return null;
    end $$;

    create function sec.count_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      new.version := old.version + 1;
      return new;
    end $$;

    create function sec.close_matter() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      update care.relation set valid_until = now() + interval '30 days'
        where matter_id = new.id and valid_until = 'infinity';
      if new.sender_org <> new.holder_org then
        perform sec.tell(new.id, new.sender_org, null, null, 'matter.closed', new.feedback);
      end if;
      -- What was never sent is nobody's any more.
      delete from care.signal where matter_id = new.id and status = 'draft';
      delete from care.transfer where matter_id = new.id and status = 'draft';
      return null;
    end $$;

    create function sec.discard() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      delete from care.matter m where m.id = old.matter_id and m.opened_at is null
        and not exists (select 1 from care.signal s where s.matter_id = m.id)
        and not exists (select 1 from care.transfer t where t.matter_id = m.id);
      return null;
    end $$;

    -- The coded line that reaches the one who first sent the matter, and a body where the receiver wrote one.
    create function sec.tell(matter uuid, receiver uuid, signal uuid, transfer uuid, code text, body text) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      insert into care.feedback (matter_id, to_org, signal_id, transfer_id, code, body)
        values (matter, receiver, signal, transfer, code, body)
    $$;

    -- Takes the matter first, always: two commands on one matter wait for each other and never cross. A party may lock
    -- without being the holder; for anyone else there is nothing to lock.
    create function sec.lock_matter(matter uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      perform 1 from care.matter m where m.id = matter and (session_user = 'voordeur_jobs' or m.holder_org = sec.org()
        or exists (select 1 from care.relation r where r.matter_id = m.id and r.org_id = sec.org()
          and now() between r.valid_from and r.valid_until)) for update;
      return found;
    end $$;

    -- Only who holds an open matter hands it out.
    create function sec.must_hold(matter uuid, sender uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if not exists (select 1 from care.matter m where m.id = matter and m.holder_org = sender and m.closed_at is null) then
        raise exception 'only the holder of an open matter hands it out' using errcode = 'check_violation', constraint = 'matter_not_held';
      end if;
    end $$;

    create trigger open_relation after insert on care.matter for each row execute function sec.open_relation();
    create trigger count_version before update on care.matter for each row execute function sec.count_version();
    create trigger close_matter after update of closed_at on care.matter for each row
      when (old.closed_at is null and new.closed_at is not null) execute function sec.close_matter();
    create trigger discard after delete on care.signal for each row execute function sec.discard();
    create trigger discard after delete on care.transfer for each row execute function sec.discard()
  `.execute(db)
}

async function followSignal(db: Kysely<never>) {
  await sql`
    create function sec.valid_basis(matter uuid, recipient uuid) returns uuid stable language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
    declare basis uuid;
    begin
      select b.id into basis from care.legal_basis b
        where b.matter_id = matter and b.recipient_org = recipient and b.valid @> now() order by lower(b.valid) desc limit 1;
      if basis is null then
        raise exception 'no valid legal basis for this receiver' using errcode = 'check_violation', constraint = 'basis_missing';
      end if;
      return basis;
    end $$;

    create function sec.follow_signal() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if new.status = 'sent' and old.status = 'draft' then
        perform sec.must_hold(new.matter_id, new.sender_org);
        insert into care.relation (matter_id, org_id, side, signal_id, basis_id)
          values (new.matter_id, new.receiver_org, 'receiver', new.id, sec.valid_basis(new.matter_id, new.receiver_org));
        update care.matter set opened_at = coalesce(opened_at, sec.now()), next_act_on = null, next_act = null where id = new.matter_id;
      elsif new.status = 'taken' and old.status = 'sent' then
        update care.relation set sees_person = true where signal_id = new.id and valid_until = 'infinity';
        update care.matter set holder_org = new.receiver_org where id = new.matter_id;
      elsif new.status in ('returned', 'withdrawn') then
        update care.relation set valid_until = now() where signal_id = new.id and valid_until = 'infinity';
        update care.matter set holder_org = new.sender_org, next_act_on = new.sender_due_on,
          next_act = case new.status when 'returned' then 'sent_back' else 'withdrawn' end where id = new.matter_id;
      end if;
      if new.status in ('returned', 'concluded') then
        perform sec.tell(new.matter_id, new.sender_org, new.id, null, 'signal.' || new.status, new.feedback);
      end if;
      return null;
    end $$;
    create trigger follow_status after update of status on care.signal for each row
      when (old.status is distinct from new.status) execute function sec.follow_signal()
  `.execute(db)
}

async function followTransfer(db: Kysely<never>) {
  await sql`
    create function sec.follow_transfer() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare first_sender uuid;
    begin
      if new.status = 'offered' then
        perform sec.must_hold(new.matter_id, new.sender_org);
        insert into care.relation (matter_id, org_id, side, transfer_id, basis_id)
          values (new.matter_id, new.receiver_org, 'receiver', new.id, sec.valid_basis(new.matter_id, new.receiver_org));
        update care.matter set opened_at = coalesce(opened_at, sec.now()), next_act_on = null, next_act = null where id = new.matter_id;
      elsif new.status = 'accepted' then
        update care.relation set sees_person = true where transfer_id = new.id and valid_until = 'infinity';
      elsif new.status = 'handed_over' then
        -- Passing on: the transfer by which the sender came to hold this matter ends in the same transaction.
        with former as (
          update care.transfer set status = 'closed', outcome = 'passed_on', closed_at = sec.now()
            where matter_id = new.matter_id and id <> new.id and receiver_org = new.sender_org and status in ('handed_over', 'started')
            returning id, matter_id)
        insert into care.event (matter_id, transfer_id, type, to_status)
          select matter_id, id, 'transfer.pass_on', 'closed' from former;
        update care.relation set sees_person = (transfer_id is not distinct from new.id)
          where matter_id = new.matter_id and valid_until = 'infinity';
        update care.matter set holder_org = new.receiver_org, next_act_on = null, next_act = null where id = new.matter_id;
      elsif new.status in ('declined', 'expired', 'withdrawn') then
        update care.relation set valid_until = now() where transfer_id = new.id and valid_until = 'infinity';
        update care.matter set next_act_on = new.sender_due_on, next_act = 'offer_again' where id = new.matter_id;
      elsif new.status = 'started' and old.status = 'closed' then
        -- Reopened: the matter opens again with it, and what closing had limited is whole again.
        update care.matter set closed_at = null, outcome = null, feedback = null where id = new.matter_id and closed_at is not null;
        update care.relation set valid_until = 'infinity'
          where matter_id = new.matter_id and valid_until <> 'infinity' and valid_until > now();
      end if;
      select sender_org into first_sender from care.matter where id = new.matter_id;
      if new.status in ('declined', 'expired', 'closed') then
        perform sec.tell(new.matter_id, new.sender_org, null, new.id, 'transfer.' || new.status, new.feedback);
      end if;
      -- Each later step reaches the first sender as one coded line, without what was said.
      if new.status <> 'draft' and first_sender <> new.sender_org and first_sender <> new.receiver_org then
        perform sec.tell(new.matter_id, first_sender, null, null, 'transfer.' || new.status, null);
      end if;
      return null;
    end $$;
    create trigger follow_status after update of status on care.transfer for each row
      when (old.status is distinct from new.status) execute function sec.follow_transfer()
  `.execute(db)
}

/** Invariant 1, at commit: an open matter has an open signal, an open transfer or a dated next act; a closed one none. */
async function neverNothing(db: Kysely<never>) {
  await sql`
    create function sec.never_nothing() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      matter_id uuid := case when tg_table_name = 'matter' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(coalesce(new, old)) ->> 'matter_id')::uuid end;
      m care.matter;
      busy boolean;
    begin
      select * into m from care.matter x where x.id = matter_id;
      if m.id is null or m.opened_at is null then return null; end if;
      busy := exists (select 1 from care.signal s where s.matter_id = m.id and s.status in ('sent', 'taken', 'waiting'))
        or exists (select 1 from care.transfer t where t.matter_id = m.id and t.status in ('offered', 'accepted', 'handed_over', 'started'));
      if m.closed_at is null and not busy and m.next_act_on is null then
        raise exception 'an open matter without anything to do' using errcode = 'check_violation', constraint = 'matter_never_nothing';
      end if;
      if m.closed_at is not null and busy then
        raise exception 'a closed matter with open work' using errcode = 'check_violation', constraint = 'matter_closed_is_done';
      end if;
      return null;
    end $$;
    create constraint trigger never_nothing after insert or update on care.matter deferrable initially deferred
      for each row execute function sec.never_nothing();
    create constraint trigger never_nothing after update or delete on care.signal deferrable initially deferred
      for each row execute function sec.never_nothing();
    create constraint trigger never_nothing after update or delete on care.transfer deferrable initially deferred
      for each row execute function sec.never_nothing()
  `.execute(db)
}

/** One of the two things the follow login may do: who has the ball, for one code. Nothing about a person or a problem. */
async function followPage(db: Kysely<never>) {
  await sql`
    create function sec.follow_view(code_hash bytea, asked_at timestamptz, request uuid)
    returns table (situation text, holder text, desk text, phone text, since timestamptz, until timestamptz, next text)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare m care.matter; s care.signal; t care.transfer; desk_id uuid;
    begin
      select x.* into m from care.matter x join care.follow_code c on c.matter_id = x.id
        where c.hash = code_hash and (c.ended_at is null or c.ended_at > asked_at)
          and (x.closed_at is null or x.closed_at > asked_at - interval '30 days') and x.opened_at is not null;
      insert into audit.event (request_id, action, purpose, result, object_type, object_ids)
        values (request, 'follow.read', 'resident', case when m.id is null then 'not_found' else 'ok' end, 'matter',
          case when m.id is null then '{}' else array[m.id] end);
      if m.id is null then return; end if;
      select * into t from care.transfer x where x.matter_id = m.id and x.status in ('offered', 'accepted', 'handed_over', 'started')
        order by (x.status in ('offered', 'accepted')) desc, x.created_at desc limit 1;
      select * into s from care.signal x where x.matter_id = m.id and x.status in ('sent', 'taken', 'waiting')
        order by x.created_at desc limit 1;
      situation := case when m.closed_at is not null then 'closed' when t.id is not null then t.status
        when s.id is not null then s.status else 'with_sender' end;
      select coalesce(
          case when t.receiver_org = m.holder_org then t.receiver_desk when t.sender_org = m.holder_org then t.sender_desk end,
          case when s.receiver_org = m.holder_org then s.receiver_desk when s.sender_org = m.holder_org then s.sender_desk end,
          -- Nothing is under way, or it went out without a desk: the desk of the holder that had it last, else any.
          (select x.receiver_desk from care.transfer x where x.matter_id = m.id and x.receiver_org = m.holder_org
            and x.status in ('handed_over', 'started', 'closed') order by x.created_at desc limit 1),
          (select x.receiver_desk from care.signal x where x.matter_id = m.id and x.receiver_org = m.holder_org
            order by x.created_at desc limit 1),
          (select d.id from directory.desk d where d.organization_id = m.holder_org order by d.phone is null, d.name limit 1))
        into desk_id;
      select o.name into holder from directory.organization o where o.id = m.holder_org;
      select o.name into next from directory.organization o
        where o.id = case when t.status in ('offered', 'accepted') then t.receiver_org when s.status = 'sent' then s.receiver_org end;
      select d.name, d.phone into desk, phone from directory.desk d where d.id = desk_id;
      phone := coalesce(phone, (select p.number from directory.phone p where p.organization_id = m.holder_org order by p.id limit 1));
      since := coalesce(m.closed_at, (select max(e.at) from care.event e
        where e.matter_id = m.id and (e.transfer_id = t.id or e.signal_id = s.id) and e.to_status is not null), m.opened_at);
      until := case when m.closed_at is not null then null
        when t.status = 'offered' then t.answer_by when t.status = 'accepted' then t.contact_by
        when t.status = 'handed_over' then coalesce(t.waiting_until::timestamptz, t.start_by)
        when t.id is not null then null
        when s.id is not null then s.due_by else m.next_act_on::timestamptz end;
      return next;
    end $$;
    grant execute on function sec.follow_view(bytea, timestamptz, uuid) to voordeur_follow
  `.execute(db)
}
