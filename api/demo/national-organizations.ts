import type { DemoOrganization } from './shape.ts'

/** Public numbers, true at the time of writing; national lines have no desk and take no transfers. */
export const nationals = {
  alarm: {
    name: 'Politie, brandweer en ambulance',
    description: 'De landelijke alarmcentrale voor spoed.',
    phone: '112',
    website: 'https://www.112.nl/',
  },
  zelfmoordpreventie: {
    name: 'Stichting 113 Zelfmoordpreventie',
    description: 'Praat anoniem over gedachten aan zelfmoord.',
    phone: '113',
    website: 'https://www.113.nl/',
  },
  veiligThuis: {
    name: 'Veilig Thuis',
    description: 'Advies en hulp bij huiselijk geweld, kindermishandeling en ouderenmishandeling.',
    phone: '0800-2000',
    website: 'https://veiligthuis.nl/',
  },
  kindertelefoon: {
    name: 'De Kindertelefoon',
    description: 'Praat met iemand die luistert. Voor kinderen en jongeren tot 18 jaar.',
    phone: '0800-0432',
    website: 'https://www.kindertelefoon.nl/',
  },
  korrelatie: {
    name: 'MIND Korrelatie',
    description: 'Psychische hulp op afstand door psychologen en maatschappelijk werkers.',
    phone: '0900-1450',
    website: 'https://mindkorrelatie.nl/',
  },
  luisterlijn: {
    name: 'De Luisterlijn',
    description: 'Vrijwilligers die luisteren, dag en nacht.',
    phone: '088-0767000',
    website: 'https://www.deluisterlijn.nl/',
  },
  slachtofferhulp: {
    name: 'Slachtofferhulp Nederland',
    description: 'Hulp na een misdrijf, verkeersongeluk of ramp.',
    phone: '0900-0101',
    website: 'https://www.slachtofferhulp.nl/',
  },
  geldfit: {
    name: 'Geldfit',
    description: 'Eerste hulp bij vragen over geld.',
    phone: '0800-8115',
    website: 'https://geldfit.nl/',
  },
  juridischLoket: {
    name: 'Het Juridisch Loket',
    description: 'Gratis advies over uw rechten voor mensen met weinig geld.',
    phone: '0800-8020',
    website: 'https://www.juridischloket.nl/',
  },
  seksueelGeweld: {
    name: 'Centrum Seksueel Geweld',
    description: 'Medische en psychische hulp na aanranding of verkrachting, dag en nacht.',
    phone: '0800-0188',
    website: 'https://centrumseksueelgeweld.nl/',
  },
  politie: {
    name: 'Politie',
    description: 'Voor aangifte, de wijkagent en alles wat geen spoed heeft.',
    phone: '0900-8844',
    website: 'https://www.politie.nl/',
  },
  alzheimer: {
    name: 'Alzheimer Nederland',
    description: 'Uitleg, een luisterend oor en bijeenkomsten voor wie met dementie te maken heeft.',
    phone: '0800-5088',
    website: 'https://www.alzheimer-nederland.nl/',
  },
  mantelzorgnl: {
    name: 'MantelzorgNL',
    description: 'Vereniging voor mensen die voor een ander zorgen.',
    phone: '030-7606055',
    website: 'https://www.mantelzorg.nl/',
  },
  discriminatie: {
    name: 'Discriminatie.nl',
    description: 'Het landelijke meldpunt voor discriminatie.',
    phone: '0800-0880',
    website: 'https://discriminatie.nl/',
  },
  ombudsman: {
    name: 'Nationale ombudsman',
    description: 'Onderzoekt klachten over de overheid.',
    phone: '0800-3355555',
    website: 'https://www.nationaleombudsman.nl/',
  },
  belastingdienst: {
    name: 'Belastingdienst',
    description: 'Belastingen en toeslagen.',
    phone: '0800-0543',
    website: 'https://www.belastingdienst.nl/',
  },
  cak: {
    name: 'CAK',
    description: 'Int de eigen bijdrage voor zorg en hulp.',
    phone: '0800-1925',
    website: 'https://www.hetcak.nl/',
  },
  trimbos: {
    name: 'Trimbos-instituut',
    description: 'Kennis en advies over roken, alcohol, drugs en psychische gezondheid.',
    phone: '0800-1995',
    website: 'https://www.trimbos.nl/',
  },
  uwv: {
    name: 'UWV',
    description: 'Uitkeringen bij ontslag, ziekte en arbeidsongeschiktheid.',
    phone: '088-8989294',
    website: 'https://www.uwv.nl/',
  },
} satisfies Record<string, DemoOrganization>
export type NationalKey = keyof typeof nationals
