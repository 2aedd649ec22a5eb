import { inForce } from '../agreements/agreement.ts'
import { agreedFrom, type AgreementRow, kindsOf } from '../agreements/queries.ts'
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Deps } from '../deps.ts'
import type { Viewer } from '../viewer.ts'
import { choices, type Choice, type PickedService } from './desk.ts'
import { listReceivingDesks } from './queries.ts'

/** A desk with what was agreed with it, seen from where the viewer works first. */
export type AgreedChoice = Choice & { agreement: AgreementRow | null }

/**
 * The desks this viewer may choose, with their services and closing days. Only organisations with a recorded covenant,
 * desks where somebody works, and services that are published and were confirmed in the last year (domain.md section 4).
 */
export async function listDesks(
  deps: Deps,
  viewer: Viewer,
  reason: Reason,
  published: () => Promise<ReadonlyMap<string, PickedService>>,
): Promise<AgreedChoice[]> {
  const today = dateIn(deps.now())
  const services = await published()
  return withContext(deps, viewer, reason, async (tx) => {
    const [desks, agreed] = [await listReceivingDesks(tx, today), await agreedFrom(tx, viewer.organizationId)]
    const [sender, senderDesk] = [viewer.organizationId, viewer.deskIds[0] ?? null]
    const kinds = await kindsOf(tx, [sender, ...new Set(desks.map(({ organization }) => organization.id))])
    const kind = (id: string) => kinds.get(id) ?? null
    return choices(desks, services, sender, today).map((desk) => {
      const [receiver, receiverDesk] = [desk.organization.id, desk.id]
      const parties = {
        sender,
        senderDesk,
        senderKind: kind(sender),
        receiver,
        receiverDesk,
        receiverKind: kind(receiver),
      }
      return { ...desk, agreement: inForce(agreed, parties, today) }
    })
  })
}
