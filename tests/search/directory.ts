/** A small directory with one of each kind of thing the cases speak of. */
import type { ServiceDocument } from '../../search/document.ts'
import type { SearchSettings } from '../../search/settings.ts'

const service = (id: string, name: string, part: Partial<ServiceDocument>): ServiceDocument => ({
  id,
  url: `/aanbod/${id}/`,
  name,
  organization: 'Welzijn',
  description: '',
  keywords: [],
  themes: [],
  targetGroups: [],
  line: 0,
  indicationRequired: false,
  minimumAge: null,
  maximumAge: null,
  languages: ['nl'],
  free: true,
  wheelchair: false,
  places: ['emmen'],
  national: false,
  coordinates: [[52.78, 6.9]],
  ...part,
})

const monday: ServiceDocument['opening'] = [[1, 540, 1020]]

export const directory: ServiceDocument[] = [
  service('schulden', 'Schuldhulpverlening', {
    themes: ['geld'],
    targetGroups: ['volwassenen', 'gezinnen'],
    keywords: ['deurwaarder'],
    minimumAge: 18,
    opening: monday,
  }),
  service('huur', 'Hulp bij huurachterstand', { themes: ['geld', 'wonen'], targetGroups: ['gezinnen'] }),
  service('voedselbank', 'Voedselbank', {
    themes: ['geld'],
    description: 'Een pakket met eten.',
    languages: ['nl', 'ar'],
  }),
  service('koffie', 'Koffieochtend', {
    themes: ['meedoen'],
    keywords: ['eenzaamheid', 'koffie'],
    targetGroups: ['ouderen'],
    minimumAge: 55,
  }),
  service('taalles', 'Taalles', {
    themes: ['meedoen'],
    description: 'Na de les is er koffie.',
    languages: ['nl', 'en'],
  }),
  service('hulpmiddelen', 'Uitleen van een rolstoel', { themes: ['zorg'], keywords: ['scootmobiel'], free: false }),
  service('ggz', 'Psycholoog', { themes: ['zorg'], line: 2, indicationRequired: true, opening: monday }),
  service('inburgering', 'Inburgering', { themes: ['meedoen'], keywords: ['vluchtelingen'] }),
  service('scheiding', 'Hulp bij scheiding', { themes: ['gezin'], targetGroups: ['gezinnen'] }),
  service('mantelzorg', 'Steunpunt mantelzorg', {
    organization: 'Tinten',
    themes: ['zorg'],
    keywords: ['mantelzorger'],
    coordinates: [
      [52.78, 6.9],
      [52.46, 6.57],
    ],
  }),
  service('opvoeding', 'Vragen over uw kind', {
    organization: 'Centrum voor Jeugd en Gezin',
    themes: ['jeugd'],
    targetGroups: ['jongeren', 'gezinnen'],
    maximumAge: 23,
  }),
  service('rouw', 'Rouwgroep', { themes: ['zorg'], keywords: ['rouw'] }),
  service('veilig', 'Veilig Thuis', {
    themes: ['veiligheid'],
    keywords: ['huiselijk geweld'],
    national: true,
    coordinates: [],
  }),
  service('suicide', 'Hulplijn', {
    themes: ['zorg'],
    keywords: ['zelfmoord', 'suïcide'],
    national: true,
    coordinates: [],
  }),
  service('jongeren', 'Jongerenwerk', { themes: ['jeugd'], targetGroups: ['jongeren'], maximumAge: 23 }),
  service('vervoer', 'Vervoer op maat', {
    themes: ['zorg'],
    line: 1,
    keywords: ['regiotaxi'],
    places: ['stadskanaal'],
    coordinates: [[52.99, 6.95]],
  }),
  service('vervoer-borger', 'Vervoer op maat', {
    themes: ['zorg'],
    line: 1,
    keywords: ['regiotaxi'],
    places: ['borger'],
    coordinates: [[52.92, 6.79]],
  }),
  service('vervoer-den-ham', 'Vervoer op maat', {
    themes: ['zorg'],
    line: 1,
    keywords: ['regiotaxi'],
    places: ['den-ham'],
    coordinates: [[52.46, 6.5]],
  }),
  service('vervoer-nieuw-amsterdam', 'Vervoer op maat', {
    themes: ['zorg'],
    line: 1,
    keywords: ['regiotaxi'],
    places: ['nieuw-amsterdam'],
    coordinates: [[52.71, 6.86]],
  }),
]

export const directorySettings: SearchSettings = {
  themes: {
    geld: 'Geld',
    wonen: 'Wonen',
    meedoen: 'Meedoen',
    zorg: 'Zorg',
    gezin: 'Gezin',
    jeugd: 'Jeugd',
    veiligheid: 'Veiligheid',
  },
  targetGroups: { volwassenen: 'Volwassenen', gezinnen: 'Gezinnen', ouderen: 'Ouderen', jongeren: 'Jongeren' },
  places: {
    emmen: { name: 'Emmen', latitude: 52.78, longitude: 6.9 },
    stadskanaal: { name: 'Stadskanaal', latitude: 52.99, longitude: 6.95 },
    borger: { name: 'Borger', latitude: 52.92, longitude: 6.79 },
    'den-ham': { name: 'Den Ham', latitude: 52.46, longitude: 6.5 },
    'nieuw-amsterdam': { name: 'Nieuw-Amsterdam', latitude: 52.71, longitude: 6.86 },
  },
  synonyms: [],
}
