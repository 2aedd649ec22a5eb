import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Deps } from '../deps.ts'
import type { Viewer } from '../viewer.ts'
import { choices, type Choice, type PickedService } from './desk.ts'
import { listReceivingDesks } from './queries.ts'

/**
 * The desks this viewer may choose, with their services and closing days. Only organisations with a recorded covenant,
 * desks where somebody works, and services that are published and were confirmed in the last year (domain.md section 4).
 */
export async function listDesks(
  deps: Deps,
  viewer: Viewer,
  reason: Reason,
  published: () => Promise<ReadonlyMap<string, PickedService>>,
): Promise<Choice[]> {
  const today = dateIn(deps.now())
  const [services, desks] = await Promise.all([
    published(),
    withContext(deps, viewer, reason, (tx) => listReceivingDesks(tx, today)),
  ])
  return choices(desks, services, viewer.organizationId, today)
}
