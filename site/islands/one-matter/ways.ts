/** Where somebody can go on with a matter from here. Pure. */
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { MatterView } from '../../../api/matters/schema.ts'
import { matterCommands } from '../../lib/matter-words.ts'

/** `signalId`: it grows from this signal and stands beside its commands. */
export type Way = { label: string; href: string; signalId: string | null }

/** Pages of their own. The API refuses what the law does not allow; this follows the same rule (`handOut` in matter.ts). */
export function waysOn(matter: MatterView, who: SessionView): Way[] {
  if (!matter.holder.isUs || matter.state !== 'open') return []
  const ours = matter.signals.find(
    (signal) => signal.weAre === 'receiver' && ['taken', 'waiting'].includes(signal.status),
  )
  const waits = matter.signals.some((signal) => signal !== ours && ['sent', 'taken', 'waiting'].includes(signal.status))
  const offered = matter.transfers.some((transfer) => ['offered', 'accepted'].includes(transfer.status))
  const supports = matter.transfers.some((transfer) => ['handed_over', 'started'].includes(transfer.status))
  // The signal it grows from, or the transfer that came back: what was written there is offered again.
  const back = matter.transfers.findLast((transfer) => ['declined', 'expired', 'withdrawn'].includes(transfer.status))
  const from = ours?.id ?? back?.id
  const mayTransfer = who.roles.some((role) => role !== 'school_team' && transferring.has(role))

  const ways: Way[] = []
  if (!waits && !offered && mayTransfer) {
    const label = supports ? 'Verder overdragen' : back && !ours ? 'Opnieuw aanbieden' : 'Overdracht aanbieden'
    ways.push({ label, href: `/werk/overdracht/#${matter.id}${from ? `/${from}` : ''}`, signalId: ours?.id ?? null })
  }
  if (!waits && !ours && !offered && !supports) {
    ways.push({ label: 'Signaal aan een ander team', href: `/werk/signaal/#${matter.id}`, signalId: null })
  }
  if (matter.commands.includes('issue_follow_code')) {
    ways.push({ label: matterCommands.issue_follow_code, href: `/werk/kaart/#${matter.id}`, signalId: null })
  }
  return ways
}

const transferring = new Set<SessionView['roles'][number]>([
  'worker',
  'desk_member',
  'team_lead',
  'consultant',
  'crisis_manager',
])
