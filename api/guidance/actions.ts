/** What can happen to guidance. Each is one transaction with its log row. */
import { type Reason, withContext } from '../audit/context.ts'
import { readConsult } from '../consults/queries.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { promise } from '../outbox/queries.ts'
import type { Viewer } from '../viewer.ts'
import { type Command, decide } from './guidance.ts'
import { type GuidanceRow, insertGuidance, listGuidance, lockGuidance, saveGuidance } from './queries.ts'
import type { GuidanceChecked, GuidanceMoved, GuidanceRefused, GuidanceWritten } from './schema.ts'

type Asker = { viewer: Viewer; reason: Reason }

/** What was checked, of every organisation, and what waits for a second person of the viewer's own. */
export function readGuidance(deps: Deps, { viewer, reason }: Asker): Promise<GuidanceRow[]> {
  return withContext(deps, viewer, reason, (tx) => listGuidance(tx))
}

/**
 * A consultant writes down what helps others too, from a consult that their organisation answered. Refuses
 * `consult.not_found`, `consult.not_yours` (the other side's), `consult.not_possible_now` (not answered yet, or
 * written down already).
 */
export function proposeGuidance(
  deps: Deps,
  asker: Asker,
  consultId: string,
  written: GuidanceWritten,
): Promise<GuidanceMoved> {
  const { viewer, reason } = asker
  return withContext(deps, viewer, reason, async (tx, note) => {
    const consult = await readConsult(tx, consultId)
    note('consult', [consult.id])
    if (consult.answerer_org !== viewer.organizationId) throw new Refusal('consult.not_yours')
    if (consult.status === 'open') throw new Refusal('consult.not_possible_now', { status: consult.status })
    const made = await insertGuidance(tx, { consultId, theme: consult.theme, place: consult.place, ...written })
    if (!made) throw new Refusal('consult.not_possible_now', { status: consult.status })
    const colleagues = { organizationId: viewer.organizationId, role: 'consultant' } as const
    await promise(tx, 'guidance.propose', made.id, colleagues, made.version)
    return { id: made.id, status: 'proposed', version: made.version }
  })
}

/** A second person has read it: everybody may. Refuses `guidance.not_yours` to its writer. */
export const checkGuidance = (deps: Deps, asker: Asker, id: string, input: GuidanceChecked): Promise<GuidanceMoved> =>
  move(deps, asker, id, input.version, { type: 'check' })

/** It is not right, or no longer: nobody reads it any more. */
export const refuseGuidance = (deps: Deps, asker: Asker, id: string, input: GuidanceRefused): Promise<GuidanceMoved> =>
  move(deps, asker, id, input.version, { type: 'refuse', reason: input.reason })

/** Lock, decide, save. Refuses `guidance.not_found`, `changed_meanwhile`, `guidance.not_yours`, `guidance.not_possible_now`. */
function move(
  deps: Deps,
  { viewer, reason }: Asker,
  id: string,
  version: number | undefined,
  command: Command,
): Promise<GuidanceMoved> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const before = await lockGuidance(tx, id, viewer.organizationId)
    note('guidance', [id])
    if (version !== undefined && version !== before.version) throw new Refusal('changed_meanwhile')
    const status = decide(before, command, viewer.userId)
    await saveGuidance(tx, id, status, command.type === 'refuse' ? command.reason : null)
    return { id, status, version: before.version + 1 }
  })
}
