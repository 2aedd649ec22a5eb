/**
 * Agreements of a kind of organisations: a side is one organisation, or all organisations of a kind. For a kind the
 * municipality's administrator speaks; who is named speaks for itself; nobody agrees to what they proposed. A transfer
 * keeps the agreement it was offered under, and its terms, whatever is agreed afterwards.
 */
import { type Kysely, sql } from 'kysely'

/** The kinds, as `api/agreements/codes.ts` has them. */
const KINDS = `'primary_school', 'secondary_school', 'vocational_school', 'social_team', 'municipality', 'welfare',
  'volunteers', 'debt_help', 'work_and_income', 'youth_health', 'youth_care', 'parenting_support', 'general_practice',
  'home_care', 'mental_health', 'addiction_care', 'housing', 'safety'`
const checked = (column: string) => sql.raw(`text check (${column} in (${KINDS}))`)

export async function up(db: Kysely<never>): Promise<void> {
  await kinds(db)
  await sides(db)
  await moves(db)
  await policies(db)
  await kept(db)
}

/** Which kind an organisation is: said by the municipality's administrator, of those with a covenant. */
async function kinds(db: Kysely<never>) {
  await sql`
    alter table directory.participant add column kind ${checked('kind')};

    -- Counts while the covenant does.
    create function sec.kind_of(organization uuid) returns text stable
    language sql set search_path = pg_catalog, pg_temp as $$
      select p.kind from directory.participant p where p.organization_id = organization
        and (sec.now() at time zone 'Europe/Amsterdam')::date >= p.covenant_on
        and (p.left_on is null or p.left_on > (sec.now() at time zone 'Europe/Amsterdam')::date)
    $$;
    create function sec.administers_municipality() returns boolean stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select sec.is_administrator() and exists (select 1 from directory.municipality m where m.organization_id = sec.org())
    $$;
    -- False for who does not administer the municipality, and for an organisation without a covenant.
    create function sec.set_kind(organization uuid, new_kind text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if not sec.administers_municipality() then return false; end if;
      update directory.participant p set kind = new_kind where p.organization_id = organization;
      return found;
    end $$;
    revoke execute on function sec.kind_of(uuid), sec.administers_municipality(), sec.set_kind(uuid, text) from public;
    grant execute on function sec.kind_of(uuid), sec.administers_municipality(), sec.set_kind(uuid, text) to voordeur_app
  `.execute(db)
}

async function sides(db: Kysely<never>) {
  await sql`
    drop index care.agreement_one_proposed;
    alter table care.agreement
      alter column from_org drop not null, alter column to_org drop not null,
      add column from_kind ${checked('from_kind')}, add column to_kind ${checked('to_kind')},
      -- For which side it was proposed; the other one agrees. Counted by the trigger.
      add column proposed_side text check (proposed_side in ('from', 'to')),
      drop constraint agreement_of_two, drop constraint agreement_edition;
    update care.agreement set proposed_side = case when proposed_org = from_org then 'from' else 'to' end;
    alter table care.agreement
      -- One organisation or a kind of them; a desk only of an organisation.
      add constraint agreement_sides check (num_nonnulls(from_org, from_kind) = 1 and num_nonnulls(to_org, to_kind) = 1
        and (from_desk is null or from_org is not null) and (to_desk is null or to_org is not null)),
      add constraint agreement_of_two check (from_org is distinct from to_org or from_org is null),
      add constraint agreement_for_a_side check (proposed_side is not null
        and (proposed_org in (from_org, to_org) or num_nonnulls(from_kind, to_kind) > 0)),
      add constraint agreement_edition unique nulls not distinct (from_org, from_kind, from_desk, to_org, to_kind, to_desk, edition);
    create unique index agreement_one_proposed on care.agreement (from_org, from_kind, from_desk, to_org, to_kind, to_desk)
      nulls not distinct where status = 'proposed'
  `.execute(db)
}

async function moves(db: Kysely<never>) {
  await sql`
    -- Whether who asks may speak for a side: for the own organisation, and for a kind where they administer the municipality.
    create function sec.speaks_for(organization uuid, kind text) returns boolean stable
    language sql set search_path = pg_catalog, pg_temp as $$
      select case when kind is null then sec.org() is not distinct from organization else sec.administers_municipality() end
    $$;
    revoke execute on function sec.speaks_for(uuid, text) from public;
    grant execute on function sec.speaks_for(uuid, text) to voordeur_app;

    create or replace function sec.number_agreement() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', new.from_org, new.from_kind, new.from_desk, '>',
        new.to_org, new.to_kind, new.to_desk), 0));
      select coalesce(max(a.edition), 0) + 1 into new.edition from care.agreement a
        where (a.from_org, a.from_kind, a.from_desk, a.to_org, a.to_kind, a.to_desk)
          is not distinct from (new.from_org, new.from_kind, new.from_desk, new.to_org, new.to_kind, new.to_desk);
      -- Who may speak for both speaks for the kind: the organisation is left to another.
      new.proposed_side := case
        when new.from_kind is not null and sec.speaks_for(null, new.from_kind) then 'from'
        when new.to_kind is not null and sec.speaks_for(null, new.to_kind) then 'to'
        when sec.speaks_for(new.from_org, new.from_kind) then 'from'
        when sec.speaks_for(new.to_org, new.to_kind) then 'to' end;
      select m.name into new.proposed_name from account.member m where m.id = new.proposed_member;
      return new;
    end $$;

    create or replace function sec.guard_agreement() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare senders boolean; receivers boolean; others boolean;
    begin
      new.version := old.version + 1;
      if current_user = 'voordeur_own' then return new; end if;
      senders := sec.speaks_for(old.from_org, old.from_kind);
      receivers := sec.speaks_for(old.to_org, old.to_kind);
      others := case old.proposed_side when 'from' then receivers else senders end
        and sec.person() is distinct from old.proposed_member;
      if (old.status, new.status) not in (('proposed', 'agreed'), ('proposed', 'ended'), ('agreed', 'ended'))
        or not (senders or receivers) or (new.status = 'agreed' and not others) then
        raise exception 'agreement: no move from % to % for %', old.status, new.status,
          case when others then 'the other side' when senders or receivers then 'the proposer' else 'who is no side' end
          using errcode = 'check_violation';
      end if;
      if new.status = 'agreed' then
        new.agreed_member := sec.person();
        new.agreed_at := sec.now();
        select m.name into new.agreed_name from account.member m where m.id = sec.person();
      else
        new.ended_org := sec.org();
        new.ended_at := sec.now();
        select m.name into new.ended_name from account.member m where m.id = sec.person();
      end if;
      return new;
    end $$
  `.execute(db)
}

/** Seen by both sides; an organisation of the kind reads what was agreed for it, and moves nothing. */
async function policies(db: Kysely<never>) {
  await sql`
    drop policy see on care.agreement;
    drop policy move on care.agreement;
    drop policy clock_sees on care.agreement;
    revoke select on care.agreement from voordeur_jobs;
    create policy see on care.agreement for select to voordeur_app using ((select sec.org()) in (from_org, to_org)
      or (num_nonnulls(from_kind, to_kind) > 0
        and exists (select 1 from directory.municipality m where m.organization_id = (select sec.org())))
      or (agreed_at is not null and (select sec.kind_of(sec.org())) in (from_kind, to_kind)));
    create policy move on care.agreement for update to voordeur_app
      using (sec.speaks_for(from_org, from_kind) or sec.speaks_for(to_org, to_kind))
      with check (sec.speaks_for(from_org, from_kind) or sec.speaks_for(to_org, to_kind));
    grant insert (from_kind, to_kind) on care.agreement to voordeur_app
  `.execute(db)
}

/** The terms of a transfer are those of its offer. */
async function kept(db: Kysely<never>) {
  await sql`
    alter table care.transfer
      -- Null: the default terms.
      add column agreement_id uuid references care.agreement (id),
      add column contact_days integer, add column start_days integer,
      add constraint transfer_terms_of_agreement check (num_nonnulls(agreement_id, contact_days, start_days) in (0, 3));

    -- What runs keeps the agreement that counted for it until now.
    update care.transfer t set agreement_id = a.id, contact_days = a.contact_days, start_days = a.start_days
      from care.agreement a where t.status in ('offered', 'accepted') and a.id = (
        select x.id from care.agreement x where x.status = 'agreed' and (x.from_org, x.to_org) = (t.sender_org, t.receiver_org)
          and (x.from_desk is null or x.from_desk = t.sender_desk) and (x.to_desk is null or x.to_desk = t.receiver_desk)
          and current_date >= x.valid_from and (x.valid_until is null or x.valid_until >= current_date)
        order by (x.to_desk is not null) desc, (x.from_desk is not null) desc, x.edition desc limit 1);

    create function sec.keep_terms() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare today date := (sec.now() at time zone 'Europe/Amsterdam')::date;
    begin
      if (old.status, new.status) <> ('draft', 'offered') then
        raise exception 'transfer: the terms are those of its offer' using errcode = 'check_violation';
      end if;
      select a.contact_days, a.start_days into new.contact_days, new.start_days from care.agreement a
        where a.id = new.agreement_id and a.status = 'agreed' and today >= a.valid_from
          and (a.valid_until is null or a.valid_until >= today)
          and (a.from_org = new.sender_org or a.from_kind = sec.kind_of(new.sender_org))
          and (a.to_org = new.receiver_org or a.to_kind = sec.kind_of(new.receiver_org))
          and (a.from_desk is null or a.from_desk = new.sender_desk) and (a.to_desk is null or a.to_desk = new.receiver_desk);
      if not found then
        raise exception 'transfer: no agreement of these two' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger keep_terms before update on care.transfer for each row
      when (old.agreement_id is distinct from new.agreement_id) execute function sec.keep_terms();
    revoke execute on function sec.keep_terms() from public;
    grant update (agreement_id) on care.transfer to voordeur_app;
    grant select (contact_days) on care.transfer to voordeur_jobs
  `.execute(db)
}
