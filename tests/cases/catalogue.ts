/** What the database's own catalogue says of the guards: protection.md, figure T3. Each check knows how to be broken. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../api/db.ts'

const PROTECTED_SCHEMAS = sql.raw(`('care', 'account', 'audit', 'outbox')`)
const LOGINS = sql.raw(
  `('voordeur_app', 'voordeur_public', 'voordeur_publisher', 'voordeur_jobs', 'voordeur_follow', 'public')`,
)

export type Finding = { what: string }
export type Check = { name: string; find: RawBuilder<Finding>; breakIt: string }

export const checks: Check[] = [
  {
    name: 'every protected table has row-level security, forced on its owner too',
    find: sql`select c.oid::regclass::text as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ${PROTECTED_SCHEMAS} and not (c.relrowsecurity and c.relforcerowsecurity)`,
    breakIt: 'alter table care.person no force row level security',
  },
  {
    name: 'no table in a schema that has neither protection nor a reason to be public',
    find: sql`select c.oid::regclass::text as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('care', 'account', 'audit', 'outbox', 'directory', 'job', 'information_schema')
        and n.nspname not like 'pg\\_%' and c.relname not like 'kysely\\_%'`,
    breakIt: 'create table sec.loose (id int)',
  },
  {
    name: 'of the job calendar’s tables, which hold no data of anybody, only the clock reads and writes',
    find: sql`select grantee || ' ' || table_schema || '.' || table_name as what from information_schema.role_table_grants
      where table_schema = 'job' and grantee not in ('voordeur_own', 'voordeur_jobs')
      union all select 'data in ' || name from job.job where data is not null`,
    breakIt: 'grant select on job.job to voordeur_app',
  },
  {
    name: 'every view runs with the rights of who asks, and there is no materialised view',
    find: sql`select c.oid::regclass::text as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
        and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false)))`,
    breakIt: 'create view care.everyone as select * from care.person',
  },
  {
    name: 'functions with the owner’s rights stand in one schema, with a pinned search path, and the logins may call these only',
    find: sql`select p.oid::regprocedure::text as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and (
        n.nspname <> 'sec' or not coalesce(p.proconfig::text like '%search_path=pg_catalog, pg_temp%', false)
        or exists (select 1 from (values ('voordeur_app'), ('voordeur_public'), ('voordeur_publisher'), ('voordeur_jobs'), ('voordeur_follow')) l(login)
          where has_function_privilege(l.login, p.oid, 'execute') and (l.login, p.proname) not in (
            ('voordeur_app', 'attempt'), ('voordeur_app', 'forget_attempts'), ('voordeur_app', 'staffed_desks'),
            ('voordeur_app', 'password_of_login'), ('voordeur_app', 'is_signing_in'), ('voordeur_app', 'consulting'), ('voordeur_app', 'agreeing'),
            ('voordeur_app', 'lock_matter'), ('voordeur_jobs', 'lock_matter'), ('voordeur_app', 'link_desks'), ('voordeur_app', 'open_link'),
            ('voordeur_app', 'administers_municipality'), ('voordeur_app', 'set_kind'), ('voordeur_app', 'link_contacts'), ('voordeur_app', 'name_contact'), ('voordeur_app', 'remove_contact'),
            ('voordeur_app', 'make_webhook'), ('voordeur_app', 'end_webhook'), ('voordeur_app', 'test_webhook'),
            ('voordeur_app', 'make_key'), ('voordeur_app', 'revoke_key'), ('voordeur_app', 'open_key'),
            ('voordeur_app', 'only_matter'), ('voordeur_app', 'seen_of_transfer'), ('voordeur_app', 'pair_figures'),
            ('voordeur_app', 'close_desk'), ('voordeur_app', 'open_desk'), ('voordeur_jobs', 'recipients'),
            ('voordeur_jobs', 'staffed_desks'), ('voordeur_jobs', 'forget_sessions'),
            ('voordeur_follow', 'attempt'), ('voordeur_follow', 'follow_view'), ('voordeur_follow', 'follow_file'),
            ('voordeur_follow', 'follow_say'), ('voordeur_follow', 'follow_answer'))))`,
    breakIt: 'grant execute on function sec.valid_basis(uuid, uuid) to voordeur_app',
  },
  {
    name: 'nobody may truncate, reference or put a trigger on a table',
    find: sql`select grantee || ' ' || privilege_type || ' ' || table_schema || '.' || table_name as what
      from information_schema.role_table_grants where lower(grantee) in ${LOGINS}
        and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
        and table_schema not in ('pg_catalog', 'information_schema')`,
    breakIt: 'grant truncate on care.matter to voordeur_app',
  },
  {
    name: 'no policy is true for a login that runs',
    find: sql`select schemaname || '.' || tablename || ' ' || policyname as what from pg_policies
      where (qual = 'true' or with_check = 'true') and roles <> '{voordeur_own}'`,
    breakIt: 'create policy all_of_it on care.person to voordeur_app using (true)',
  },
  {
    name: 'every protected table the app touches says itself what a session by link sees of it',
    // The accounts are read to know who asks; what is only written (log, promise) shows nothing.
    find: sql`select c.oid::regclass::text as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ${PROTECTED_SCHEMAS}
        and (has_any_column_privilege('voordeur_app', c.oid, 'select, update') or has_table_privilege('voordeur_app', c.oid, 'delete'))
        and c.oid::regclass::text not in ('account.member', 'account.desk_member', 'account.session')
        and not exists (select 1 from pg_policies p where (p.schemaname, p.tablename) = (n.nspname, c.relname) and p.policyname = 'only_one'
          and p.permissive = 'RESTRICTIVE' and p.cmd = 'ALL' and p.roles = '{voordeur_app}' and p.qual like '%only_transfer()%')`,
    breakIt: 'drop policy only_one on account.notification',
  },
  {
    name: 'no login owns anything, is superuser, or bypasses row-level security',
    find: sql`select r.rolname::text as what from pg_roles r where r.rolname in ${LOGINS} and (r.rolsuper or r.rolbypassrls
        or r.rolcreaterole or exists (select 1 from pg_class c where c.relowner = r.oid)
        or pg_has_role(r.oid, 'voordeur_own', 'member'))`,
    breakIt: 'alter table care.message owner to voordeur_app',
  },
  {
    name: 'the app writes neither holder nor relation, nor who sends',
    find: sql`select grantee || ' ' || privilege_type || ' ' || table_name || '.' || column_name as what
      from information_schema.role_column_grants
      where grantee in ('voordeur_app', 'voordeur_jobs', 'voordeur_follow', 'voordeur_public') and privilege_type in ('INSERT', 'UPDATE')
        and table_schema = 'care'
        and (table_name = 'relation' or column_name in ('id', 'holder_org', 'sender_org', 'sender_member', 'opened_at'))
`,
    breakIt: 'grant update (holder_org) on care.matter to voordeur_app',
  },
  {
    name: 'the follow login reads no table, and the public login none that is protected',
    find: sql`select grantee || ' ' || table_schema || '.' || table_name as what from information_schema.role_table_grants
      where (grantee = 'voordeur_follow' or (grantee in ('voordeur_public', 'voordeur_publisher') and table_schema in ${PROTECTED_SCHEMAS}))
        and table_schema not in ('pg_catalog', 'information_schema')`,
    breakIt: 'grant select on care.matter to voordeur_public',
  },
  {
    name: 'the clock reads nothing that a person wrote',
    find: sql`select table_name || '.' || column_name as what from information_schema.role_column_grants
      where grantee = 'voordeur_jobs' and privilege_type = 'SELECT' and table_schema = 'care'
        and column_name in ('noticed', 'tried', 'request', 'feedback', 'reason_text', 'body', 'name', 'phone', 'better_address')`,
    breakIt: 'grant select (request) on care.transfer to voordeur_jobs',
  },
]

/** What a check finds wrong in this database: nothing, one hopes. */
export async function findings({ find }: Check, db: Pick<Db, 'getExecutor'>): Promise<string[]> {
  return (await find.execute(db)).rows.map(({ what }) => what)
}

/** Breaks what the check looks at, looks, and takes it back: what it found is what it is worth. */
export async function findingsWhenBroken(check: Check, db: Db): Promise<string[]> {
  const tx = await db.startTransaction().execute()
  try {
    await sql.raw(check.breakIt).execute(tx)
    return await findings(check, tx)
  } finally {
    await tx.rollback().execute()
  }
}
