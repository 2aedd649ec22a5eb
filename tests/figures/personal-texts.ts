/** Done 9 of issue 5: what names a person in free text is refused by its kind, and what only looks like it is not. */
import { holdsBsn, personalDataIn, type PersonalKind } from '../../api/text.ts'
import { namedTexts, personalTexts, THIS_YEAR } from '../cases/personal-texts.ts'
import { type Count, counting, type Figure } from './figure.ts'

const TEXTS = 10_000
const SEED = 20_261_125
const NAMES = 1_000

function tried(find: (text: string, thisYear: number) => readonly PersonalKind[]): Count {
  const count = counting()
  const missed = new Map<PersonalKind, number>()
  let alarms = 0
  for (const { text, kind } of personalTexts(TEXTS, SEED)) {
    const found = find(text, THIS_YEAR)
    const held = kind ? found.includes(kind) : found.length === 0
    if (!held && kind) missed.set(kind, (missed.get(kind) ?? 0) + 1)
    if (!held && !kind) alarms += 1
    count.hold(held, `${kind ? `missed ${kind}` : `false alarm ${found.join()}`}: ${text}`)
  }
  const total = [...missed.values()].reduce((sum, each) => sum + each, 0)
  const kinds = [...missed].map(([kind, times]) => `${kind} ${times}`).join(', ')
  const misses = `${total} missed of ${TEXTS / 2}${kinds && ` (${kinds})`}`
  // Nothing promises to know a name; how much of that is missed is told all the same.
  const noticed = namedTexts(NAMES, SEED).filter((text) => find(text, THIS_YEAR).length > 0).length
  const names = `of ${NAMES} texts with only a name ${noticed} noticed`
  return { ...count, more: `${misses}, ${alarms} false alarms of ${TEXTS / 2}, ${names}, seed ${SEED}` }
}

export const personalTextsFound: Figure = {
  id: 'personal-texts',
  what: 'texts with a BSN, phone number, e-mail, postcode with number or birth date are refused by that name, others not',
  run: () => Promise.resolve(tried(personalDataIn)),
  control: () =>
    Promise.resolve({
      broke: 'only the BSN is looked for',
      ...tried((text) => (holdsBsn(text) ? ['bsn'] : [])),
    }),
}
