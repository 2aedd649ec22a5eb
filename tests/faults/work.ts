/** What lets the jobs have something to do: terms that have passed, and the mail that is owed in the end. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { connect, type JobsTables } from '../../api/db.ts'
import { deliverDue, sendDigests } from '../../api/outbox/deliver.ts'
import { openMail } from '../../api/outbox/mail.ts'
import { houseOn } from '../setup/house.ts'
import type { World } from './world.ts'

const DAY = 86_400_000

/** Some of what waits is long overdue: an offer ends, and every other term climbs a step at each look. */
export async function makeOverdue(db: Kysely<never>, most = 4): Promise<void> {
  const waiting = (status: string) => sql`
    (select t.id from care.transfer t where t.status = ${status} order by random() limit ${most})`
  await sql`update care.signal set due_by = now() - interval '12 days'
    where id in (select s.id from care.signal s where s.status in ('sent', 'waiting') order by random() limit ${most})`.execute(
    db,
  )
  await sql`update care.transfer set answer_by = now() - interval '1 hour' where id in ${waiting('offered')}`.execute(
    db,
  )
  await sql`update care.transfer set contact_by = now() - interval '12 days' where id in ${waiting('accepted')}`.execute(
    db,
  )
  await sql`update care.transfer set start_by = now() - interval '12 days' where id in ${waiting('handed_over')}`.execute(
    db,
  )
}

/** Mail that did not leave, and that waits for somebody's hour, is due now; what was tried in vain meanwhile took days. */
export async function makeMailDue(db: Kysely<never>): Promise<void> {
  await sql`update outbox.message set next_at = now(), leased_until = null, attempts = least(attempts, 2)
    where sent_at is null`.execute(db)
  await sql`update outbox.held_mail set send_at = now() - interval '1 second'`.execute(db)
}

export type Post = { letters: number; duplicates: number; lost: string[] }

/** Everything that is owed is delivered; then each promise is looked for at the mail server, at each of its addresses. */
export async function countPost({ db, database, mails }: World): Promise<Post> {
  mails.mishap = () => null
  mails.goOn()
  const jobs = connect<JobsTables>(database.urls.jobs, 1)
  const mail = openMail({
    smtpUrl: mails.url,
    mailFrom: 'Voordeur <voordeur@localhost>',
    dataDir: '',
    publicUrl: houseOn,
  })
  const log = { info: () => undefined, error: () => undefined }
  try {
    await makeMailDue(db)
    await deliverDue({ jobs, log, publicUrl: houseOn, now: () => new Date() }, mail, { most: 100_000 })
    await sendDigests({ jobs, log, publicUrl: houseOn, now: () => new Date(Date.now() + 7 * DAY) }, mail)
  } finally {
    mail.close()
    await jobs.destroy()
  }
  const { rows } = await sql<{ id: string; topic: string; sent: boolean; email: string }>`
    select o.id, o.topic, o.sent_at is not null as sent, m.email from outbox.message o
    cross join lateral sec.recipients(o.to_org, o.to_desk, o.to_member, o.to_role, now()) r(id)
    join account.member m on m.id = r.id left join account.preference p on p.member_id = m.id
    where coalesce(p.mail, 'at_once') = 'at_once'`.execute(db)
  const there = new Set(mails.letters.map(({ id, to }) => `${id} ${to}`))
  const lost = rows.filter(({ id, email, sent }) => !sent || !there.has(`${letterId(id, email)} ${email}`))
  const held = await sql`select 1 from outbox.held_mail`.execute(db)
  return {
    letters: mails.letters.length,
    duplicates: mails.letters.length - there.size,
    lost: [...lost.map(({ topic, id }) => `${topic} ${id}`), ...held.rows.map(() => 'held and not sent')],
  }
}

/** As the mail is to be recognised by, written down once more: the promise and the address, and neither can be read. */
const letterId = (promise: string, to: string) =>
  createHash('sha256').update(`${promise}:${to}`).digest('hex').slice(0, 32)
