/**
 * The steps of the demo's signals and transfers. Each is the action that the button on the screen calls, with the clock
 * turned back: the demo holds nothing that the house would refuse. Days are working days, counted back from now.
 */
import { randomUUID } from 'node:crypto'
import { demoAccounts } from '../../accounts/demo.ts'
import type { Deps } from '../../deps.ts'
import { draftSignal, sendSignal, takeSignal } from '../../signals/actions.ts'
import { signalDraft } from '../../signals/schema.ts'
import { acceptTransfer, confirmContact, draftTransfer, offerTransfer, planContact } from '../../transfers/actions.ts'
import { transferDraft } from '../../transfers/schema.ts'
import type { Viewer } from '../../viewer.ts'
import { type DeskKey, desks, organizations } from '../ids.ts'
import type { Story, Who } from './stories.ts'

export type Kept = { id: string; matterId: string }

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The house as it was some working days ago: eight hours each, counted back over hours in which somebody works. */
export function ago(deps: Deps, days: number): Deps {
  let at = deps.now().getTime()
  for (let hours = Math.round(days * 8); hours > 0; hours -= 1) {
    do at -= HOUR
    while (!isOfficeHour(new Date(at)))
  }
  return { ...deps, now: () => new Date(at) }
}

const isOfficeHour = (at: Date) => {
  const hour = (at.getUTCHours() + 1) % 24
  return hour >= 9 && hour < 17 && at.getUTCDay() % 6 !== 0
}

/** A demo account at its desk, as its session would tell. */
export function as(who: Who): { viewer: Viewer; reason: { action: string; purpose: string; requestId: string } } {
  const { id, name, organization, roles, desks: at } = demoAccounts[who]
  const deskIds = at.map((key: DeskKey) => desks[key].id)
  return {
    viewer: { userId: id, name, organizationId: organizations[organization].id, roles, deskIds, only: null, key: null },
    reason: { action: 'demo', purpose: 'demo', requestId: randomUUID() },
  }
}

const ownDesk = (who: Who): string | null => as(who).viewer.deskIds[0] ?? null

export function draftOf(deps: Deps, days: number, story: Story): Promise<Kept> {
  const { from, to, matter, basis, signal } = story
  const input = { ...signal, matter, basis, senderDesk: ownDesk(from), receiverDesk: desks[to].id }
  return draftSignal(ago(deps, days), as(from), signalDraft.parse(input))
}

export async function sent(deps: Deps, days: number, story: Story): Promise<Kept> {
  const draft = await draftOf(deps, days, story)
  return sendSignal(ago(deps, days), as(story.from), draft.id, {})
}

export async function taken(deps: Deps, days: number, story: Story): Promise<Kept> {
  const { id } = await sent(deps, days, story)
  return takeSignal(ago(deps, days - 0.5), as(story.taker), id, {})
}

/** A transfer in draft, from the signal that the desk has in hand. */
export async function drafted(deps: Deps, days: number, story: Story, to: DeskKey, cold = false): Promise<Kept> {
  const signal = await taken(deps, days, story)
  return again(deps, days - 1, story, to, signal, cold)
}

/** A transfer in draft on a matter that the desk holds. */
export function again(
  deps: Deps,
  days: number,
  story: Story,
  to: DeskKey,
  on: Kept | { matterId: string },
  cold = false,
) {
  const input = {
    matterId: on.matterId,
    signalId: 'id' in on ? on.id : null,
    basis: { ...story.basis, purpose: 'Hulp starten bij deze organisatie' },
    senderDesk: ownDesk(story.taker),
    receiverDesk: desks[to].id,
    urgency: story.signal.urgency,
    request: story.request,
    warm: !cold,
    coldReason: cold ? 'own_wish' : null,
  }
  return draftTransfer(ago(deps, days), as(story.taker), transferDraft.parse(input))
}

export async function offered(deps: Deps, days: number, story: Story, to: DeskKey, cold = false): Promise<Kept> {
  const { id } = await drafted(deps, days, story, to, cold)
  const feedback = 'Dank voor uw signaal. Wij vragen een organisatie om dit gezin verder te helpen.'
  return offerTransfer(ago(deps, days - 1), as(story.taker), id, { feedback })
}

export async function accepted(deps: Deps, days: number, story: Story, to: DeskKey & Who, cold = false): Promise<Kept> {
  const { id } = await offered(deps, days, story, to, cold)
  return acceptTransfer(ago(deps, days - 2), as(to), id, {})
}

export async function planned(deps: Deps, days: number, story: Story, to: DeskKey & Who): Promise<Kept> {
  const { id } = await accepted(deps, days, story, to)
  const then = ago(deps, days - 2)
  return planContact(then, as(to), id, { on: new Date(then.now().getTime() + 3 * DAY), how: 'visit' })
}

/** Both workers have met the resident and say so. */
export async function handedOver(deps: Deps, days: number, story: Story, to: DeskKey & Who): Promise<Kept> {
  const { id } = await planned(deps, days, story, to)
  const then = ago(deps, days - 5)
  const present = ['resident', 'sender', 'receiver'] as const
  await confirmContact(then, as(story.taker), id, { present: [...present], absentReason: null })
  return confirmContact(then, as(to), id, { present: [...present], absentReason: null })
}
