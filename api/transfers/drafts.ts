/** A transfer before it is offered: made, changed, discarded. A draft opens no matter and nobody else sees it. */
import { withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { receivingDesk } from '../matters/desk-queries.ts'
import { insertMatter, lockMatter, readMatter, recordBasis, updateDraftMatter } from '../matters/queries.ts'
import { type Asker, permitted, type Versioned } from './move.ts'
import { deleteDraft, insertDraft, isSignalOfMatter, lockTransfer, type TransferFacts, updateDraft } from './queries.ts'
import type { TransferDraft, TransferMoved } from './schema.ts'
import { toMoved } from './view.ts'

/**
 * Writes a draft: with a new matter, its person and the basis for this recipient, or on a matter one holds. Refuses
 * `desk.not_found`, `desk.not_open` (also a desk of one's own organisation), `matter.not_found`, `matter.not_yours`,
 * `signal.not_found` (of another matter).
 */
export function draftTransfer(deps: Deps, asker: Asker, input: TransferDraft): Promise<TransferMoved> {
  const { viewer } = asker
  return withContext(deps, viewer, asker.reason, async (tx, note) => {
    const facts = await factsOf(tx, deps, asker, input)
    const matterId = input.matter ? await insertMatter(tx, input.matter) : await ownMatter(tx, asker, input.matterId)
    await mustBelong(tx, input.signalId, matterId)
    await recordBasis(tx, matterId, facts.receiver, input.basis)
    const id = await insertDraft(tx, matterId, facts)
    note('transfer', [id, matterId])
    return toMoved(await lockTransfer(tx, id, viewer.organizationId), viewer, deps.now())
  })
}

/** Changes a draft. Refuses what `draftTransfer` does, and `transfer.not_possible_now` once it is offered. */
export function editTransfer(deps: Deps, asker: Asker, id: string, input: TransferDraft): Promise<TransferMoved> {
  const { viewer } = asker
  return withContext(deps, viewer, asker.reason, async (tx, note) => {
    const before = await lockTransfer(tx, id, viewer.organizationId)
    note('transfer', [before.id, before.matterId])
    permitted(before, viewer, 'offer', input.version, deps.now())
    const facts = await factsOf(tx, deps, asker, input)
    if (input.matterId && input.matterId !== before.matterId) throw new Refusal('matter.not_found')
    await mustBelong(tx, input.signalId, before.matterId)
    if (input.matter) await updateDraftMatter(tx, before.matterId, input.matter)
    await recordBasis(tx, before.matterId, facts.receiver, input.basis)
    await updateDraft(tx, id, facts)
    return toMoved(await lockTransfer(tx, id, viewer.organizationId), viewer, deps.now())
  })
}

/** Throws a draft away, and its matter with it when that never opened. */
export function discardTransfer(deps: Deps, asker: Asker, id: string, { version }: Versioned): Promise<void> {
  return withContext(deps, asker.viewer, asker.reason, async (tx, note) => {
    const before = await lockTransfer(tx, id, asker.viewer.organizationId)
    note('transfer', [before.id, before.matterId])
    permitted(before, asker.viewer, 'discard', version, deps.now())
    await deleteDraft(tx, id)
  })
}

async function factsOf(tx: Tx, deps: Deps, asker: Asker, input: TransferDraft): Promise<TransferFacts> {
  const desk = await receivingDesk(tx, input.receiverDesk, dateIn(deps.now()))
  if (desk.organizationId === asker.viewer.organizationId) throw new Refusal('desk.not_open')
  if (input.senderDesk && !asker.viewer.deskIds.includes(input.senderDesk)) throw new Refusal('desk.not_found')
  return { ...input, receiver: desk.organizationId, receiverDesk: desk.id }
}

async function mustBelong(tx: Tx, signalId: string | null, matterId: string): Promise<void> {
  if (signalId && !(await isSignalOfMatter(tx, signalId, matterId))) throw new Refusal('signal.not_found')
}

/** The matter one holds; for anyone who is no party it does not exist. */
async function ownMatter(tx: Tx, asker: Asker, matterId = ''): Promise<string> {
  if (!(await lockMatter(tx, matterId))) throw new Refusal('matter.not_found')
  const matter = await readMatter(tx, matterId)
  if (matter.holder !== asker.viewer.organizationId) throw new Refusal('matter.not_yours')
  if (matter.closedAt) throw new Refusal('matter.not_possible_now')
  return matterId
}
