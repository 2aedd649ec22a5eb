import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { stepsOf } from '../../api/jobs/steps.ts'
import { openMail } from '../../api/outbox/mail.ts'
import { written } from '../browser/story-steps.ts'
import type { House } from '../setup/house.ts'
import { type Count, type Figure, counting } from './figure.ts'
import type { Played } from './played.ts'

/** Places where nothing that a person wrote belongs, each with everything that stands there. */
type Places = Record<string, string>

async function sweep({ house, story, urls, log }: Played): Promise<Count> {
  const places: Places = {
    'the follow page': story.followed.map(({ text }) => text).join('\n'),
    'addresses of requests': urls.join('\n'),
    'the access log': await rowsOf(house, 'audit.event'),
    'the outbox': await rowsOf(house, 'outbox.message'),
    events: await rowsOf(house, 'care.event'),
    'the published site and its index': published(house.siteFolder),
    'the log of the server': log.join('\n'),
  }
  return count(places)
}

function count(places: Places): Count {
  const found = counting()
  for (const [place, text] of Object.entries(places)) {
    for (const [field, value] of Object.entries(written)) {
      found.hold(
        !text.includes(value) && !text.includes(JSON.stringify(value).slice(1, -1)),
        `${field} stands in ${place}`,
      )
    }
  }
  return found
}

/** Delivers what was promised into a folder, and reads it. */
async function mails(house: House): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'voordeur-mail-'))
  const mail = openMail({ smtpUrl: null, mailFrom: 'voordeur@voorbeeld.example', dataDir, publicUrl: house.url })
  try {
    for (const { run } of stepsOf(house.deps, mail)) await run(() => false)
    const letters = readdirSync(join(dataDir, 'mail')).map((name) => readFileSync(join(dataDir, 'mail', name), 'utf8'))
    if (letters.length === 0) throw new Error('The story sent no mail')
    return letters.join('\n')
  } finally {
    mail.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function rowsOf({ db }: House, table: string): Promise<string> {
  const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(db)
  if (rows.length === 0) throw new Error(`Nothing stands in ${table}`)
  return rows.map(({ row }) => row).join('\n')
}

function published(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files
    .filter(({ name }) => !name.endsWith('.br'))
    .map(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name))
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
    })
    .join('\n')
}

export const canaries: Figure = {
  id: 'canaries',
  what: 'texts of the story × places where they do not belong (mails, logs, addresses, outbox, follow page, site, index): not there',
  run: async (bench) => {
    const played = await bench.played()
    const letters = await mails(played.house)
    const [places, sent] = [await sweep(played), count({ 'the mails': letters })]
    return { tried: places.tried + sent.tried, held: places.held + sent.held, lost: [...places.lost, ...sent.lost] }
  },
  control: async (bench) => {
    const played = await bench.played()
    const { house } = played
    house.deps.log.info({ about: written.name }, 'a matter was opened')
    await sql`update audit.event set purpose = ${written.noticed} where id = (select id from audit.event limit 1)`.execute(
      house.db,
    )
    const count = await sweep(played)
    return {
      broke: 'a name in a line of the server’s log, and what was noticed as purpose in the access log',
      ...count,
    }
  },
}
