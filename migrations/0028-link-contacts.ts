/**
 * Who is mailed a one-time link: the contact of a desk where nobody has an account (domain.md section 4). Named by an
 * administrator: of that organisation, or of the municipality where it has none. The database asks once more who it is.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function sec.arranges_desk(desk uuid) returns boolean stable
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      select sec.is_administrator() and exists (select 1 from directory.desk d
        join directory.participant p on p.organization_id = d.organization_id
        where d.id = desk and (p.left_on is null or p.left_on > (sec.now() at time zone 'Europe/Amsterdam')::date)
          and (d.organization_id = sec.org()
            or exists (select 1 from directory.municipality m where m.organization_id = sec.org())))
    $$;

    -- Every desk this administrator arranges: whether somebody there has an account, and else who its contact is.
    create function sec.link_contacts()
    returns table (desk_id uuid, desk text, organization_id uuid, organization text, staffed boolean, name text, email text)
    stable language sql security definer set search_path = pg_catalog, pg_temp as $$
      select d.id, d.name, o.id, o.name,
        exists (select 1 from account.desk_member x join account.member m on m.id = x.member_id
          where x.desk_id = d.id and m.disabled_at is null and not m.by_link), c.name, c.email
      from directory.desk d join directory.organization o on o.id = d.organization_id
      left join lateral (select m.name, m.email from account.desk_member x join account.member m on m.id = x.member_id
        where x.desk_id = d.id and m.by_link and m.disabled_at is null order by m.id limit 1) c on true
      where sec.arranges_desk(d.id)
    $$;

    -- Nobody but the one kept is contact of this desk any more; who was of no other is disabled, and is out at the next request.
    create function sec.clear_contact(desk uuid, kept uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      with gone as (
        delete from account.desk_member x using account.member m
        where x.desk_id = desk and m.id = x.member_id and m.by_link and m.id is distinct from kept returning m.id)
      update account.member m set disabled_at = sec.now() from gone where m.id = gone.id
        and not exists (select 1 from account.desk_member y where y.member_id = m.id and y.desk_id <> desk);
    end $$;

    -- 'ok', or why not: 'no_desk' (there is none for who asks), 'staffed', 'taken' (somebody signs in with that address).
    create function sec.name_contact(desk uuid, contact_name text, contact_email text) returns text
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare org uuid; m account.member;
    begin
      if not sec.arranges_desk(desk) then return 'no_desk'; end if;
      select d.organization_id into org from directory.desk d where d.id = desk for update;
      if exists (select 1 from account.desk_member x join account.member y on y.id = x.member_id
        where x.desk_id = desk and y.disabled_at is null and not y.by_link) then return 'staffed'; end if;
      select * into m from account.member x where x.email = contact_email for update;
      if m.id is not null and (not m.by_link or m.organization_id <> org) then return 'taken'; end if;
      perform sec.clear_contact(desk, m.id);
      if m.id is null then
        insert into account.member (name, email, password_hash, organization_id, roles, by_link)
          values (contact_name, contact_email, 'none', org, '{worker}', true) returning * into m;
      else
        update account.member x set name = contact_name, disabled_at = null where x.id = m.id;
      end if;
      insert into account.desk_member (member_id, organization_id, desk_id) values (m.id, org, desk) on conflict do nothing;
      return 'ok';
    end $$;

    create function sec.remove_contact(desk uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if not sec.arranges_desk(desk) then return false; end if;
      perform sec.clear_contact(desk, null);
      return true;
    end $$;

    revoke execute on function sec.arranges_desk(uuid), sec.link_contacts(), sec.clear_contact(uuid, uuid),
      sec.name_contact(uuid, text, text), sec.remove_contact(uuid) from public;
    grant execute on function sec.link_contacts(), sec.name_contact(uuid, text, text), sec.remove_contact(uuid) to voordeur_app
  `.execute(db)
}
