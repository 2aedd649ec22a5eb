/** What a team arranges among itself: who is away and who stands in, when its desk is closed, how much is enough. */
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { activeColleague } from '../matters/desk-queries.ts'
import { mustBeAhead } from '../matters/matter.ts'
import type { Viewer } from '../viewer.ts'
import {
  absentMember,
  closeDesk,
  deleteAbsence,
  insertAbsence,
  openDesk,
  readTeams,
  setNorm,
  shareDesk,
} from './team-queries.ts'
import type {
  AbsenceInput,
  ClosingInput,
  EndAbsenceInput,
  EndClosingInput,
  NormInput,
  TeamView,
} from './team-schema.ts'

export type Asker = { viewer: Viewer; reason: Reason }

const leads = (viewer: Viewer) => viewer.roles.includes('team_lead')

/** The desks of the viewer: what waits, who has how much, who is away. */
export async function readTeam(deps: Deps, { viewer, reason }: Asker): Promise<TeamView> {
  const now = deps.now()
  const desks = await withContext(deps, viewer, reason, (tx) => readTeams(tx, viewer, dateIn(now), now))
  return { desks, mayManage: leads(viewer) }
}

/**
 * Oneself is away, or a team lead says that a colleague is. The deputy works at a desk of theirs. Refuses
 * `viewer.not_allowed`, `colleague.not_found`, a day that has passed.
 */
export function recordAbsence(deps: Deps, { viewer, reason }: Asker, input: AbsenceInput): Promise<void> {
  mustBeAhead(input.until, dateIn(deps.now()), '/until')
  return withContext(deps, viewer, reason, async (tx) => {
    if (input.memberId !== viewer.userId && !leads(viewer)) throw new Refusal('viewer.not_allowed')
    await activeColleague(tx, input.memberId, viewer.organizationId)
    if (input.deputyId && !(await shareDesk(tx, input.memberId, input.deputyId)))
      throw new Refusal('colleague.not_found')
    await insertAbsence(tx, input)
  })
}

/** Back again. One that is not there (any more) is no fault: it has ended. Refuses `viewer.not_allowed` for a colleague's. */
export function removeAbsence(deps: Deps, { viewer, reason }: Asker, { id }: EndAbsenceInput): Promise<void> {
  return withContext(deps, viewer, reason, async (tx) => {
    const member = await absentMember(tx, id)
    if (member === null) return
    if (member !== viewer.userId && !leads(viewer)) throw new Refusal('viewer.not_allowed')
    await deleteAbsence(tx, id)
  })
}

/** The desk is closed on these days: from now on they do not count in its deadlines. What was promised already stands. */
export function recordClosing(deps: Deps, { viewer, reason }: Asker, input: ClosingInput): Promise<void> {
  mustBeAhead(input.until, dateIn(deps.now()), '/until')
  return withContext(deps, viewer, reason, async (tx) => {
    if (!(await closeDesk(tx, input.deskId, input.from, input.until))) throw new Refusal('desk.not_found')
  })
}

/** Open after all. */
export const removeClosing = (deps: Deps, { viewer, reason }: Asker, input: EndClosingInput): Promise<void> =>
  withContext(deps, viewer, reason, (tx) => openDesk(tx, input.deskId, input.from))

/** How much one worker of this desk has in hand at most. Refuses `desk.not_found`. */
export function agreeNorm(deps: Deps, { viewer, reason }: Asker, { deskId, norm }: NormInput): Promise<void> {
  return withContext(deps, viewer, reason, async (tx) => {
    if (!(await setNorm(tx, viewer.organizationId, deskId, norm))) throw new Refusal('desk.not_found')
  })
}
