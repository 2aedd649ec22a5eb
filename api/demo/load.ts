/** Loads the directory of the demo municipality, through the same checks as an import. */
import type { Kysely } from 'kysely'
import type { DirectoryTables } from '../db.ts'
import { type LoadReport, loadSources } from '../hsds/load.ts'
import { takeDirectory } from '../hsds/queries.ts'
import { type DeskKey, type OrganizationKey, desks, organizations } from './ids.ts'
import { glossary } from './glossary.ts'
import { guide } from './guide/index.ts'
import { selfHelp } from './self-help.ts'
import { places, postcodes } from './places.ts'
import { baseMap } from './map.ts'
import { participants } from './organizations.ts'
import { addLists, markSensitive, saveMunicipality, saveOwn, savePurpose } from './queries.ts'
import { asSources, demoRows, serviceId, taxonomies } from './rows.ts'
import { services } from './services/index.ts'
import { slugFrom } from '../hsds/slug.ts'
import { synonyms } from './synonyms.ts'
import { plantEditorsWords, plantStartingList } from '../search/planting.ts'
import { type ThemeKey, sensitiveThemes, themes } from './taxonomy.ts'

/** Which desk takes requests for the services of an organisation; where it is none, no transfer can be asked for. */
const deskOf: Partial<Record<OrganizationKey, DeskKey>> = {
  gemeente: 'loket',
  welzijn: 'welzijn',
  schuldhulp: 'schuldhulp',
  thuisadministratie: 'thuisadministratie',
  jeugdhulp: 'jeugdhulp',
  opvoedhulp: 'opvoedhulp',
  jeugdgezondheid: 'jeugdgezondheid',
  mantelzorg: 'mantelzorg',
  thuiszorg: 'thuiszorg',
  ggz: 'ggz',
  verslaving: 'verslaving',
  wonen: 'wonen',
  werk: 'werk',
}
/** Services that more desks take, or another than the organisation's own. */
const furtherDesks: [service: string, desk: DeskKey][] = [
  ['sociaalTeam', 'teamNoord'],
  ['sociaalTeam', 'teamZuid'],
  ['veiligPraten', 'teamNoord'],
  ['veiligPraten', 'teamZuid'],
  ['schoolmaatschappelijk', 'teamNoord'],
  ['praktijkJeugd', 'praktijkJeugd'],
]
/** School holidays and the week after Christmas: these days do not count in a desk's deadlines. */
const closings: [desk: DeskKey, from: string, until: string][] = [
  ['zorgteam', '2026-12-19', '2027-01-03'],
  ['zorgteamCollege', '2026-12-19', '2027-01-03'],
  ['opvoedhulp', '2026-12-24', '2027-01-03'],
  ['welzijn', '2026-12-28', '2027-01-01'],
]

/** Puts the demo in, whole or not at all. Loading it again changes nothing. Fails on a fault in its own data. */
export async function loadDemoDirectory(db: Kysely<DirectoryTables>): Promise<LoadReport> {
  return await db.transaction().execute(async (tx) => {
    await takeDirectory(tx)
    const report = await loadSources(tx, asSources(demoRows()))
    const [fault] = report.refused
    if (fault) throw new Error(`${fault.file} line ${fault.line} ${fault.column ?? ''}: ${fault.why}`)

    for (const { name, purpose } of Object.values(taxonomies)) if (purpose) await savePurpose(tx, name, purpose)
    await markSensitive(
      tx,
      sensitiveThemes.map((key) => themes[key].name),
    )
    await saveOwn(
      tx,
      Object.entries(services).map(([key, service]) => ({
        id: serviceId(key),
        access_line: service.line,
        crisis: service.crisis ?? false,
        indication_required: service.indication ?? false,
        verified_on: service.verified ?? null,
        verified_by: service.verified ? 'Redactie sociale kaart' : null,
        verified_how: service.verified ? 'Gebeld met de organisatie' : null,
      })),
    )
    await saveMunicipality(
      tx,
      {
        name: organizations.gemeente.name,
        demo: true,
        language: 'nl',
        phone: participants.gemeente.phone,
        email: 'gemeente@voorbeeld.example',
        address: 'Raadhuisplein 1, 0950 AA Lindeveen',
        organization_id: organizations.gemeente.id,
      },
      baseMap,
    )
    await addLists(tx, lists())
    await plantStartingList(tx)
    const own = Object.entries(synonyms).map(([term, phrases]) => ({ terms: [term], phrases }))
    await plantEditorsWords(tx, own)
    return report
  })
}

/** A key that names nothing is a typing error of ours, and the demo does not load. */
function knownService(key: string): string {
  if (!services[key]) throw new Error(`The guide names a service that is not there: ${key}`)
  return serviceId(key)
}
const themeSlug = (key: ThemeKey) => slugFrom(themes[key].name)

function lists() {
  const own = Object.entries(services).flatMap(([key, { of }]): [string, DeskKey][] => {
    const desk = deskOf[of as OrganizationKey]
    return desk ? [[key, desk]] : []
  })
  return {
    places: Object.values(places).map((place) => ({ id: slugFrom(place.name), ...place })),
    glossary: glossary.map(([term, means, ...forms]) => ({ term, forms, means })),
    participants: Object.entries(organizations).map(([key, { id }]) => ({
      organization_id: id,
      covenant_on: '2026-01-01',
      kind: participants[key as OrganizationKey].kind ?? null,
    })),
    desks: Object.entries(desks).map(([key, desk]) => ({
      id: desk.id,
      organization_id: desk.organizationId,
      name: desk.name,
      phone: phoneOf(desk.organizationId),
      email: `${key.toLowerCase()}@voorbeeld.example`,
      safety_net: key === 'loket',
    })),
    closings: closings.map(([desk, from_on, until_on]) => ({ desk_id: desks[desk].id, from_on, until_on })),
    postcodes: Object.entries(postcodes).map(([code, [latitude, longitude]]) => ({ code, latitude, longitude })),
    selfHelp: Object.entries(selfHelp).flatMap(([key, all]) =>
      all.map((words, position) => ({ theme: themeSlug(key as ThemeKey), position, words })),
    ),
    guideSteps: Object.entries(guide).map(([code, step]) => ({
      code,
      question: step.asks,
      explanation: step.explains ?? null,
      crisis: step.crisis ?? false,
      themes: (step.themes ?? []).map(themeSlug),
      services: (step.first ?? []).map(knownService),
    })),
    guideChoices: Object.entries(guide).flatMap(([step, { choices = [] }]) =>
      choices.map(({ words, hint, sign, to }, index) => ({
        step,
        position: index + 1,
        words,
        hint: hint ?? null,
        sign: sign ?? null,
        leads_to: to,
      })),
    ),
    deskServices: [...own, ...furtherDesks].map(([service, desk]) => ({
      desk_id: desks[desk].id,
      service_id: serviceId(service),
    })),
  }
}

function phoneOf(organizationId: string): string | null {
  const found = Object.entries(organizations).find(([, { id }]) => id === organizationId)
  return found ? participants[found[0] as OrganizationKey].phone : null
}
