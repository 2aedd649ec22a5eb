/** The follow page without its words, and somebody who types a code into it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { stateOf } from '../../api/followup/follow.ts'
import type { HouseEnv } from '../../api/http/house-env.ts'

const situations = Object.values(stateOf).filter((state) => state !== 'closed')

/** The blocks and slots of the published shell; its words are looked at in the browser. */
const block = (states: string, text: string) => `<!--if:${states}-->${text}<!--/if-->`
const shell = [
  '<!doctype html><main>',
  ...situations.map((state) => block(state, `[${state}]`)),
  block(situations.join(' '), '{{holder}} | {{desk}} | {{since}} | {{until}} | <a href="{{phone_href}}">{{phone}}</a>'),
  block('closed', '[closed] {{holder}} | {{since}}'),
  block('unknown', '[unknown]'),
  block('too_many_attempts', '[too many] {{wait}}'),
  '</main>',
].join('')

export function publishShell(folder: string): void {
  mkdirSync(join(folder, 'shells'), { recursive: true })
  writeFileSync(join(folder, 'shells', 'volgen.html'), shell)
}

/** Sends the form as the page does. `from` is the address of the connection. */
export async function typeCode(
  app: Hono<HouseEnv>,
  typed: string,
  given: { from?: string; headers?: Record<string, string> } = {},
) {
  const socket = { remoteAddress: given.from ?? '192.0.2.1', remotePort: 40_000, remoteFamily: 'IPv4' }
  const headers = {
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
    ...given.headers,
  }
  const body = new URLSearchParams({ code: typed }).toString()
  const response = await app.request('/volgen/', { method: 'POST', headers, body }, { incoming: { socket } })
  return { response, status: response.status, text: await response.text() }
}
