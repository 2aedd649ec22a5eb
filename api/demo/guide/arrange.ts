/** Money, work, letters and rules. */
import { type Steps } from './step.ts'

export const arrange: Steps = {
  regelen: {
    asks: 'Waar gaat het over?',
    choices: [
      { words: 'Geld: rekeningen, schulden of te weinig om van te leven', sign: 'euro', to: 'geld' },
      { words: 'Ik zoek werk, of iets om te doen', sign: 'work', to: 'werk' },
      { words: 'Ik begrijp brieven, formulieren of de computer niet', sign: 'letter', to: 'post' },
      {
        words: 'Ik ben het ergens niet mee eens',
        hint: 'Met de gemeente, een bedrijf of mijn werk',
        sign: 'scales',
        to: 'recht',
      },
    ],
  },
  geld: {
    asks: 'Wat past het best bij u?',
    choices: [
      { words: 'Ik kan mijn rekeningen niet betalen', sign: 'letter', to: 'schulden' },
      { words: 'Ik houd te weinig over voor eten, kleren of school', sign: 'heart', to: 'rondkomen' },
      { words: 'Ik heb geen inkomen meer', hint: 'Of mijn inkomen is veel lager', sign: 'euro', to: 'geen-inkomen' },
      { words: 'Mijn post en geldzaken zijn een rommel', sign: 'help', to: 'geldzaken' },
    ],
  },
  schulden: {
    asks: 'Rekeningen niet kunnen betalen',
    explains: 'Wacht niet tot er nog een brief komt. Hoe eerder u belt, hoe meer er kan.',
    themes: ['geld'],
    first: ['schuldhulp', 'huurachterstand', 'geldspreekuur', 'geldfit', 'budgetbeheer', 'bewind'],
  },
  rondkomen: {
    asks: 'Te weinig geld voor gewone dingen',
    themes: ['geld'],
    first: [
      'voedselpakket',
      'kledingbank',
      'kindfonds',
      'kerkenNoodhulp',
      'energiecoach',
      'kwijtschelding',
      'bijstandExtra',
      'inkomenstoeslag',
    ],
  },
  'geen-inkomen': {
    asks: 'Geen inkomen meer',
    themes: ['geld', 'werk'],
    first: ['jongerenloket', 'geldspreekuur', 'uwv', 'werkzoeken', 'uitkering', 'eigenBedrijf'],
  },
  geldzaken: {
    asks: 'Post en geldzaken op orde krijgen',
    themes: ['geld', 'taal'],
    first: ['thuisadministratie', 'geldspreekuur', 'digitaal', 'achttien', 'budgetbeheer', 'bewind'],
  },
  werk: {
    asks: 'Werk, of iets om te doen',
    themes: ['werk'],
    first: [
      'werkcafe',
      'jongerenloket',
      'vrijwilligerswerk',
      'werkzoeken',
      'kringloopwerk',
      'jobcoach',
      'houtwerkplaats',
      'beschutWerk',
    ],
  },
  post: {
    asks: 'Brieven, formulieren en de computer',
    themes: ['taal'],
    first: ['digitaal', 'thuisadministratie', 'lezen', 'taalmaatje', 'nieuwkomers', 'inburgering'],
  },
  recht: {
    asks: 'Niet eens met een besluit',
    themes: ['recht'],
    first: ['bezwaar', 'rechtswinkel', 'clientondersteuning', 'klacht', 'juridischLoket', 'ombudsman'],
  },
}
