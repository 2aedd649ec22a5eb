/**
 * The work list and accepting, where there is much: the same open list at 10,000 and at 1,000,000 transfers, policies on,
 * asked in turn in the same run; and accepting beside the same SQL statements from a bare client.
 */
import pg from 'pg'
import type { WorkView } from '../../../api/matters/work-schema.ts'
import { startCluster } from '../../setup/cluster.ts'
import { filled, ORGANIZATIONS } from './fill.ts'

export type WorkReport = {
  sizes: [small: number, large: number]
  list: { p50: [number, number]; p95: [number, number]; ratio: number }
  accept: { perSecond: number; barePerSecond: number; ratio: number }
}

type Filled = Awaited<ReturnType<typeof filled>>
const ROUNDS = 200
const WARM = 20

/** `sizes`: how many transfers in the small and in the large database. Refuses to measure lists that are not the same. */
export async function benchWork(sizes: [number, number], say: (line: string) => void): Promise<WorkReport> {
  const { cluster, stop } = await startCluster()
  try {
    const places: Filled[] = []
    for (const size of sizes) {
      const started = performance.now()
      places.push(await filled(cluster, size, 2 * ROUNDS + 1))
      say(
        `${size} transfers over ${ORGANIZATIONS} organisations in ${Math.round((performance.now() - started) / 1000)} s`,
      )
    }
    const [small, large] = places as [Filled, Filled]
    const list = await lists(small, large)
    const accept = await accepts(small)
    for (const { house } of places) await house.close()
    return { sizes, list, accept }
  } finally {
    await stop()
  }
}

async function lists(small: Filled, large: Filled): Promise<WorkReport['list']> {
  const times: [number[], number[]] = [[], []]
  const seen = new Set<string>()
  for (let round = 0; round < ROUNDS + WARM; round += 1) {
    for (const [index, at] of [small, large].entries()) {
      const started = performance.now()
      const answer = await at.ask('GET', '/api/v1/work?list=team', { cookie: at.measured.cookie })
      const { counts, items } = (await answer.json()) as WorkView
      const took = performance.now() - started
      seen.add(JSON.stringify([counts, items.length]))
      if (round >= WARM) times[index as 0 | 1].push(took)
    }
  }
  if (seen.size !== 1) throw new Error(`not the same list: ${[...seen].join(' and ')}`)
  const at = (share: number): [number, number] => [percentile(times[0], share), percentile(times[1], share)]
  const p95 = at(0.95)
  return { p50: at(0.5), p95, ratio: p95[1] / p95[0] }
}

/** One accept over HTTP, then the same statements with other ids from a bare client, in turn. */
async function accepts({ house, ask, accepting }: Filled): Promise<WorkReport['accept']> {
  const { rows } = await house.db
    .selectFrom('care.transfer')
    .select(['id', 'matter_id'])
    .where('receiver_org', '=', accepting.org)
    .where('status', '=', 'offered')
    .execute()
    .then((found) => ({ rows: found }))
  const accept = async (id: string) => {
    const answer = await ask('POST', `/api/v1/transfers/${id}/accept`, { cookie: accepting.cookie, body: {} })
    if (answer.status !== 200) throw new Error(`accept: ${answer.status} ${await answer.text()}`)
    return answer.headers.get('x-request-id') ?? ''
  }
  const first = rows[0]
  if (!first) throw new Error('nothing to accept')
  const recorded = await recording(() => accept(first.id))
  const bare = new pg.Client({ connectionString: house.urls.app, options: '-c TimeZone=UTC' })
  await bare.connect()
  const [http, direct]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    const [ours, theirs] = [rows[1 + 2 * round], rows[2 + 2 * round]]
    if (!ours || !theirs) throw new Error('not enough to accept')
    let started = performance.now()
    await accept(ours.id)
    http.push(performance.now() - started)

    // Only what travels is replaced: which transfer, which matter, and the request.
    const statements = recorded.statements.map(({ text, values }) => ({
      text,
      values: JSON.parse(
        JSON.stringify(values)
          .replaceAll(first.id, theirs.id)
          .replaceAll(first.matter_id, theirs.matter_id)
          .replaceAll(recorded.result, crypto.randomUUID()),
      ) as unknown[],
    }))
    started = performance.now()
    for (const statement of statements) await bare.query(statement)
    direct.push(performance.now() - started)
  }
  await bare.end()
  const left = await house.db
    .selectFrom('care.transfer')
    .select('id')
    .where('receiver_org', '=', accepting.org)
    .where('status', '=', 'accepted')
    .execute()
  if (left.length !== 2 * ROUNDS + 1) throw new Error(`${left.length} accepted: the bare client did not do the same`)
  const [perSecond, barePerSecond] = [1000 / percentile(http, 0.5), 1000 / percentile(direct, 0.5)]
  return { perSecond, barePerSecond, ratio: perSecond / barePerSecond }
}

type Statement = { text: string; values: unknown[] }

/** Every statement that leaves this process while `act` runs, in order. */
async function recording<Result>(act: () => Promise<Result>): Promise<{ result: Result; statements: Statement[] }> {
  const statements: Statement[] = []
  const { query } = pg.Client.prototype
  const listening = function (this: pg.Client, ...given: unknown[]) {
    const [text, values] = given as [string | Statement, unknown[] | undefined]
    if (typeof text === 'string') statements.push({ text, values: values ?? [] })
    else statements.push({ text: text.text, values: text.values ?? [] })
    return Reflect.apply(query, this, given) as unknown
  }
  pg.Client.prototype.query = listening as typeof query
  try {
    return { result: await act(), statements }
  } finally {
    pg.Client.prototype.query = query
  }
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
