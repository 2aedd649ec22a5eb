/** Which legal ground mostly fits a theme: proposed, shown with its article, and the sender's to change. */
import type { Basis } from '../../api/matters/schema.ts'

const grounds: Readonly<Record<string, Basis['ground']>> = {
  'geld-en-schulden': 'task_wgs',
  'werk-en-meedoen': 'task_participatie',
  'opgroeien-en-opvoeden': 'task_jeugdwet',
  'zorg-en-hulp-thuis': 'task_wmo',
  mantelzorg: 'task_wmo',
  'ontmoeten-en-eenzaamheid': 'task_wmo',
  'psychische-klachten': 'task_wmo',
  'leven-met-een-beperking': 'task_wmo',
}

/** Empty where no ground fits most signals: who sends it must think. */
export const groundOfTheme = (theme: string): Basis['ground'] | '' => grounds[theme] ?? ''
