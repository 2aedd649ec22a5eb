/** Help and care at home. */
import { type Steps } from './step.ts'

export const care: Steps = {
  hulp: {
    asks: 'Wat lukt er niet meer?',
    choices: [
      { words: 'Schoonmaken, koken, klussen of ergens komen', sign: 'house', to: 'huishouden' },
      { words: 'Wassen, aankleden, medicijnen of lopen', sign: 'help', to: 'verzorging' },
      { words: 'Onthouden, of veilig thuis blijven wonen', sign: 'shield', to: 'niet-meer-thuis' },
      { words: 'Ik leef met een beperking of een ziekte die blijft', sign: 'people', to: 'beperking' },
    ],
  },
  huishouden: {
    asks: 'Schoonmaken, koken, klussen en vervoer',
    themes: ['zorg'],
    first: ['maaltijden', 'dorpsauto', 'klusdienst', 'ouderenadviseur', 'wmoLoket', 'huishouden', 'regiotaxi'],
  },
  verzorging: {
    asks: 'Wassen, aankleden, medicijnen en lopen',
    themes: ['zorg'],
    first: ['uitleen', 'alarmknop', 'inBalans', 'huisarts', 'medicijnen', 'wijkverpleging', 'rolstoel'],
  },
  'niet-meer-thuis': {
    asks: 'Vergeten, of niet meer veilig thuis',
    themes: ['zorg', 'mantelzorg'],
    first: [
      'alzheimercafe',
      'ouderenadviseur',
      'alarmknop',
      'dementieVast',
      'hospice',
      'geheugenpoli',
      'moestuin',
      'verpleeghuis',
    ],
  },
  beperking: {
    asks: 'Leven met een beperking of een ziekte die blijft',
    themes: ['beperking'],
    first: [
      'steunpuntBeperking',
      'aangepastSporten',
      'hersenletsel',
      'wmoLoket',
      'begeleidingThuis',
      'rolstoel',
      'parkeerkaart',
    ],
  },
  mantelzorg: {
    asks: 'Zorgen voor een ander',
    explains: 'U mag ook aan uzelf denken. Zo houdt u het langer vol.',
    themes: ['mantelzorg'],
    first: ['mantelzorggesprek', 'mantelzorgcafe', 'vervanging', 'dementieVast', 'zorglogeren', 'moestuin'],
  },
}
