/** Everything that happened, newest first. Who: the organisation, and within one's own the function. */
import type { EventView, MatterView } from '../../../api/matters/schema.ts'
import { momentWords } from '../../lib/deadline.ts'
import { eventWords } from '../../lib/matter-words.ts'

export function Timeline({ matter }: { matter: MatterView }) {
  const events = [...matter.timeline].sort((a, b) => b.at.localeCompare(a.at))
  if (events.length === 0) return null
  return (
    <section aria-labelledby="tijdlijn" class="vd-timeline">
      <h2 id="tijdlijn" class="nl-heading nl-heading--level-2">
        Wat er gebeurde
      </h2>
      <ol role="list">
        {events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at}>{momentWords(event.at)}</time>
            <span class="vd-timeline__what">{eventWords(event.type)}</span>
            <span class="vd-timeline__who">{whoOf(event)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function whoOf({ type, by, member }: EventView): string {
  if (type.startsWith('resident.')) return 'de inwoner'
  if (!by) return 'automatisch'
  if (by.isUs) return member ? `u: ${member}` : 'u'
  return by.name
}
