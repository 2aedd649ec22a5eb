/** Fields that more than one command asks for. */
import type { Choice } from '../../../lib/words.ts'
import { type Context, type Field, isLastOpen } from './fields.ts'

/** Those of one's own organisation, oneself first. */
export function colleagueChoices({ who, colleagues }: Context): Choice[] {
  const self = { code: who.userId, label: `Ikzelf (${who.name})` }
  const others = colleagues.filter((each) => each.id !== who.userId).map(({ id, name }) => ({ code: id, label: name }))
  return [self, ...others]
}

/** Asked only when nothing else of the matter is open after this. */
export const nextField: Field = {
  kind: 'next',
  label: 'Hierna is er niets meer open. Wat gebeurt er nu?',
  when: (_, context) => isLastOpen(context),
}
