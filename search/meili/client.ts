/** The connection, how long it waits, and what its errors mean. */
import { Meilisearch, MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch'

export type MeiliAddress = {
  url: string
  key: string | null
  /** The index everybody asks; `voordeur` when left out. */
  index?: string
}

export const indexOf = ({ index = 'voordeur' }: MeiliAddress): string => index

/** Nobody who searches waits longer than this for one answer of Meilisearch. */
export const searchPatience = 1_500
/** Documents travel in larger pieces. */
export const syncPatience = 10_000

/** Opens a client; nothing is asked yet. `patience` is how long one request may take, in milliseconds. */
export const connect = ({ url, key }: MeiliAddress, patience: number): Meilisearch =>
  new Meilisearch({ host: url, ...(key !== null && { apiKey: key }), timeout: patience })

/** Why Meilisearch did not do what was asked; a code, never a key or a text that somebody typed. */
export type Trouble = 'unreachable' | 'late' | 'busy' | 'key' | 'missing' | 'refused'

/** What an error of the client means. 429 and 503 pass; a wrong key does not. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response
    if (status === 401 || status === 403) return 'key'
    if (error.cause?.code === 'index_not_found') return 'missing'
    if (status === 429 || status >= 500) return 'busy'
    return 'refused'
  }
  if (error instanceof MeilisearchRequestTimeOutError) return 'late'
  if (error instanceof MeilisearchRequestError) {
    const cause: unknown = error.cause
    // The one limit of a whole question is a signal of our own.
    const isLate = cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError')
    return isLate || cause instanceof MeilisearchRequestTimeOutError ? 'late' : 'unreachable'
  }
  // Something that answers, and not as Meilisearch does.
  return error instanceof SyntaxError ? 'refused' : 'unreachable'
}

/** What passes by itself: asking again is worth it. */
export const passes = (trouble: Trouble): boolean =>
  trouble === 'busy' || trouble === 'late' || trouble === 'unreachable'
