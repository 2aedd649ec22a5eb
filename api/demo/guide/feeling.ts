/** How one feels. */
import { type Steps, suicide } from './step.ts'

export const feeling: Steps = {
  gevoel: {
    asks: 'Hoe gaat het met u?',
    choices: [
      { words: 'Ik ben veel alleen', sign: 'people', to: 'alleen' },
      { words: 'Ik ben somber, bang of gespannen', sign: 'heart', to: 'somber' },
      {
        words: 'Drank, drugs, gokken of gamen neemt het over',
        hint: 'Bij mij, of bij iemand in de familie',
        sign: 'help',
        to: 'verslaving',
      },
      suicide,
    ],
  },
  alleen: {
    asks: 'Veel alleen',
    themes: ['ontmoeten'],
    first: ['koffie', 'maatje', 'telefooncirkel', 'onlineKoffie', 'buurttuin', 'luisterlijn'],
  },
  somber: {
    asks: 'Somber, bang of gespannen',
    explains: 'Denkt u aan de dood? Bel 113, dag en nacht.',
    themes: ['psychisch'],
    first: [
      'herstel',
      'wandelgroep',
      'stresscursus',
      'rouwgroep',
      'korrelatie',
      'huisarts',
      'pohGgz',
      'kortePsycholoog',
    ],
  },
  verslaving: {
    asks: 'Drank, drugs, gokken of gamen',
    themes: ['verslaving'],
    first: [
      'inloopVerslaving',
      'zelfhulp',
      'minderDrinken',
      'jongGebruik',
      'familieVerslaving',
      'stoppenRoken',
      'behandelingVerslaving',
      'kliniek',
    ],
  },
}
