/** How contact is safe, in one line on every card from which somebody calls the resident. */
import type { Person } from '../../../api/matters/schema.ts'
import { safeCallWords } from '../../lib/safe-call.ts'

/** Nothing where it is not (yet) ours to see who it is. */
export function SafeCall({ person }: { person: Person | null }) {
  if (!person) return null
  const [first, ...rest] = safeCallWords(person)
  return (
    <p class={`vd-call${person.mayCall ? '' : ' vd-call--no'}`}>
      <strong>{first}</strong>{' '}
      {person.mayCall && person.phone && <a href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}>{person.phone}</a>}{' '}
      {rest.join(' ')}
    </p>
  )
}
