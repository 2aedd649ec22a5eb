/** What search and map get at build: documents, settings, cards, and the names of the files they travel in. */
import { createHash } from 'node:crypto'
import { buildIndex, inOrder } from '../../search/embedded/build.ts'
import type { ServiceDocument } from '../../search/document.ts'
import { editorsWords, type SearchSettings } from '../../search/settings.ts'
import { wordListOf } from '../../search/dutch/word-list.ts'
import type { PublishedService } from '../../api/publish/schema.ts'
import {
  accessWords,
  costWords,
  isFree,
  lineOf,
  needsNoIndication,
  reachWords,
  summary,
  whereWords,
  whoWords,
} from './facts.ts'
import { formatDate } from './dates.ts'
import { type Frame, frames } from './frame/index.ts'
import { doorsOf } from './hours/doors.ts'
import { regularWeek } from './hours/week.ts'
import { hrefFrom, nextStep } from './next-step.ts'
import { isSensitive, organizationOf, places, services, snapshot, themes, urlOf } from './snapshot.ts'
import type { Card } from './card.ts'

/** One service as search sees it. Nothing in it that the public page does not show. */
function toDocument(service: PublishedService): ServiceDocument {
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
    opening: regularWeek(doorsOf(service)),
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

/**
 * In the index a service is its number in the index's own order: a UUID is sixteen bytes that nobody can pack. Cards
 * stand in that order; `idsFile` says which service has which number, for those who need more than its card.
 */
const numbered = inOrder(services.map((service) => ({ service, ...toDocument(service) })))
const documents = numbered.map(({ service: _, ...document }, number) => ({ ...document, id: String(number) }))
const stages = buildIndex(documents, settings)

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 10)
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** Cards to a file: few enough that the ones of the first screen weigh little. */
export const cardsToAFile = 50
function cardsIn(frame: Frame) {
  const cards = numbered.map(({ service }, number) => ({ ...toCard(service, frame), id: String(number) }))
  const prefix = `cards-${hashOf(json(cards))}-`
  const files = Array.from({ length: Math.ceil(cards.length / cardsToAFile) }, (_, number) => ({
    name: `${prefix}${number}.json`,
    bytes: json(cards.slice(number * cardsToAFile, (number + 1) * cardsToAFile)),
  }))
  return { cards, prefix, files }
}
const [cardsNl, cardsEn] = [cardsIn(frames.nl), cardsIn(frames.en)]

/** Files under `/zoek/`: named by their content, so that a browser may keep them for ever. */
const indexFiles = stages.map((bytes) => ({ name: `index-${hashOf(bytes)}.bin`, bytes }))
const ids = json(numbered.map(({ id }) => id))
const idsFile = { name: `ids-${hashOf(ids)}.json`, bytes: ids }
export const searchFiles = [...indexFiles, ...cardsNl.files, ...cardsEn.files, idsFile]

const fileOf = (prefix: string, extension: string, bytes: Uint8Array<ArrayBuffer>) => {
  return { name: `${prefix}-${hashOf(bytes)}.${extension}`, bytes }
}
/**
 * What an index elsewhere is made of (Meilisearch, a partner's own): all that search knows of this revision, as JSON,
 * with the services' own ids.
 */
export const sourceFile = fileOf('source', 'json', json({ documents: services.map(toDocument), settings }))
/** The only words that are ever sent of a search that helped nobody; made also where that is off. */
export const wordListFile = fileOf('words', 'txt', new TextEncoder().encode(wordListOf(settings).join('\n')))
export const wordListUrl = snapshot.counts_searches ? `/zoek/${wordListFile.name}` : null

export const indexUrls = indexFiles.map((file) => `/zoek/${file.name}`)
/** Followed by the number of the file and `.json`. */
export const cardsUrls = { nl: `/zoek/${cardsNl.prefix}`, en: `/zoek/${cardsEn.prefix}` }
/** A digit to base sixteen for each service: 1 for a crisis line, 2 where a wheelchair can come, and four times its line. */
export const flags = numbered
  .map(({ service, wheelchair }) =>
    (Number(service.crisis) + 2 * Number(wheelchair) + 4 * lineOf(service)).toString(16),
  )
  .join('')
export const postcodesUrl = snapshot.postcodes.length > 0 ? '/kaart/postcodes.json' : null
export const baseMapUrl = snapshot.base_map ? '/kaart/basis.json' : null
