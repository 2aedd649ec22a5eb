/** Where and when one can turn to a service: every location with its hours, and the service's own. Build time only. */
import type { PublishedService, Schedule } from '../../../api/publish/schema.ts'
import { type Rule, rulesOf } from './rules.ts'

type AtLocation = PublishedService['service_at_locations'][number]

/** The hours of a service at one location: its own there, else, when the service names none, those of the building. */
export function schedulesAt(service: PublishedService, at: AtLocation): Schedule[] {
  return at.schedules.length > 0 || service.schedules.length > 0 ? at.schedules : at.location.schedules
}

/** What closes the service closes it at every location. */
const closures = (service: PublishedService) => service.schedules.filter((schedule) => schedule.freq === null)

export function rulesAt(service: PublishedService, at: AtLocation): Rule[] | null {
  return rulesOf([...schedulesAt(service, at), ...closures(service)])
}

/** The rules of every door about which something can be said; empty when nothing can, or it is closed for a while. */
export function doorsOf(service: PublishedService): Rule[][] {
  if (service.status === 'temporarily closed') return []
  const all = [rulesOf(service.schedules), ...service.service_at_locations.map((at) => rulesAt(service, at))]
  return all.filter((rules) => rules !== null)
}
