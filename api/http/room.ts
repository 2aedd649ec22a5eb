/**
 * How a room tells its routes: method, path, who may, what comes in, what happens. Every route goes through here, so
 * none is without a permission, and the list of them is what the permission matrix is held against.
 */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Reason } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import type { KeyCommand } from '../partners/codes.ts'
import { type Permission, may } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import type { HouseEnv } from './house-env.ts'
import { onceOf, viewerOfKey } from './key.ts'
import { parseBody, parseQuery } from './validate.ts'
import { viewerOf } from './viewer.ts'

export type Method = 'get' | 'post' | 'put' | 'delete'

/** `anyone` needs no session; otherwise the permission that the viewer's roles must hold. */
export type RouteRule<Input> = {
  may: Permission | 'anyone'
  /** For partners' own systems: only a key that holds this command opens it. A write must come with an idempotency key. */
  key?: KeyCommand
  /** Strict schema of the JSON body, or of the query for GET. Absent: nothing may be sent. */
  input?: z.ZodType<Input>
  /** What the log gives as purpose; the permission when absent. */
  purpose?: string
  /** The code for an id that cannot exist; the same answer as for one that does not. */
  missing?: RefusalCode
  status?: 200 | 201 | 204
}

export type Asked<Input> = { viewer: Viewer; input: Input; id: string; reason: Reason; c: Context<HouseEnv> }
export type RouteLine = { method: Method; path: string; may: Permission | 'anyone'; key?: KeyCommand }

const nothing = z.strictObject({})
const idSchema = z.uuid()
const nobody: Viewer = { userId: '', name: '', organizationId: '', roles: [], deskIds: [], only: null, key: null }

export type Room = { app: Hono<HouseEnv>; lines: readonly RouteLine[] }

/** A room of the API. `on` adds a route; what its handler returns is sent as JSON, a Response as it is. */
export function room(deps: Deps) {
  const app = new Hono<HouseEnv>()
  const lines: RouteLine[] = []

  const viewerFor = (c: Context<HouseEnv>, { may, key }: Pick<RouteRule<unknown>, 'may' | 'key'>) => {
    if (key) return viewerOfKey(deps, c, key)
    return may === 'anyone' ? nobody : viewerOf(deps, c)
  }

  function on<Input = Record<never, never>>(
    method: Method,
    path: string,
    rule: RouteRule<Input>,
    handle: (asked: Asked<Input>) => Promise<unknown>,
  ) {
    lines.push({ method, path, may: rule.may, ...(rule.key && { key: rule.key }) })
    app.on(method.toUpperCase(), path, async (c) => {
      const viewer = await viewerFor(c, rule)
      if (rule.may !== 'anyone' && !may(viewer, rule.may)) throw new Refusal('viewer.not_allowed')

      const id = c.req.param('id') ?? ''
      if (path.includes(':id') && !idSchema.safeParse(id).success) throw new Refusal(rule.missing ?? 'not_found')

      const schema = rule.input ?? (nothing as unknown as z.ZodType<Input>)
      const input = method === 'get' ? parseQuery(c, schema) : await parseBody(c, schema)
      const action = `${method.toUpperCase()} ${path}`
      const reason: Reason = {
        action,
        purpose: rule.purpose ?? rule.may,
        requestId: c.get('requestId'),
        ...(rule.key && method !== 'get' && { once: onceOf(c, action, id, input) }),
      }
      const answer = await handle({ viewer, input, id, reason, c })
      if (answer instanceof Response) return answer
      return answer === undefined ? c.body(null, 204) : c.json(answer, rule.status === 201 ? 201 : 200)
    })
  }

  return { app, lines, on }
}
