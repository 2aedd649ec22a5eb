/** Where somebody can go on with a matter from here: the ways that the API says are open, as links. Pure. */
import type { MatterView } from '../../../api/matters/schema.ts'

/** `signalId`: it grows from this signal and stands beside its commands. */
export type Way = { label: string; href: string; signalId: string | null }

export function waysOn(matter: MatterView): Way[] {
  const { id, signalInHand } = matter
  const supports = matter.transfers.some((transfer) => ['handed_over', 'started'].includes(transfer.status))
  // The signal it grows from, or the transfer that came back: what was written there is offered again.
  const back = matter.transfers.findLast((transfer) => ['declined', 'expired', 'withdrawn'].includes(transfer.status))
  const from = signalInHand ?? back?.id

  const ways: Way[] = []
  if (matter.ways.includes('offer_transfer')) {
    const again = back && !signalInHand
    const label = supports ? 'Verder overdragen' : again ? 'Opnieuw aanbieden' : 'Overdracht aanbieden'
    ways.push({ label, href: `/werk/overdracht/#${id}${from ? `/${from}` : ''}`, signalId: signalInHand })
  }
  if (matter.ways.includes('send_signal')) {
    ways.push({ label: 'Signaal aan een ander team', href: `/werk/signaal/#${id}`, signalId: null })
  }
  return ways
}
