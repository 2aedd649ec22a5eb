/** Reporting an error: a plain form without JavaScript, so its answer is a page. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { clientAddress } from '../http/client-address.ts'
import { fillPage, readShell } from '../http/page.ts'
import type { HouseEnv } from '../http/house-env.ts'
import type { Room } from '../http/room.ts'
import { reportError } from './actions.ts'
import { reportKinds } from './codes.ts'
import { reportForm } from './schema.ts'

/** The page with the form in each language, and the shell of its answers. */
const pages = [
  { path: '/fout-melden/', shell: 'fout-melden' },
  { path: '/en/fout-melden/', shell: 'fout-melden-en' },
]
/** Every field at its longest, in the three bytes a sign that a form makes of what is not plain. */
const MOST_BYTES = 20_000

const tooLong = bodyLimit({
  maxSize: MOST_BYTES,
  onError: (c) => c.text('Deze melding is te lang.', 413),
})

/** Mounted at the root: the address is that of the page with the form. */
export function routes(deps: Deps): Room {
  const app = new Hono<HouseEnv>()
  for (const { path, shell } of pages) {
    app.post(path, tooLong, async (c) => {
      const folder = deps.siteFolder()
      if (!folder) {
        return c.text('De site is nog niet gepubliceerd. Probeer het zo opnieuw.', 503, { 'Retry-After': '5' })
      }
      return answer(deps, c, await readShell(folder, shell))
    })
  }
  return { app, lines: pages.map(({ path }) => ({ method: 'post', path, may: 'anyone' })) }
}

async function answer(deps: Deps, c: Context<HouseEnv>, shell: string): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  const form = new URLSearchParams(await c.req.text())
  const typed = reportForm.safeParse(Object.fromEntries(form))
  if (!typed.success) {
    const bsn = typed.error.issues.some(({ message }) => message === 'text.bsn')
    return c.html(refilled(shell, bsn ? 'bsn' : 'invalid', form), 400)
  }
  try {
    await reportError(deps, typed.data, clientAddress(c, deps.trustedProxies))
    return c.html(fillPage(shell, 'thanks'))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too_many_attempts') throw error
    c.header('Retry-After', String(error.facts.retryAfterSeconds))
    return c.html(fillPage(shell, 'too_many_attempts'), 429)
  }
}

/** The form once more, with what was typed in it: nobody types it twice. It goes to who sent it and is kept nowhere. */
function refilled(shell: string, state: string, form: URLSearchParams): string {
  const typed = (name: string) => (form.get(name) ?? '').replaceAll('\u0000', '')
  const slots = { over: typed('over'), tekst: typed('tekst'), antwoord: typed('antwoord'), telefoon: typed('telefoon') }
  const page = fillPage(shell, state, slots)
  const kind = reportKinds.find((each) => each === form.get('soort'))
  return kind ? page.replace(`<option value="${kind}"`, `<option value="${kind}" selected`) : page
}
