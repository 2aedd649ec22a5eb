/** A route on a thing of the whole municipality, tried by every role of two organisations. */
import { randomUUID } from 'node:crypto'
import { type Role, roles } from '../../api/viewer.ts'
import type { CommonLine } from '../api/permission-lines.ts'
import type { between } from './between.ts'
import { codeOf, type Found, judge, split } from './judge.ts'
import type { Person, Send } from './walk.ts'

type At = {
  send: Send
  parties: { team: Record<Role, Person> }
  stranger: Record<Role, Person>
  beside: Pick<Awaited<ReturnType<typeof between>>, 'bodyOf' | 'concept'>
}

export async function* tryCommon(at: At, route: string, line: CommonLine): AsyncGenerator<Found> {
  const { send, parties, stranger, beside } = at
  const call = (person: Person | null, id: string) => {
    const { method, path } = split(route, id)
    return send(person, method, path, beside.bodyOf(route))
  }
  for (const role of roles) {
    const allowed = line.roles.includes(role)
    for (const [relation, person] of [
      ['own', parties.team[role]],
      ['other', stranger[role]],
    ] as const) {
      const name = `${route} as ${role}, ${relation}`
      const answer = await call(person, await beside.concept(line.state))
      yield judge(name, codeOf(answer), allowed ? 'ok' : 'viewer.not_allowed')
      const missing = await call(person, randomUUID())
      yield judge(`${name}, a missing one`, codeOf(missing), allowed ? line.missing : 'viewer.not_allowed')
    }
  }
  yield judge(`${route} anonymous`, codeOf(await call(null, await beside.concept(line.state))), 'viewer.unknown')
}
