/** What the demo says of the organisations with a covenant. They are fictional. */
import { at, phone } from './addresses.ts'
import type { OrganizationKey } from './ids.ts'
import type { DemoOrganization } from './shape.ts'

export const participants: Record<OrganizationKey, Omit<DemoOrganization, 'name'>> = {
  gemeente: {
    kind: 'municipality',
    description:
      'De gemeente regelt uitkeringen, hulp in huis, aanpassingen in de woning en jeugdhulp waar een besluit voor nodig is.',
    phone: phone(100),
    ...at('gemeente'),
    contact: { title: 'Gemeenteloket', email: 'loket@voorbeeld.example' },
  },
  teams: {
    kind: 'social_team',
    description:
      'Het eerste adres voor vragen over zorg, geld, opvoeden en wonen. Er is een team voor het noorden en een team voor het zuiden van de gemeente.',
    phone: phone(110),
    ...at('teams'),
    contact: { title: 'Aanmelding Sociale Teams', email: 'aanmelding.teams@voorbeeld.example' },
  },
  school: {
    kind: 'primary_school',
    description: 'Openbare basisschool met ongeveer 240 leerlingen. Het zorgteam kijkt mee als een kind vastloopt.',
    phone: phone(120),
    ...at('delinde'),
  },
  college: {
    kind: 'secondary_school',
    description: 'School voor vmbo, havo en vwo. Het zorgteam is er voor leerlingen en hun ouders.',
    phone: phone(125),
    ...at('college'),
  },
  welzijn: {
    kind: 'welfare',
    description: 'Welzijnswerk in alle zes de dorpen: ontmoeten, vrijwilligers, jongerenwerk, maaltijden en vervoer.',
    phone: phone(130),
    ...at('welzijn'),
    contact: { title: 'Balie De Spil', email: 'balie@voorbeeld.example' },
  },
  schuldhulp: {
    kind: 'debt_help',
    description:
      'Helpt inwoners met schulden of met de angst daarvoor. Alles wat u vertelt, blijft tussen u en de adviseur.',
    phone: phone(140),
    ...at('schuldhulp'),
  },
  thuisadministratie: {
    kind: 'volunteers',
    description: 'Vrijwilligers die bij u thuis helpen met post, rekeningen en formulieren.',
    phone: phone(145),
    ...at('thuisadministratie'),
  },
  jeugdhulp: {
    kind: 'youth_care',
    description:
      'Hulp voor gezinnen waar het thuis of op school echt niet meer gaat. De gemeente of de huisarts verwijst.',
    phone: phone(150),
    ...at('debrug'),
  },
  opvoedhulp: {
    kind: 'parenting_support',
    description: 'Opvoedadviseurs voor ouders van kinderen van 0 tot 18 jaar. U kunt er terecht zonder verwijzing.',
    phone: phone(155),
    ...at('opvoedhulp'),
  },
  jeugdgezondheid: {
    kind: 'youth_health',
    description: 'Volgt de groei en gezondheid van kinderen, geeft vaccinaties en komt op scholen.',
    phone: phone(160),
    ...at('jeugdgezondheid'),
  },
  huisarts: {
    kind: 'general_practice',
    description: 'Huisartsenpraktijk met vier huisartsen en twee praktijkondersteuners.',
    phone: phone(165),
    ...at('hetveen'),
  },
  mantelzorg: {
    kind: 'welfare',
    description:
      'Voor iedereen die voor een ander zorgt: een gesprek, een vervanger, of anderen die hetzelfde meemaken.',
    phone: phone(170),
    ...at('mantelzorg'),
  },
  thuiszorg: {
    kind: 'home_care',
    description: 'Verpleging en verzorging thuis, en dagbesteding op De Moestuin.',
    phone: phone(175),
    ...at('devaart'),
  },
  ggz: {
    kind: 'mental_health',
    description: 'Behandeling bij psychische klachten die niet vanzelf overgaan. De huisarts verwijst.',
    phone: phone(180),
    ...at('lindenhof'),
  },
  verslaving: {
    kind: 'addiction_care',
    description: 'Hulp bij alcohol, drugs, gokken, gamen en medicijnen, ook voor familie.',
    phone: phone(185),
    ...at('dekade'),
  },
  wonen: {
    kind: 'housing',
    description:
      'Verhuurt 2.300 woningen in de gemeente en zoekt met huurders naar een oplossing als de huur niet lukt.',
    phone: phone(190),
    ...at('veenwijk'),
  },
  werk: {
    kind: 'work_and_income',
    description: 'Helpt inwoners met een uitkering of een beperking aan werk, en werkgevers aan mensen.',
    phone: phone(195),
    ...at('werkplein'),
  },
}
