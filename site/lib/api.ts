/** The only fetch of the site. An answer is a value or a problem with a code; nothing is kept in the browser. */
import type { Fault, RefusalCode } from '../../api/errors.ts'

export type Problem = {
  /** `offline`: the address did not answer. `internal`: something that nobody foresaw. */
  code: RefusalCode | 'offline' | 'internal'
  faults: readonly Fault[]
  facts: Readonly<Record<string, unknown>>
}
export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

let renewSession: (() => Promise<boolean>) | null = null

/** Says how somebody whose session ended signs in again in place; true when the same account did. */
export function whenSessionEnds(renew: () => Promise<boolean>): void {
  renewSession = renew
}

/**
 * Asks the API. When the session ended meanwhile the person signs in again on the spot and the same question is asked
 * once more, so that what was typed is not lost.
 */
export async function ask<Value>(method: Method, path: string, body?: unknown): Promise<Answer<Value>> {
  const answer = await request<Value>(method, path, body)
  if (answer.ok || answer.problem.code !== 'viewer.unknown' || !renewSession) return answer
  return (await renewSession()) ? request<Value>(method, path, body) : answer
}

/**
 * The same, without renewing: for signing in and out and for the first question of a page. `background`: the page asks by
 * itself, which does not keep the session alive.
 */
export async function request<Value>(
  method: Method,
  path: string,
  body?: unknown,
  { background = false } = {},
): Promise<Answer<Value>> {
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(method !== 'GET' && json),
        ...(background && { 'Voordeur-Background': '1' }),
      },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
      cache: 'no-store',
      credentials: 'same-origin',
    })
  } catch {
    return { ok: false, problem: { code: 'offline', faults: [], facts: {} } }
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: answer as Value }
  return { ok: false, problem: problemOf(answer) }
}

const json = { 'Content-Type': 'application/json' }

function problemOf(answer: unknown): Problem {
  const { code, errors, facts } = (answer ?? {}) as {
    code?: Problem['code']
    errors?: Fault[]
    facts?: Problem['facts']
  }
  return { code: code ?? 'internal', faults: errors ?? [], facts: facts ?? {} }
}
