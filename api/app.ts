/** Every room on one screen: the table of contents of the API. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { routes as accounts } from './accounts/routes.ts'
import { routes as alarms } from './alarms/routes.ts'
import { routes as agreements } from './agreements/routes.ts'
import { routes as consults } from './consults/routes.ts'
import type { Deps } from './deps.ts'
import { routes as desks } from './desks/routes.ts'
import { Refusal } from './errors.ts'
import { followForms, routes as followup } from './followup/routes.ts'
import { routes as guidance } from './guidance/routes.ts'
import { routes as health } from './health/routes.ts'
import { securityHeaders } from './http/headers.ts'
import { onError, problem } from './http/problem.ts'
import type { HouseEnv } from './http/house-env.ts'
import type { Room } from './http/room.ts'
import { sameOrigin } from './http/same-origin.ts'
import { serveSite } from './http/static.ts'
import { editorRoutes as reportsOfEditors } from './reports/editor-routes.ts'
import { routes as notifications } from './notifications/routes.ts'
import { routes as partners } from './partners/routes.ts'
import { routes as plainWords } from './plain-words/routes.ts'
import { routes as reports } from './reports/routes.ts'
import { routes as links } from './links/routes.ts'
import { routes as matters } from './matters/routes.ts'
import { routes as meetings } from './meetings/routes.ts'
import { routes as search } from './search/routes.ts'
import { routes as signals } from './signals/routes.ts'
import { routes as signposts } from './signposts/routes.ts'
import { routes as tiles } from './tiles/routes.ts'
import { routes as transfersOfPartners } from './transfers/partner-routes.ts'
import { routes as transfers } from './transfers/routes.ts'

export const API_VERSION = '1.0.0'

/** The rooms under /api/v1, in the order of the domain. */
export const rooms = (deps: Deps): Room[] => [
  accounts(deps),
  desks(deps),
  matters(deps),
  alarms(deps),
  signals(deps),
  transfers(deps),
  links(deps),
  partners(deps),
  transfersOfPartners(deps),
  meetings(deps),
  consults(deps),
  guidance(deps),
  agreements(deps),
  signposts(deps),
  reportsOfEditors(deps),
  plainWords(deps),
  notifications(deps),
  search(deps),
  health(deps),
]

/** Answers that are pages: mounted at the root. */
export const pages = (deps: Deps): Room[] => [followup(deps), reports(deps), tiles(deps)]

export function createApp(deps: Deps): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.onError(onError(deps))
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    await next()
    if (c.req.path.startsWith('/api/')) {
      c.header('API-Version', API_VERSION)
      c.header('X-Request-Id', c.get('requestId'))
    }
  })
  app.use(securityHeaders(deps.siteFolder, deps.embedOrigins))
  app.use(
    sameOrigin(deps.publicUrl, {
      forms: [...followForms, '/fout-melden/', '/en/fout-melden/'],
      // Only a key opens these, and no browser adds one by itself.
      keyed: '/api/v1/partner/',
    }),
  )
  for (const room of rooms(deps)) app.route('/api/v1', room.app)
  for (const page of pages(deps)) app.route('/', page.app)
  app.all('/api/*', (c) => problem(c, new Refusal('not_found')))
  app.use(serveSite(deps.siteFolder))
  return app
}
