/** The follow page without its words, and somebody who types a code into it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { hashCode, makeCode } from '../../api/followup/code.ts'
import { alarmKinds, sayings, stateOf, steps } from '../../api/followup/codes.ts'
import type { FreshDatabase } from '../setup/database.ts'
import type { HouseEnv } from '../../api/http/house-env.ts'

const situations = Object.values(stateOf).filter((state) => state !== 'closed')

/** The blocks and slots of the published shell; its words are looked at in the browser. */
const block = (states: string, text: string) => `<!--if:${states}-->${text}<!--/if-->`
const told = [...sayings, 'answers'].map((what) => `told_${what}`)
const more = ['already', 'not_now', 'words_bsn', 'words_too_long', 'can_alarm', 'can_judge', 'can_meet', 'can_answer']
const shell = [
  '<!doctype html><main>',
  ...situations.map((state) => block(state, `[${state}]`)),
  block(situations.join(' '), '{{holder}} | {{desk}} | {{since}} | {{until}} | <a href="{{phone_href}}">{{phone}}</a>'),
  block('closed', '[closed] {{holder}} | {{since}}'),
  ...[...told, ...more].map((state) => block(state, `[${state}]`)),
  block('words_bsn', '({{words}})'),
  `<!--each:steps-->${steps.map((code) => block(code, `(${code} {{by}})`)).join('')}<!--/each-->`,
  `<!--each:alarms-->${alarmKinds.map((kind) => block(kind, `{${kind}:`)).join('')}${['waiting', 'called', 'spoken', 'will_call', 'reopened'].map((answer) => block(answer, `${answer} {{answer_day}}}`)).join('')}<!--/each-->`,
  '<!--each:seers-->sees {{name}};<!--/each-->',
  block('unknown', '[unknown]'),
  block('too_many_attempts', '[too many] {{wait}}'),
  '</main>',
].join('')

export function publishShell(folder: string): void {
  mkdirSync(join(folder, 'shells'), { recursive: true })
  writeFileSync(join(folder, 'shells', 'volgen.html'), shell)
}

type Given = { from?: string; headers?: Record<string, string> }

/** Sends the form as the page does. `from` is the address of the connection. */
export const typeCode = (app: Hono<HouseEnv>, typed: string, given: Given = {}) =>
  sendForm(app, '/volgen/', { code: typed }, given)

/** Sends one of the forms of the follow page. */
export async function sendForm(app: Hono<HouseEnv>, path: string, form: Record<string, string>, given: Given = {}) {
  const socket = { remoteAddress: given.from ?? '192.0.2.1', remotePort: 40_000, remoteFamily: 'IPv4' }
  const headers = {
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
    ...given.headers,
  }
  const body = new URLSearchParams(form).toString()
  const response = await app.request(path, { method: 'POST', headers, body }, { incoming: { socket } })
  return { response, status: response.status, text: await response.text() }
}

/** A resident says with a code of this matter that nobody called; gives the code. */
export async function raiseAlarm({ db, deps }: Pick<FreshDatabase, 'db' | 'deps'>, matterId: string): Promise<string> {
  const code = makeCode()
  const hash = hashCode(deps.secret, code)
  await sql`insert into care.follow_code (matter_id, hash) values (${matterId}, ${hash})`.execute(db)
  await sql`select sec.follow_say(${hash}, ${deps.now()}, gen_random_uuid(), 'nobody_called', null)`.execute(
    deps.follow,
  )
  return code
}
