/** The one place where an error becomes an answer (RFC 9457). The words on screen are the site's; the code is ours. */
import type { Context, ErrorHandler } from 'hono'
import { routePath } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Deps } from '../deps.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import type { HouseEnv } from './house-env.ts'

const statusOf: Record<RefusalCode, ContentfulStatusCode> = {
  'input.invalid': 400,
  'input.too_large': 413,
  'input.bsn': 400,
  'input.not_json': 415,
  'origin.foreign': 403,
  'viewer.unknown': 401,
  'viewer.not_allowed': 403,
  'account.wrong_credentials': 401,
  too_many_attempts: 429,
  not_found: 404,
  changed_meanwhile: 409,
  'matter.not_found': 404,
  'matter.not_yours': 403,
  'matter.not_possible_now': 409,
  'matter.still_open_work': 409,
  'matter.needs_next_step': 409,
  'signal.not_found': 404,
  'signal.not_yours': 403,
  'signal.not_possible_now': 409,
  'signal.not_due': 409,
  'signal.alike': 409,
  'sheet.not_found': 404,
  'meeting.not_found': 404,
  'meeting.not_possible_now': 409,
  'guidance.not_found': 404,
  'guidance.not_yours': 403,
  'guidance.not_possible_now': 409,
  'transfer.not_found': 404,
  'transfer.not_yours': 403,
  'transfer.not_possible_now': 409,
  'transfer.not_due': 409,
  'transfer.already_open': 409,
  'transfer.reopen_too_late': 409,
  'transfer.absence_unexplained': 400,
  'consult.not_found': 404,
  'consult.not_yours': 403,
  'consult.not_possible_now': 409,
  'consult.nobody_to_ask': 409,
  'agreement.not_found': 404,
  'agreement.not_yours': 403,
  'agreement.not_possible_now': 409,
  'agreement.already_proposed': 409,
  'agreement.no_partner': 409,
  'report.not_found': 404,
  'report.not_possible_now': 409,
  'basis.missing': 409,
  'desk.not_found': 404,
  'desk.not_open': 409,
  'colleague.not_found': 404,
  'follow_code.unknown': 404,
  'alarm.not_open': 409,
  'concept.not_found': 404,
  'link.unknown': 404,
  'link.not_needed': 409,
  'key.not_found': 404,
  'request.other_content': 422,
  'webhook.none': 409,
  'service.unavailable': 503,
}

/** Problem document of a refusal. Never holds what somebody typed, nor the id that was asked for. */
export function problem(c: Context<HouseEnv>, refusal: Refusal): Response {
  const status = statusOf[refusal.code]
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' }
  if (typeof refusal.facts.retryAfterSeconds === 'number')
    headers['Retry-After'] = String(refusal.facts.retryAfterSeconds)
  return c.body(
    JSON.stringify({
      type: 'about:blank',
      title: refusal.code,
      status,
      code: refusal.code,
      ...(Object.keys(refusal.facts).length > 0 && { facts: refusal.facts }),
      ...(refusal.faults.length > 0 && { errors: refusal.faults }),
    }),
    status,
    headers,
  )
}

/** What was not foreseen is 500 and says nothing: a database error's detail holds data. Logged by code and request id only. */
export function onError(deps: Deps): ErrorHandler<HouseEnv> {
  return (error, c) => {
    if (error instanceof Refusal) return problem(c, error)
    const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
    const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
    deps.log.error({ request: c.get('requestId'), code, constraint, route: routePath(c) }, 'not foreseen')
    return c.body(JSON.stringify({ type: 'about:blank', title: 'internal', status: 500, code: 'internal' }), 500, {
      'Content-Type': 'application/problem+json',
    })
  }
}
