/**
 * A session by link sees one transfer and its matter (domain.md section 4): every table that the app may touch says so
 * itself now, and not by way of the table it hangs on. The sheets of a school do not stay for ever.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await ofThisMatter(db)
  await nothingOf(db)
  await forgottenSheets(db)
}

/** What hangs on a matter, and what tells of one. */
async function ofThisMatter(db: Kysely<never>) {
  const tables = ['person', 'legal_basis', 'event', 'message', 'feedback', 'follow_code', 'alarm', 'presence']
  for (const table of tables) {
    await sql`
      create policy only_one on ${sql.id('care', table)} as restrictive to voordeur_app
        using ((select sec.only_transfer()) is null or matter_id = (select sec.only_matter()))
    `.execute(db)
  }
  await sql`
    create policy only_one on account.notification as restrictive to voordeur_app using ((select sec.only_transfer()) is null
      or object_id in ((select sec.only_transfer()), (select sec.only_matter())))
  `.execute(db)
}

/** What is of a school, a team or an account, and of no transfer. */
async function nothingOf(db: Kysely<never>) {
  const tables = [
    ['care', 'meeting'],
    ['care', 'meeting_guest'],
    ['care', 'meeting_line'],
    ['care', 'sheet'],
    ['care', 'guidance'],
    ['care', 'screening'],
    ['care', 'search_miss'],
    ['account', 'absence'],
    ['account', 'desk_setting'],
    ['account', 'preference'],
  ] as const
  for (const [schema, name] of tables) {
    await sql`
      create policy only_one on ${sql.id(schema, name)} as restrictive to voordeur_app
        using ((select sec.only_transfer()) is null)
    `.execute(db)
  }
}

/** The clock sees that a sheet was left lying, and nothing of what was typed. */
async function forgottenSheets(db: Kysely<never>) {
  await sql`
    create policy clock_sees on care.sheet for select to voordeur_jobs using (current_user = 'voordeur_jobs');
    create policy clock_forgets on care.sheet for delete to voordeur_jobs
      using (kept_at <= (select sec.now()) - interval '3 months');
    grant select (id, kept_at), delete on care.sheet to voordeur_jobs;
    -- What was left lying?
    create index sheet_by_age on care.sheet (kept_at)
  `.execute(db)
}
