/** A signal before it is sent: made, changed, discarded. A draft opens no matter and nobody else sees it. */
import { withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { receivingDesk } from '../matters/desk-queries.ts'
import { insertMatter, lockMatter, readMatter, recordBasis, updateDraftMatter } from '../matters/queries.ts'
import { nobodyInGroup } from './group.ts'
import { type Asker, permitted, type Versioned } from './move.ts'
import { deleteDraft, insertDraft, lockSignal, type SignalFacts, updateDraft } from './queries.ts'
import type { SignalDraft, SignalMoved } from './schema.ts'
import { toMoved } from './view.ts'

/**
 * Writes a draft: with a new matter, its person and the basis for this recipient, or on a matter one holds. Refuses
 * `desk.not_found`, `desk.not_open` (also a desk of one's own organisation), `matter.not_found`, `matter.not_yours`.
 */
export function draftSignal(deps: Deps, asker: Asker, input: SignalDraft): Promise<SignalMoved> {
  const { viewer } = asker
  return withContext(deps, viewer, asker.reason, async (tx, note) => {
    const { id, matterId } = await writeDraft(tx, deps, asker, input)
    note('signal', [id, matterId])
    return toMoved(await lockSignal(tx, id, viewer.organizationId), viewer)
  })
}

/** The same in a transaction that does more. */
export async function writeDraft(tx: Tx, deps: Deps, asker: Asker, input: SignalDraft) {
  const facts = await factsOf(tx, deps, asker, input)
  const matterId = input.matter ? await insertMatter(tx, input.matter) : await ownMatter(tx, asker, input.matterId)
  await nobodyInGroup(tx, matterId, { noticed: input.noticed, tried: input.tried, ...basisTexts(input) })
  await recordBasis(tx, matterId, facts.receiver, input.basis)
  return { id: await insertDraft(tx, matterId, facts), matterId }
}

/** Changes a draft. Refuses what `draftSignal` does, and `signal.not_possible_now` once it is sent. */
export function editSignal(deps: Deps, asker: Asker, id: string, input: SignalDraft): Promise<SignalMoved> {
  const { viewer } = asker
  return withContext(deps, viewer, asker.reason, async (tx, note) => {
    const before = await lockSignal(tx, id, viewer.organizationId)
    note('signal', [before.id, before.matterId])
    permitted(before, viewer, 'send', input.version)
    const facts = await factsOf(tx, deps, asker, input)
    if (input.matterId && input.matterId !== before.matterId) throw new Refusal('matter.not_found')
    if (input.matter) await updateDraftMatter(tx, before.matterId, input.matter)
    await nobodyInGroup(tx, before.matterId, { noticed: input.noticed, tried: input.tried, ...basisTexts(input) })
    await recordBasis(tx, before.matterId, facts.receiver, input.basis)
    await updateDraft(tx, id, facts)
    return toMoved(await lockSignal(tx, id, viewer.organizationId), viewer)
  })
}

/** Throws a draft away, and its matter with it when that never opened. */
export function discardSignal(deps: Deps, asker: Asker, id: string, { version }: Versioned): Promise<void> {
  return withContext(deps, asker.viewer, asker.reason, async (tx, note) => {
    const before = await lockSignal(tx, id, asker.viewer.organizationId)
    note('signal', [before.id, before.matterId])
    permitted(before, asker.viewer, 'discard', version)
    await deleteDraft(tx, id)
  })
}

async function factsOf(tx: Tx, deps: Deps, asker: Asker, input: SignalDraft): Promise<SignalFacts> {
  const desk = await receivingDesk(tx, input.receiverDesk, dateIn(deps.now()))
  if (desk.organizationId === asker.viewer.organizationId) throw new Refusal('desk.not_open')
  if (input.senderDesk && !asker.viewer.deskIds.includes(input.senderDesk)) throw new Refusal('desk.not_found')
  return { ...input, receiver: desk.organizationId, receiverDesk: desk.id }
}

const basisTexts = ({ basis: { article, purpose, necessity } }: SignalDraft) => ({
  'basis/article': article,
  'basis/purpose': purpose,
  'basis/necessity': necessity,
})

/** The matter one holds; for anyone who is no party it does not exist. */
async function ownMatter(tx: Tx, asker: Asker, matterId = ''): Promise<string> {
  if (!(await lockMatter(tx, matterId))) throw new Refusal('matter.not_found')
  const matter = await readMatter(tx, matterId)
  if (matter.holder !== asker.viewer.organizationId) throw new Refusal('matter.not_yours')
  if (matter.closedAt) throw new Refusal('matter.not_possible_now')
  return matterId
}
