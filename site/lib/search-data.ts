/** What search and map get at build: documents, settings, cards, and the names of the files they travel in. */
import { createHash } from 'node:crypto'
import { buildIndex } from '../../search/embedded/build.ts'
import type { ServiceDocument } from '../../search/document.ts'
import { editorsWords, type SearchSettings } from '../../search/settings.ts'
import { wordListOf } from '../../search/dutch/word-list.ts'
import type { PublishedService } from '../../api/publish/schema.ts'
import {
  accessWords,
  costWords,
  isFree,
  needsNoIndication,
  reachWords,
  summary,
  whereWords,
  whoWords,
} from './facts.ts'
import { formatDate } from './dates.ts'
import { type Frame, frames } from './frame/index.ts'
import { doorsOf } from './hours/doors.ts'
import { hrefFrom, nextStep } from './next-step.ts'
import { isSensitive, organizationOf, places, services, snapshot, themes, urlOf } from './snapshot.ts'
import type { Card } from './card.ts'

/** One service as search sees it. Nothing in it that the public page does not show. */
export function toDocument(service: PublishedService): ServiceDocument {
  const locations = service.service_at_locations.map((at) => at.location)
  return {
    id: service.id,
    url: urlOf.service(service),
    name: service.name,
    organization: organizationOf(service).name,
    description: service.description,
    keywords: [...(service.alternate_name ? [service.alternate_name] : []), ...service.keywords],
    themes: service.themes,
    targetGroups: service.target_groups,
    line: service.access_line,
    indicationRequired: service.indication_required,
    minimumAge: service.minimum_age,
    maximumAge: service.maximum_age,
    languages: service.languages.flatMap((language) => language.code ?? []),
    free: isFree(service),
    wheelchair: locations.some((one) =>
      one.accessibility.some((a) => /rolstoel|wheelchair/i.test(`${a.description} ${a.details}`)),
    ),
    places: service.places,
    national: service.national,
    coordinates: locations.flatMap((one) =>
      one.latitude === null || one.longitude === null ? [] : [[one.latitude, one.longitude] as [number, number]],
    ),
  }
}

function toCard(service: PublishedService, { lang, t, href }: Frame): Card {
  const organization = organizationOf(service)
  const step = nextStep(service, organization, t)
  const document = toDocument(service)
  return {
    id: service.id,
    url: href(urlOf.service(service)),
    name: service.name,
    organization: organization.name,
    text: summary(service.description),
    access: accessWords(service, t).short,
    open: needsNoIndication(service) && service.access_line === 0,
    free: isFree(service),
    cost: costWords(service, { lang, t }),
    where: whereWords(service, t),
    reach: reachWords(service, t),
    who: whoWords(service, t),
    checked: service.verified ? formatDate(service.verified.on, lang) : null,
    doors: doorsOf(service),
    places: service.places,
    national: service.national,
    crisis: service.crisis,
    sensitive: isSensitive(service),
    wheelchair: document.wheelchair,
    step: { kind: step.kind, label: step.label, href: hrefFrom(href(urlOf.service(service)), step) },
    coordinates: document.coordinates,
  }
}

export const settings: SearchSettings = {
  themes: Object.fromEntries(themes.map((theme) => [theme.code, theme.name])),
  targetGroups: Object.fromEntries(snapshot.target_groups.map((group) => [group.code, group.name])),
  places: Object.fromEntries(places.map(({ id, name, latitude, longitude }) => [id, { name, latitude, longitude }])),
  ...editorsWords(snapshot.concepts),
}

const documents = services.map(toDocument)
const stages = buildIndex(documents, settings)
const cardsIn = (frame: Frame) =>
  new TextEncoder().encode(JSON.stringify(services.map((service) => toCard(service, frame))))

const named = (prefix: string, extension: string, bytes: Uint8Array) => ({
  name: `${prefix}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.${extension}`,
  bytes,
})

/** Files under `/zoek/`: named by their content, so that a browser may keep them for ever. */
export const indexFiles = stages.map((bytes) => named('index', 'bin', bytes))
export const cardsFiles = {
  nl: named('documents', 'json', cardsIn(frames.nl)),
  en: named('documents', 'json', cardsIn(frames.en)),
}

/** What an index elsewhere is made of (Meilisearch, a partner's own): all that search knows of this revision, as JSON. */
export const sourceFile = named('source', 'json', new TextEncoder().encode(JSON.stringify({ documents, settings })))
/** The only words that are ever sent of a search that helped nobody; made also where that is off. */
export const wordListFile = named('words', 'txt', new TextEncoder().encode(wordListOf(settings).join('\n')))
export const wordListUrl = snapshot.counts_searches ? `/zoek/${wordListFile.name}` : null

export const indexUrls = indexFiles.map((file) => `/zoek/${file.name}`)
export const cardsUrls = { nl: `/zoek/${cardsFiles.nl.name}`, en: `/zoek/${cardsFiles.en.name}` }
export const postcodesUrl = snapshot.postcodes.length > 0 ? '/kaart/postcodes.json' : null
export const baseMapUrl = snapshot.base_map ? '/kaart/basis.json' : null
