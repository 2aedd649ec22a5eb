/**
 * Support that runs is the holder's (domain.md section 4): no way, not even a reopening beside a signal that is out,
 * leaves one organisation with the support and another with the matter. Asked at commit, like invariant 1.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function sec.support_is_holders() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare matter uuid := case when tg_table_name = 'matter' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'matter_id')::uuid end;
    begin
      if exists (select 1 from care.transfer t join care.matter m on m.id = t.matter_id
        where m.id = matter and t.status in ('handed_over', 'started') and t.receiver_org <> m.holder_org) then
        raise exception 'support by one organisation and the matter with another' using errcode = 'check_violation', constraint = 'support_is_holders';
      end if;
      return null;
    end $$;
    revoke execute on function sec.support_is_holders() from public;
    create constraint trigger support_is_holders after update of holder_org on care.matter deferrable initially deferred
      for each row execute function sec.support_is_holders();
    create constraint trigger support_is_holders after update of status on care.transfer deferrable initially deferred
      for each row execute function sec.support_is_holders()
  `.execute(db)
}
