/** The follow page's answer: a form that works without JavaScript, so its answer is a page and not JSON. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { clientAddress } from '../http/client-address.ts'
import { fillPage, readShell } from '../http/page.ts'
import type { HouseEnv } from '../http/house-env.ts'
import type { Room } from '../http/room.ts'
import { askWhoHasTheBall } from './actions.ts'
import { stateOf } from './follow.ts'
import { ballSlots, waitInWords } from './view.ts'

const PATH = '/volgen/'

/** Mounted at the root: the address is that of the page, and the code travels in the form, never in an address. */
export function routes(deps: Deps): Room {
  const app = new Hono<HouseEnv>()
  app.post(PATH, bodyLimit({ maxSize: 2_000 }), async (c) => {
    const folder = deps.siteFolder()
    if (!folder) return c.text('De site is nog niet gepubliceerd. Probeer het zo opnieuw.', 503, { 'Retry-After': '5' })
    return answer(deps, c, await readShell(folder, 'volgen'))
  })
  return { app, lines: [{ method: 'post', path: PATH, may: 'anyone' }] }
}

async function answer(deps: Deps, c: Context<HouseEnv>, shell: string): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  const typed = new URLSearchParams(await c.req.text()).get('code') ?? ''
  try {
    const from = { address: clientAddress(c, deps.trustedProxies), requestId: c.get('requestId') }
    const ball = await askWhoHasTheBall(deps, typed, from)
    if (!ball) return c.html(fillPage(shell, 'unknown'), 404)
    return c.html(fillPage(shell, stateOf[ball.situation], ballSlots(ball)))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too_many_attempts') throw error
    const seconds = Number(error.facts.retryAfterSeconds)
    c.header('Retry-After', String(seconds))
    return c.html(fillPage(shell, 'too_many_attempts', { wait: waitInWords(seconds) }), 429)
  }
}
