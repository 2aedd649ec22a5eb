/**
 * A consult in the house and in the model at once: open → answered → closed (domain.md section 4). Asked of the
 * consultants of one desk; nobody else knows that it exists.
 */
import { sql } from 'kysely'
import type { FreshDatabase } from '../setup/database.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './choose.ts'
import { classOf, type Tally } from './play.ts'
import type { Org, Persona } from './world.ts'

const bodies = {
  answer: { answer: 'Begin bij het jongerenwerk.' },
  close: { decision: 'line0', note: null },
}
type Verb = keyof typeof bodies
type Status = 'open' | 'answered' | 'closed'

const askers: Persona[] = [
  { org: 'school', kind: 'school' },
  { org: 'team', kind: 'desk' },
  { org: 'debts', kind: 'lead' },
]

/** What must come of it: by whom, from where. */
function must(who: Persona, verb: Verb, asker: Org, status: Status) {
  // A route for a role that one does not have answers before it looks.
  if (who.kind === 'policy' || (verb === 'answer' && who.kind !== 'consultant')) return 'refused'
  if (who.org !== asker && who.org !== 'welfare') return 'unseen'
  if (verb === 'answer') return who.org === 'welfare' && status === 'open' ? 'ok' : 'refused'
  return who.org === asker && status === 'answered' ? 'ok' : 'refused'
}

/** One consult to the consultants of welfare, and up to `most` commands by anybody. */
export async function playConsult(
  house: FreshDatabase,
  cast: Cast,
  personas: readonly Persona[],
  chance: Chance,
  most: number,
  tally: Tally,
): Promise<string[]> {
  const asker = chance.pick(askers)
  const asked = await cast.send(asker, 'POST', '/consults', {
    ...cast.consultantsOf('welfare'),
    theme: 'opgroeien',
    question: 'Een leerling komt niet meer op school. Wat kan er zonder indicatie?',
  })
  if (asked.status !== 201) return [`asking: ${asked.status} ${String(asked.body.code)}`]
  const id = String(asked.body.id)
  tally.runs += 1
  let status: Status = 'open'
  for (let turn = 0; turn < most; turn += 1) {
    const who = chance.pick(personas)
    const verb = chance.pick(['answer', 'close'] as const)
    const expected = must(who, verb, asker.org, status)
    const answer = await cast.send(who, 'POST', `/consults/${id}/${verb}`, bodies[verb])
    tally.tried += 1
    if (expected === 'ok') status = verb === 'answer' ? 'answered' : 'closed'
    else tally.refused += 1
    const { rows } = await sql<{ status: string }>`select status from care.consult where id = ${id}`.execute(house.db)
    if (classOf(answer.status) !== expected || rows[0]?.status !== status) {
      const seen = `${answer.status} ${String(answer.body.code ?? '')}, ${rows[0]?.status} found`
      return [`${who.org}/${who.kind} consult.${verb}: ${expected}, ${status} expected; ${seen}`]
    }
  }
  return []
}
