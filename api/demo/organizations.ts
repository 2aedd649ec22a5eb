/** The organisations of the demo. The local ones are fictional; the national lines exist, with their true numbers. */
import type { OrganizationKey } from './ids.ts'
import type { DemoOrganization, LocalKey, NationalKey } from './shape.ts'

/** Area code 0500 is not in use: nobody is ever called by a demo. */
const phone = (last: number) => `0500-55${String(last).padStart(4, '0')}`
const at = (name: string) => ({ email: `${name}@voorbeeld.example`, website: `https://${name}.voorbeeld.example/` })

export const participants: Record<OrganizationKey, Omit<DemoOrganization, 'name'>> = {
  gemeente: {
    description:
      'De gemeente regelt uitkeringen, hulp in huis, aanpassingen in de woning en jeugdhulp waar een besluit voor nodig is.',
    phone: phone(100),
    ...at('gemeente'),
    contact: { title: 'Gemeenteloket', email: 'loket@voorbeeld.example' },
  },
  teams: {
    description:
      'Het eerste adres voor vragen over zorg, geld, opvoeden en wonen. Er is een team voor het noorden en een team voor het zuiden van de gemeente.',
    phone: phone(110),
    ...at('teams'),
    contact: { title: 'Aanmelding Sociale Teams', email: 'aanmelding.teams@voorbeeld.example' },
  },
  school: {
    description: 'Openbare basisschool met ongeveer 240 leerlingen. Het zorgteam kijkt mee als een kind vastloopt.',
    phone: phone(120),
    ...at('delinde'),
  },
  college: {
    description: 'School voor vmbo, havo en vwo. Het zorgteam is er voor leerlingen en hun ouders.',
    phone: phone(125),
    ...at('college'),
  },
  welzijn: {
    description: 'Welzijnswerk in alle zes de dorpen: ontmoeten, vrijwilligers, jongerenwerk, maaltijden en vervoer.',
    phone: phone(130),
    ...at('welzijn'),
    contact: { title: 'Balie De Spil', email: 'balie@voorbeeld.example' },
  },
  schuldhulp: {
    description:
      'Helpt inwoners met schulden of met de angst daarvoor. Alles wat u vertelt, blijft tussen u en de adviseur.',
    phone: phone(140),
    ...at('schuldhulp'),
  },
  thuisadministratie: {
    description: 'Vrijwilligers die bij u thuis helpen met post, rekeningen en formulieren.',
    phone: phone(145),
    ...at('thuisadministratie'),
  },
  jeugdhulp: {
    description:
      'Hulp voor gezinnen waar het thuis of op school echt niet meer gaat. De gemeente of de huisarts verwijst.',
    phone: phone(150),
    ...at('debrug'),
  },
  opvoedhulp: {
    description: 'Opvoedadviseurs voor ouders van kinderen van 0 tot 18 jaar. U kunt er terecht zonder verwijzing.',
    phone: phone(155),
    ...at('opvoedhulp'),
  },
  jeugdgezondheid: {
    description: 'Volgt de groei en gezondheid van kinderen, geeft vaccinaties en komt op scholen.',
    phone: phone(160),
    ...at('jeugdgezondheid'),
  },
  huisarts: {
    description: 'Huisartsenpraktijk met vier huisartsen en twee praktijkondersteuners.',
    phone: phone(165),
    ...at('hetveen'),
  },
  mantelzorg: {
    description:
      'Voor iedereen die voor een ander zorgt: een gesprek, een vervanger, of anderen die hetzelfde meemaken.',
    phone: phone(170),
    ...at('mantelzorg'),
  },
  thuiszorg: {
    description: 'Verpleging en verzorging thuis, en dagbesteding op De Moestuin.',
    phone: phone(175),
    ...at('devaart'),
  },
  ggz: {
    description: 'Behandeling bij psychische klachten die niet vanzelf overgaan. De huisarts verwijst.',
    phone: phone(180),
    ...at('lindenhof'),
  },
  verslaving: {
    description: 'Hulp bij alcohol, drugs, gokken, gamen en medicijnen, ook voor familie.',
    phone: phone(185),
    ...at('dekade'),
  },
  wonen: {
    description:
      'Verhuurt 2.300 woningen in de gemeente en zoekt met huurders naar een oplossing als de huur niet lukt.',
    phone: phone(190),
    ...at('veenwijk'),
  },
  werk: {
    description: 'Helpt inwoners met een uitkering of een beperking aan werk, en werkgevers aan mensen.',
    phone: phone(195),
    ...at('werkplein'),
  },
}

export const locals: Record<LocalKey, DemoOrganization> = {
  bibliotheek: {
    name: 'Bibliotheek en Taalhuis Lindeveen',
    description: 'Boeken lenen, hulp bij computer en formulieren, en lessen lezen en schrijven.',
    phone: phone(200),
    ...at('bibliotheek'),
  },
  voedselbank: {
    name: 'Voedselbank Lindeveen',
    description: 'Geeft elke week een pakket met eten aan mensen die dat zelf niet kunnen betalen.',
    phone: phone(205),
    ...at('voedselbank'),
  },
  kindfonds: {
    name: 'Kindfonds Lindeveen',
    description: 'Betaalt sport, muziek, een fiets of spullen voor school als ouders dat niet kunnen.',
    phone: phone(210),
    ...at('kindfonds'),
  },
  dorpshuizen: {
    name: 'Dorpshuizen Lindeveen',
    description: 'De vijf dorpshuizen van de gemeente. Vrijwilligers houden ze open.',
    phone: phone(215),
    ...at('dorpshuizen'),
  },
  sport: {
    name: 'Beweegteam Lindeveen',
    description: 'Beweegcoaches die met u zoeken naar een sport of activiteit die bij u past.',
    phone: phone(220),
    ...at('beweegteam'),
  },
  clienten: {
    name: 'Cliëntondersteuning Lindeveen',
    description: 'Een ondersteuner die naast u staat en onafhankelijk is van de gemeente en van zorgaanbieders.',
    phone: phone(225),
    ...at('clienten'),
  },
}

/** Public numbers, true at the time of writing; national lines have no desk and take no transfers. */
export const nationals: Record<NationalKey, DemoOrganization> = {
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
}
