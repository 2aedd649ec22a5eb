/** What the list of a resident shows and prints of every service. Build time only; one file for everyone. */
import { createHash } from 'node:crypto'
import type { PublishedService } from '../../api/publish/schema.ts'
import { dayOf } from './dates.ts'
import { accessWords } from './facts.ts'
import { schedulesAt } from './hours/doors.ts'
import { type Frame, frames } from './frame/index.ts'
import { readableHours } from './hours/readable.ts'
import { hoursWords } from './hours/words.ts'
import { firstPhone } from './next-step.ts'
import { addressLines } from './service-words.ts'
import { type KeptService, shortId } from './shortlist.ts'
import { organizationOf, services, snapshot, urlOf } from './snapshot.ts'

const today = dayOf(new Date(snapshot.published_at))

function toKept(service: PublishedService, { lang, t, href }: Frame): KeptService {
  const organization = organizationOf(service)
  const [at] = service.service_at_locations
  const schedules = service.schedules.length > 0 || !at ? service.schedules : schedulesAt(service, at)
  return {
    id: shortId(service.id),
    url: href(urlOf.service(service)),
    name: service.name,
    organization: organization.name,
    access: accessWords(service, t).short,
    phone: firstPhone(service, organization)?.number ?? null,
    email: service.email,
    address: at ? [at.location.name, ...addressLines(at.location)] : [],
    more: Math.max(0, service.service_at_locations.length - 1),
    hours: readableHours(schedules, today, hoursWords[lang]).regular.map(
      ({ days, times }) => `${days}: ${times.join(` ${t.facts.and} `)}`,
    ),
  }
}

function fileIn(frame: Frame) {
  const bytes = new TextEncoder().encode(JSON.stringify(services.map((service) => toKept(service, frame))))
  return { name: `lijst-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.json`, bytes }
}
export const keptFiles = { nl: fileIn(frames.nl), en: fileIn(frames.en) }
export const keptUrls = { nl: `/zoek/${keptFiles.nl.name}`, en: `/zoek/${keptFiles.en.name}` }
