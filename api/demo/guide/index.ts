/**
 * The guide of the demo, for who does not know the word. Short words, four choices at most, three questions at most. An
 * end names the services that help most people who come there, and the themes under which there is more.
 */
import { arrange } from './arrange.ts'
import { care } from './care.ts'
import { feeling } from './feeling.ts'
import { home } from './home.ts'
import { safety } from './safety.ts'
import type { Steps } from './step.ts'

export const guide: Steps = {
  start: {
    asks: 'Wat speelt er bij u?',
    explains: 'Kies wat er het meest op lijkt. Het hoeft niet precies te kloppen.',
    choices: [
      { words: 'Ik ben niet veilig, of iemand anders is niet veilig', sign: 'shield', to: 'niet-veilig' },
      {
        words: 'Geld, werk, post of regels',
        hint: 'Rekeningen, een baan, brieven, bezwaar',
        sign: 'euro',
        to: 'regelen',
      },
      {
        words: 'Mijn gezin, mijn huis of mijn gezondheid',
        hint: 'Kinderen, wonen, hulp en zorg',
        sign: 'house',
        to: 'thuis',
      },
      { words: 'Ik voel me niet goed, of ik ben veel alleen', sign: 'heart', to: 'gevoel' },
    ],
  },
  ...safety,
  ...arrange,
  ...home,
  ...care,
  ...feeling,
}
