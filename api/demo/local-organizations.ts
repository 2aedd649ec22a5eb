/** The other local organisations of the demo: listed, without a covenant. They are fictional. */
import { at, phone } from './addresses.ts'
import type { DemoOrganization } from './shape.ts'

const local = (name: string, description: string, last: number, address: string): DemoOrganization => ({
  name,
  description,
  phone: phone(last),
  ...at(address),
})

export const locals = {
  bibliotheek: local(
    'Bibliotheek en Taalhuis Lindeveen',
    'Boeken lenen, hulp bij computer en formulieren, en lessen lezen en schrijven.',
    200,
    'bibliotheek',
  ),
  voedselbank: local(
    'Voedselbank Lindeveen',
    'Geeft elke week een pakket met eten aan mensen die dat zelf niet kunnen betalen.',
    205,
    'voedselbank',
  ),
  kindfonds: local(
    'Kindfonds Lindeveen',
    'Betaalt sport, muziek, een fiets of spullen voor school als ouders dat niet kunnen.',
    210,
    'kindfonds',
  ),
  dorpshuizen: local(
    'Dorpshuizen Lindeveen',
    'De vijf dorpshuizen van de gemeente. Vrijwilligers houden ze open.',
    215,
    'dorpshuizen',
  ),
  sport: local(
    'Beweegteam Lindeveen',
    'Beweegcoaches die met u zoeken naar een sport of activiteit die bij u past.',
    220,
    'beweegteam',
  ),
  clienten: local(
    'Cliëntondersteuning Lindeveen',
    'Een ondersteuner die naast u staat en onafhankelijk is van de gemeente en van zorgaanbieders.',
    225,
    'clienten',
  ),
  kledingbank: local(
    'Kledingbank De Knoop',
    'Gratis kleding en babyspullen, uitgezocht en gewassen door vrijwilligers.',
    330,
    'deknoop',
  ),
  bewind: local(
    'Bewindvoering Veenland',
    'Beheert geld voor mensen die dat van de rechter niet zelf doen.',
    331,
    'bewind',
  ),
  kerken: local(
    'Samenwerkende kerken Lindeveen',
    'Vier kerken die samen noodhulp, bezoek en een rouwgroep regelen. Voor iedereen.',
    332,
    'kerken',
  ),
  kringloop: local(
    'Kringloopwinkel De Ronde',
    'Tweedehands meubels en huisraad, en een plek om weer te wennen aan werk.',
    333,
    'deronde',
  ),
  opweg: local(
    'Begeleiding Op Weg',
    'Begeleidt mensen met een beperking bij wonen, werken en vrije tijd.',
    334,
    'opweg',
  ),
  nieuwkomers: local(
    'Steunpunt Nieuwkomers',
    'Helpt mensen die uit een ander land komen om hier hun weg te vinden.',
    335,
    'nieuwkomers',
  ),
  rechtswinkel: local(
    'Rechtswinkel Lindeveen',
    'Studenten en oud-juristen die gratis uitleg geven over recht, huur en scheiden.',
    336,
    'rechtswinkel',
  ),
  kinderopvang: local(
    'Kinderopvang De Rietvink',
    'Opvang en voorschool voor kinderen van 0 tot 12 jaar, in Lindeveen en Westervaart.',
    337,
    'rietvink',
  ),
  scouting: local(
    'Scouting De Veenruiters',
    'Vereniging met negentig jeugdleden en een blokhut aan het bos.',
    338,
    'veenruiters',
  ),
  pleegzorg: local(
    'Pleegzorg Veenland',
    'Zoekt, kiest en begeleidt pleeggezinnen in de hele streek.',
    339,
    'pleegzorg',
  ),
  energie: local(
    'Energie Lindeveen',
    'Bewoners die andere bewoners helpen om minder energie te gebruiken.',
    342,
    'energie',
  ),
  ggd: local(
    'GGD Veenland',
    'Bewaakt de gezondheid van alle inwoners, met advies, onderzoek en zorg voor wie uit beeld raakt.',
    344,
    'ggd',
  ),
  anker: local(
    'Beschermd Wonen Het Anker',
    'Wonen met begeleiding dag en nacht, voor mensen met een psychische ziekte.',
    352,
    'hetanker',
  ),
  huisartsenpost: local(
    'Huisartsenpost Veenland',
    'Huisartsen uit de streek die om de beurt dienst doen in avond, nacht en weekend.',
    360,
    'huisartsenpost',
  ),
  linthof: local(
    'Woonzorg De Linthof',
    'Verpleeghuis met 64 kamers en een logeerafdeling, open voor de hele buurt.',
    353,
    'delinthof',
  ),
  lichtkring: local(
    'Hospice De Lichtkring',
    'Een huis met vier kamers, en vrijwilligers die ook thuis komen waken.',
    355,
    'lichtkring',
  ),
  weefster: local(
    'Vrouwencentrum De Weefster',
    'Ontmoeting, les en uitleg voor vrouwen uit meer dan twintig landen.',
    357,
    'deweefster',
  ),
  ruilwinkel: local(
    'Ruilwinkel De Kast',
    'Vrijwilligers die spullen een nieuw huis geven, zonder geld.',
    358,
    'dekast',
  ),
  buurttuin: local('Buurttuin Westervaart', 'Een grote groentetuin van en voor het dorp.', 359, 'buurttuin'),
  koor: local(
    'Zanggroep Uit Volle Borst',
    'Een koor zonder auditie, met veertig leden uit alle dorpen.',
    361,
    'zanggroep',
  ),
  opstap: local(
    'Herstelcentrum De Opstap',
    'Van en voor mensen met psychische klachten. Wie er werkt, heeft ze zelf gehad.',
    362,
    'deopstap',
  ),
  turfkade: local(
    'Psychologenpraktijk Turfkade',
    'Vijf psychologen voor korte behandeling van volwassenen.',
    363,
    'turfkade',
  ),
  nuchter: local('Nuchter Verder', 'Zelfhulpgroepen voor mensen die met drank of drugs zijn gestopt.', 364, 'nuchter'),
  vlonder: local(
    'Opvang De Vlonder',
    'Veilige opvang en begeleiding na geweld. Het adres is geheim.',
    370,
    'devlonder',
  ),
  klaproos: local(
    'Dagcentrum De Klaproos',
    'Dagbesteding voor mensen met een ernstige verstandelijke beperking.',
    371,
    'klaproos',
  ),
}
export type LocalKey = keyof typeof locals
