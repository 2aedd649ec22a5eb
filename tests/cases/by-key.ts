/** A route for partners' own systems, tried with the keys of four organisations, with too small a key, and with a session. */
import { randomUUID } from 'node:crypto'
import { makeSecret, hashSecret } from '../../api/partners/key.ts'
import { keyCommands, type KeyCommand } from '../../api/partners/codes.ts'
import type { KeyLine } from '../api/permission-lines.ts'
import { knowKey } from '../factories/accounts.ts'
import { bytesOf, codeOf, type Found, judge, split } from './judge.ts'
import type { Matrix } from './matrix.ts'
import { type Answer, bodyOf, type Person } from './walk.ts'

type Call = (who: Person | null, id?: string) => Promise<Answer>
type ByKey = {
  call: Call
  /** A person who asks with a key of the own organisation that holds these commands. */
  keyOf: (who: Person, commands: readonly KeyCommand[]) => Promise<Person>
  /** A transfer to the partner, in the state in which the command can be given. */
  transfer: string
  /** Who may not know of a transfer, and the transfer: another's, one's own that was sent, and one that has ended. */
  foreign: (readonly [relation: 'sender' | 'other' | 'ended', who: Person, transfer: string])[]
}

/** What a route for systems is asked with. */
export async function byKey(at: Matrix, route: string, line: KeyLine): Promise<ByKey> {
  const { send, parties, stranger, formers, reach, house } = at
  const keyOf: ByKey['keyOf'] = async (who, commands) => {
    const secret = makeSecret()
    await knowKey(house, who, commands, hashSecret(secret))
    return { ...who, cookie: '', secret }
  }
  const verb = route.split('/').at(-1)?.replaceAll('-', '_') ?? ''
  const call: Call = (who, id = '') => {
    const { method, path } = split(route, id)
    const { member: colleague, otherDesk } = parties.partner.worker
    const body = method === 'GET' ? undefined : bodyOf(`transfer.${verb}`, house.deps.now(), { colleague, otherDesk })
    return send(who, method, path, body)
  }
  const { transfer } = await reach({
    on: 'transfer',
    own: 'partner',
    state: line.state ?? 'accepted',
    shared: ['team', ''],
    roles: [],
  })
  return {
    call,
    keyOf,
    transfer,
    foreign: [
      ['sender', parties.team.worker, transfer],
      ['other', stranger.worker, transfer],
      ['ended', formers.transfer.by.worker, formers.transfer.walked.transfer],
    ],
  }
}

export async function* tryByKey(at: Matrix, route: string, line: KeyLine): AsyncGenerator<Found> {
  const { parties } = at
  const { call, keyOf, transfer, foreign } = await byKey(at, route, line)
  const own = await keyOf(parties.partner.worker, [line.command])
  const without = await keyOf(
    parties.partner.worker,
    keyCommands.filter((command) => command !== line.command),
  )

  yield judge(`${route} without the command`, codeOf(await call(without, transfer)), 'viewer.not_allowed')
  yield judge(`${route} with a session`, codeOf(await call(parties.partner.worker, transfer)), 'viewer.unknown')
  yield judge(`${route} anonymous`, codeOf(await call(null, transfer)), 'viewer.unknown')
  for (const [relation, who, walked] of foreign) {
    const key = await keyOf(who, keyCommands)
    const theirs = await call(key, walked)
    if (line.state === null) {
      yield judge(`${route} by ${relation}`, theirs.text.includes(walked) ? 'seen' : codeOf(theirs), 'ok')
      continue
    }
    yield judge(`${route} by ${relation}`, codeOf(theirs), 'transfer.not_found')
    yield judge(`${route} by ${relation}, like a missing one`, bytesOf(theirs), bytesOf(await call(key, randomUUID())))
  }
  yield judge(`${route} by the receiver`, codeOf(await call(own, transfer)), 'ok')
}
