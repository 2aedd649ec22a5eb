/** What people do with a matter itself, and what they read of it. Each is one transaction with its log row. */
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { promise } from '../outbox/queries.ts'
import type { Viewer } from '../viewer.ts'
import { newFollowCode } from './follow-code.ts'
import { type Command, decide, mustBeAhead } from './matter.ts'
import { idsOf, type Names, namesFor } from './names.ts'
import {
  lockMatter,
  markFeedbackRead,
  openWork,
  readMatter,
  recordEvent,
  replaceFollowCode,
  saveMatter,
  type SentMatter,
} from './queries.ts'
import { type MatterFile, readFile, readNames } from './read-queries.ts'
import type { CloseMatterInput, FollowCodeIssued, MatterMoved, OnlyVersion, PlanMatterInput } from './schema.ts'
import { commandsFor } from './view.ts'

/** Who asks, and what the log says of it. */
export type Asker = { viewer: Viewer; reason: Reason }

/** One matter, as far as the viewer's organisation may see it. Refuses `matter.not_found`. */
export function openMatterFile(
  deps: Deps,
  { viewer, reason }: Asker,
  id: string,
): Promise<{ file: MatterFile; names: Names }> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const file = await readFile(tx, id)
    note('matter', [id])
    const ids = idsOf([...file.signals, ...file.transfers], {
      organizations: [
        file.matter.holder_org,
        file.matter.sender_org,
        ...file.events.map(({ org_id }) => org_id),
        ...file.messages.map(({ org_id }) => org_id),
      ],
      members: file.events.map(({ member_id }) => member_id),
    })
    return { file, names: namesFor(viewer, await readNames(tx, ids)) }
  })
}

/**
 * The holder closes what is finished, with feedback; the first sender reads it. Refuses `matter.not_yours`,
 * `matter.still_open_work`, `matter.not_possible_now`.
 */
export function closeMatter(deps: Deps, asker: Asker, id: string, input: CloseMatterInput): Promise<MatterMoved> {
  const { outcome, feedback } = input
  return held(deps, asker, id, input, { type: 'close', outcome, feedback })
}

/** The holder names the day of the next act. Refuses a day that has passed. */
export async function planNextAct(deps: Deps, asker: Asker, id: string, input: PlanMatterInput): Promise<MatterMoved> {
  mustBeAhead(input.on, dateIn(deps.now()), '/on')
  return held(deps, asker, id, input, { type: 'plan', on: input.on, act: input.act })
}

/** Issues the resident's follow-code: shown once, kept as a hash; an earlier one ends. Only the holder of an open matter. */
export function issueFollowCode(deps: Deps, asker: Asker, id: string, input: OnlyVersion): Promise<FollowCodeIssued> {
  return withContext(deps, asker.viewer, asker.reason, async (tx, note) => {
    const matter = await lockLooked(tx, id, input)
    note('matter', [id])
    if (matter.holder !== asker.viewer.organizationId) throw new Refusal('matter.not_yours')
    if (matter.isDraft || matter.closedAt) throw new Refusal('matter.not_possible_now')
    const { code, hash } = newFollowCode(deps.secret)
    await replaceFollowCode(tx, id, hash, deps.now())
    await recordEvent(tx, { matterId: id, type: 'matter.issue_follow_code' })
    return { matterId: id, reference: matter.reference, code }
  })
}

/** What came back has been read by somebody of the viewer's organisation. */
export function readFeedback(deps: Deps, asker: Asker, id: string): Promise<void> {
  return withContext(deps, asker.viewer, asker.reason, async (tx, note) => {
    await lockLooked(tx, id, {})
    note('matter', [id])
    await markFeedbackRead(tx, id, asker.viewer.organizationId, deps.now())
  })
}

function held(deps: Deps, asker: Asker, id: string, input: OnlyVersion, command: Command): Promise<MatterMoved> {
  const { viewer } = asker
  return withContext(deps, viewer, asker.reason, async (tx, note) => {
    const before = await lockLooked(tx, id, input)
    note('matter', [id])
    const work = await openWork(tx, id)
    const after = decide(before, command, viewer.organizationId, work, deps.now())
    await saveMatter(tx, after)
    const toStatus = command.type === 'close' ? 'closed' : null
    await recordEvent(tx, { matterId: id, type: `matter.${command.type}`, toStatus })
    if (command.type === 'close' && before.sender !== viewer.organizationId) {
      const sender = { organizationId: before.sender, memberId: before.senderMember }
      await promise(tx, 'matter.close', id, sender, before.version + 1)
    }
    return { id, version: before.version + 1, commands: commandsFor(after, viewer, work) }
  })
}

async function lockLooked(tx: Tx, id: string, { version }: OnlyVersion): Promise<SentMatter> {
  if (!(await lockMatter(tx, id))) throw new Refusal('matter.not_found')
  const matter = await readMatter(tx, id)
  if (version !== undefined && version !== matter.version) throw new Refusal('changed_meanwhile')
  return matter
}
