/** The follow page's answers: forms that work without JavaScript, so what comes back is a page and not JSON. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { clientAddress } from '../http/client-address.ts'
import type { HouseEnv } from '../http/house-env.ts'
import { fillPage, readShell } from '../http/page.ts'
import type { Room } from '../http/room.ts'
import { type Asking, askWhereItStands, type Followed, residentAnswers, residentSays } from './actions.ts'
import type { Heard, Language, Saying } from './codes.ts'
import { answered, looked, said, words } from './schema.ts'
import { followPage, waitInWords } from './view.ts'

const PATH = '/volgen/'
const SAY = '/volgen/zeggen/'
const ANSWER = '/volgen/antwoorden/'
/** Forms without JavaScript, for the guard that otherwise takes JSON only. */
export const followForms = [PATH, SAY, ANSWER]

type Form = Record<string, string>
/** What came of it: the page of the code and what is told above it. */
type Outcome = { followed: Followed | null; told?: string; words?: string; status?: 200 | 400 }

/** Mounted at the root: the address is that of the page, and the code travels in the form, never in an address. */
export function routes(deps: Deps): Room {
  const app = new Hono<HouseEnv>()
  const page = (path: string, act: (form: Form, asking: (typed: string) => Asking) => Promise<Outcome>) =>
    app.post(path, bodyLimit({ maxSize: 8_000 }), (c) => answer(deps, c, act))

  page(PATH, async (form, asking) => ({ followed: await askWhereItStands(deps, asking(looked.parse(form).code)) }))
  page(SAY, async (form, asking) => {
    const { code, what, words: typed } = said.parse(form)
    const text = typed.trim() === '' ? null : words.safeParse(typed)
    if (!what || text?.success === false) {
      // Nothing is written; what was typed stands in the form again.
      const fault = text?.success === false ? faultOf(text.error.issues[0]?.message) : 'not_now'
      return { followed: await askWhereItStands(deps, asking(code)), told: fault, words: typed, status: 400 }
    }
    return heard(await residentSays(deps, asking(code), { what, words: text?.data ?? null }), what)
  })
  page(ANSWER, async (form, asking) => {
    const { code, door, again, help } = answered.parse(form)
    const answers = { door: truth(door), again: truth(again), help }
    return heard(await residentAnswers(deps, asking(code), answers), 'answers')
  })
  return { app, lines: followForms.map((path) => ({ method: 'post' as const, path, may: 'anyone' as const })) }
}

const truth = (answer: 'yes' | 'no' | null) => (answer === null ? null : answer === 'yes')
const faultOf = (code = '') => (code === 'text.bsn' ? 'words_bsn' : 'words_too_long')
const heard = (result: (Followed & { heard: Heard }) | null, what: Saying | 'answers'): Outcome => ({
  followed: result,
  ...(result && { told: result.heard === 'told' ? `told_${what}` : result.heard }),
})

async function answer(
  deps: Deps,
  c: Context<HouseEnv>,
  act: (form: Form, asking: (typed: string) => Asking) => Promise<Outcome>,
): Promise<Response> {
  const folder = deps.siteFolder()
  if (!folder) return c.text('De site is nog niet gepubliceerd. Probeer het zo opnieuw.', 503, { 'Retry-After': '5' })
  c.header('Cache-Control', 'no-store')
  const form = Object.fromEntries(new URLSearchParams(await c.req.text()))
  const { lang, code } = looked.parse(form)
  const shell = await readShell(folder, lang === 'nl' ? 'volgen' : `volgen-${lang}`)
  const from = { address: clientAddress(c, deps.trustedProxies), requestId: c.get('requestId') }
  try {
    const { followed, told, words, status } = await act(form, (typed) => ({ typed, ...from }))
    if (!followed) return c.html(fillPage(shell, ['unknown']), 404)
    const { states, slots, lists } = followPage(followed, lang, code)
    const page = fillPage(shell, told ? [...states, told] : states, words ? { ...slots, words } : slots, lists)
    return c.html(page, status ?? 200)
  } catch (error) {
    return tooMany(c, error, shell, lang)
  }
}

function tooMany(c: Context<HouseEnv>, error: unknown, shell: string, lang: Language): Response {
  if (!(error instanceof Refusal) || error.code !== 'too_many_attempts') throw error
  const seconds = Number(error.facts.retryAfterSeconds)
  c.header('Retry-After', String(seconds))
  return c.html(fillPage(shell, ['too_many_attempts'], { wait: waitInWords(seconds, lang) }), 429) as Response
}
