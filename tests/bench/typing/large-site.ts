/** The results page of a region with so many services, made of the benchmark's documents and built as publishing does. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { buildSite, hashOfSite } from '../../../api/publish/build.ts'
import { finishSite } from '../../../api/publish/finish.ts'
import { snapshotSchema } from '../../../api/publish/schema.ts'
import type { PublishedService, Snapshot } from '../../../api/publish/schema.ts'
import type { ServiceDocument } from '../../../search/document.ts'
import { intents } from '../../../search/intents.ts'
import { startingList } from '../../../search/synonyms.ts'
import { corpusOf } from '../search/corpus.ts'

const address = 'http://localhost:4321'

const uuid = (kind: number, number: number) =>
  createHash('sha256')
    .update(`${kind} ${number}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-a$4-$5')
const slugOf = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:00`
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function serviceOf(document: ServiceDocument, number: number, organization: string): PublishedService {
  const [latitude, longitude] = document.coordinates[0] ?? [null, null]
  const [, from = 540, until = 1020] = document.opening?.[0] ?? []
  const byday = (document.opening ?? []).map(([day]) => weekdays[day - 1]).join(',')
  const nothing = { phones: [], schedules: [], contacts: [], description: null }
  const unsaid = { valid_from: null, valid_to: null, dtstart: null, until: null, bymonthday: null, interval: 1 }
  const schedule = { id: uuid(3, number), ...unsaid, freq: 'WEEKLY' as const, byday, opens_at: clock(from) }
  const hours = { ...schedule, closes_at: clock(until), attending_type: null, description: null, notes: null }
  return {
    id: uuid(1, number),
    slug: `dienst-${number}`,
    organization_id: organization,
    name: document.name,
    alternate_name: null,
    description: document.description,
    url: null,
    email: `info@dienst-${number}.example`,
    status: 'active',
    application_process: null,
    fees_description: null,
    wait_time: null,
    eligibility_description: null,
    minimum_age: document.minimumAge,
    maximum_age: document.maximumAge,
    alert: null,
    last_modified: null,
    phones: [{ id: uuid(4, number), number: '0500 555 100', extension: null, type: 'voice', description: null }],
    schedules: byday === '' ? [] : [hours],
    languages: [],
    cost_options: [],
    required_documents: [],
    funding: [],
    additional_urls: [],
    service_areas: [],
    contacts: [],
    service_at_locations: [
      {
        id: uuid(5, number),
        ...nothing,
        location: {
          id: uuid(6, number),
          name: 'Dorpshuis',
          location_type: 'physical',
          description: null,
          transportation: null,
          latitude,
          longitude,
          addresses: [],
          phones: [],
          schedules: [],
          accessibility: [],
        },
      },
    ],
    themes: document.themes,
    target_groups: document.targetGroups,
    keywords: document.keywords,
    access_line: document.line,
    crisis: false,
    indication_required: false,
    verified: null,
    places: document.places.map(slugOf),
    national: false,
  }
}

function snapshotOf(count: number): Snapshot {
  const { documents, settings } = corpusOf(count)
  const names = [...new Set(documents.map(({ organization }) => organization))]
  const idOf = new Map(names.map((name, number) => [name, uuid(2, number)]))
  const term = ([code, name]: [string, string]) => ({
    code: slugOf(code),
    name,
    description: null,
    parent_code: null,
    sensitive: false,
  })
  return snapshotSchema.parse({
    revision: 1,
    published_at: '2026-11-23T08:00:00.000Z',
    municipality: {
      name: 'Regio',
      demo: true,
      language: 'nl',
      contact: { phone: '0500 555 000', email: null, address: null },
    },
    places: Object.entries(settings.places).map(([id, place]) => ({ id: slugOf(id), ...place })),
    themes: Object.entries(settings.themes).map(term),
    target_groups: Object.entries(settings.targetGroups).map(term),
    concepts: [
      ...startingList.map((one) => ({ kind: 'synonym' as const, ...one })),
      ...intents.map((one) => ({ kind: 'intent' as const, ...one })),
    ],
    counts_searches: false,
    organizations: names.map((name, number) => ({
      id: uuid(2, number),
      slug: `organisatie-${number}`,
      name,
      alternate_name: null,
      description: '',
      email: null,
      website: null,
      phones: [],
      contacts: [],
      additional_urls: [],
    })),
    services: documents.map((document, number) => serviceOf(document, number, idOf.get(document.organization) ?? '')),
    base_map: null,
  })
}

/** The folder of that site; made once for the same sources. */
export async function largeSite(count: number): Promise<string> {
  const name = `voordeur-large-${count}-${(await hashOfSite(address)).slice(0, 12)}-${userInfo().uid}`
  const kept = join(tmpdir(), name)
  if (existsSync(kept)) return join(kept, 'site')
  const making = await mkdtemp(join(tmpdir(), 'voordeur-large-'))
  await mkdir(making, { recursive: true })
  const snapshot = join(making, 'snapshot.json')
  await writeFile(snapshot, JSON.stringify(snapshotOf(count)))
  await buildSite({
    snapshot,
    out: join(making, 'site'),
    publicUrl: address,
    config: join('tests', 'bench', 'typing', 'astro.config.mjs'),
  })
  await finishSite(join(making, 'site'))
  await rename(making, kept)
  return join(kept, 'site')
}
