/** How contact with a resident is safe, in the order in which somebody who is about to call needs it. */
import type { Person } from '../../api/matters/schema.ts'

/** The first sentence says whether one may call at all; what is not known is said as the careful choice. */
export function safeCallWords(person: Person): [string, ...string[]] {
  const { mayCall, callWhen, voicemail, interpreter, wheelchair } = person
  const also = [
    interpreter ? `Tolk nodig: ${interpreter}.` : 'Geen tolk nodig.',
    ...(wheelchair ? ['Komt met een rolstoel.'] : []),
  ]
  if (!mayCall) {
    return ['Niet bellen.', callWhen ? `Wel zo: ${callWhen}.` : 'Overleg met de verzender hoe het wel kan.', ...also]
  }
  return [
    'Bellen mag.',
    callWhen ? `Wanneer: ${callWhen}.` : 'Wanneer maakt niet uit.',
    voicemail ? 'Voicemail inspreken mag.' : 'Spreek geen voicemail in en stuur geen bericht.',
    ...also,
  ]
}
