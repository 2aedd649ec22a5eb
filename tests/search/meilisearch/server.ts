/**
 * A small server that answers as Meilisearch 1.50 is documented to: it keeps documents, runs tasks later and changes
 * indexes round for real. It can be told to be slow, full, down or gone. Not Meilisearch: with MEILI_URL the same cases
 * run against that.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InvalidFilter, type Stored } from './filter.ts'
import { type Query, search } from './search.ts'
import { type Index, Store } from './store.ts'

/** What happens to a request instead of its answer. */
export type Mishap = 429 | 503 | 'hangs' | 'cut off' | 'no json'
export type Asked = { method: string; path: string }

export type ReplayServer = {
  url: string
  key: string
  store: Store
  /** Every request, in order. */
  asked: Asked[]
  /** Decides about requests; null lets them be answered. */
  mishap: (asked: Asked) => Mishap | null
  close(): Promise<void>
}

const key = 'a-key-of-sixteen-bytes-or-more'
class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

/** Listens on a free port of this machine. */
export async function startReplay(): Promise<ReplayServer> {
  const store = new Store()
  const replay: ReplayServer = {
    url: '',
    key,
    store,
    asked: [],
    mishap: () => null,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  const server: Server = createServer((request, response) => void answer(replay, request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  replay.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return replay
}

async function answer(replay: ReplayServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const asked = { method: request.method ?? 'GET', path: url.pathname }
  replay.asked.push(asked)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const mishap = replay.mishap(asked)
  if (mishap === 'hangs') return
  if (mishap === 'cut off') return void request.socket.destroy()
  if (mishap === 'no json') return void response.writeHead(200).end('<html>')
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  }
  const refuse = (status: number, code: string) =>
    send(status, { message: code, code, type: 'invalid_request', link: `https://docs.meilisearch.com/errors#${code}` })
  if (mishap) return refuse(mishap, mishap === 429 ? 'too_many_search_requests' : 'service_unavailable')
  try {
    if (url.pathname !== '/health') authorize(request)
    const text = Buffer.concat(chunks).toString('utf8')
    const [status, body] = route(
      replay.store,
      asked,
      url.searchParams,
      text === '' ? undefined : (JSON.parse(text) as unknown),
    )
    send(status, body)
  } catch (error) {
    if (error instanceof Refused) return refuse(error.status, error.code)
    if (error instanceof InvalidFilter) return refuse(400, 'invalid_search_filter')
    return refuse(500, error instanceof Error ? error.message : 'internal')
  }
}

function authorize(request: IncomingMessage): void {
  const header = request.headers.authorization
  if (header === undefined) throw new Refused(401, 'missing_authorization_header')
  if (header !== `Bearer ${key}`) throw new Refused(403, 'invalid_api_key')
}

function route(store: Store, { method, path }: Asked, params: URLSearchParams, body: unknown): [number, unknown] {
  const [, room = '', uid = '', part = '', more = ''] = path.split('/')
  const number = (name: string, otherwise: number) => Number(params.get(name) ?? otherwise)
  const page = <Item>(items: Item[]) => {
    const [offset, limit] = [number('offset', 0), number('limit', 20)]
    return { results: items.slice(offset, offset + limit), offset, limit, total: items.length }
  }
  const index = (): Index => {
    const found = store.indexes.get(uid)
    if (!found) throw new Refused(404, 'index_not_found')
    return found
  }
  const shown = ({ uid: name, primaryKey }: Index) => ({ uid: name, primaryKey, createdAt: '', updatedAt: '' })

  switch (
    `${method} /${[room, uid && (room === 'tasks' || room === 'indexes' ? ':' : uid), part, more].filter(Boolean).join('/')}`
  ) {
    case 'GET /health':
      return [200, { status: 'available' }]
    case 'GET /indexes':
      return [200, page([...store.indexes.values()].map(shown))]
    case 'POST /indexes': {
      const { uid: name, primaryKey = null } = body as { uid: string; primaryKey?: string | null }
      return [202, store.create(name, primaryKey)]
    }
    case 'GET /indexes/:':
      return [200, shown(index())]
    case 'DELETE /indexes/:':
      return [202, store.remove(uid)]
    case 'GET /indexes/:/settings':
      return [200, settingsOf(index())]
    case 'PATCH /indexes/:/settings':
      return [202, store.settings(uid, body as Record<string, unknown>)]
    case 'GET /indexes/:/documents': {
      const fields = params.get('fields')?.split(',')
      const all = page([...index().documents.values()])
      const only = (document: Stored) =>
        fields ? Object.fromEntries(fields.map((name) => [name, document[name]])) : document
      return [200, { ...all, results: all.results.map(only) }]
    }
    case 'POST /indexes/:/documents':
      return [202, store.add(uid, body as Stored[])]
    case 'POST /indexes/:/documents/delete-batch':
      return [202, store.drop(uid, body as string[])]
    case 'POST /swap-indexes':
      return [202, store.swap(body as { indexes: [string, string] }[])]
    case 'GET /tasks/:': {
      const task = store.tasks[Number(uid)]
      if (!task) throw new Refused(404, 'task_not_found')
      return [200, task]
    }
    case 'GET /tasks': {
      const statuses = params.get('statuses')?.split(',')
      const found = store.tasks.filter(({ status }) => !statuses || statuses.includes(status)).toReversed()
      return [
        200,
        {
          results: found.slice(0, number('limit', 20)),
          total: found.length,
          limit: number('limit', 20),
          from: null,
          next: null,
        },
      ]
    }
    case 'POST /multi-search':
      return [
        200,
        {
          results: (body as { queries: Query[] }).queries.map((query) => {
            const found = store.indexes.get(query.indexUid)
            if (!found) throw new Refused(404, 'index_not_found')
            return search(found.documents, found.settings, query)
          }),
        },
      ]
    default:
      throw new Refused(404, 'not_found')
  }
}

/** Meilisearch sorts the lists that are sets, and tells what was left to it. */
function settingsOf({ settings }: Index): object {
  const sets = ['filterableAttributes', 'sortableAttributes', 'stopWords']
  const sorted = Object.entries(settings).map(([name, value]) => [
    name,
    sets.includes(name) ? (value as string[]).toSorted() : value,
  ])
  const { typoTolerance } = settings
  return {
    displayedAttributes: ['*'],
    searchableAttributes: ['*'],
    distinctAttribute: null,
    proximityPrecision: 'byWord',
    nonSeparatorTokens: [],
    ...Object.fromEntries(sorted),
    ...(typeof typoTolerance === 'object' && {
      typoTolerance: { disableOnWords: [], disableOnAttributes: [], ...typoTolerance },
    }),
  }
}
