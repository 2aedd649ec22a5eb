/** Which desks may be chosen to receive, and with which services (domain.md section 4, Transfer). Pure. */

export type ListedDesk = {
  id: string
  name: string
  phone: string | null
  safetyNet: boolean
  organization: { id: string; name: string }
  closings: { from: string; until: string }[]
  /** By the organisation that asks, in the last year. */
  sentBefore: number
  /** As the directory says now: room changes faster than a revision is published. */
  capacity: { service: string; unit: string; available: number; maximum: number | null; updatedOn: string }[]
  serviceIds: readonly string[]
}

export type PickedService = {
  id: string
  slug: string
  name: string
  themes: readonly string[]
  places: readonly string[]
  national: boolean
  verifiedOn: string | null
}

/** Months after which an entry that nobody confirmed is not offered any more. Source: domain.md section 4. */
export const STALE_MONTHS = 12

/** Whether the service was confirmed recently enough to send people to. Days as `YYYY-MM-DD`. */
export function mayBeOffered(service: Pick<PickedService, 'verifiedOn'>, today: string): boolean {
  const limit = new Date(`${today}T12:00:00Z`)
  limit.setUTCMonth(limit.getUTCMonth() - STALE_MONTHS)
  return service.verifiedOn !== null && service.verifiedOn >= limit.toISOString().slice(0, 10)
}

export type Choice = Omit<ListedDesk, 'serviceIds'> & { own: boolean; services: PickedService[] }

/**
 * The desks to choose from, with the services that are asked for there: published, and not stale. A desk elsewhere
 * without such a service is left out; those of the own organisation stay, for work is passed on among them.
 */
export function choices(
  desks: readonly ListedDesk[],
  published: ReadonlyMap<string, PickedService>,
  organizationId: string,
  today: string,
): Choice[] {
  return desks
    .map(({ serviceIds, ...desk }) => ({
      ...desk,
      own: desk.organization.id === organizationId,
      services: serviceIds.flatMap((id) => {
        const service = published.get(id)
        return service && mayBeOffered(service, today) ? [service] : []
      }),
    }))
    .filter((desk) => desk.own || desk.services.length > 0)
}
