/** What teams asked the school and nobody answered yet: first on the page, for somebody is waiting. */
import type { SentItem } from '../../../api/signals/schema.ts'
import type { Names } from '../../lib/names.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { nameOf } from '../../parts/sides.ts'
import { aboutOf } from './SentList.tsx'

export function Questions({ items, names }: { items: readonly SentItem[]; names: Names }) {
  const asked = items.filter((item) => item.status === 'waiting')
  return (
    <section aria-labelledby="vragen" class="vd-list-section">
      <h2 id="vragen" class="nl-heading nl-heading--level-2">
        Vragen aan u ({asked.length})
      </h2>
      {asked.length === 0 ? (
        <p>Er wacht geen vraag op u.</p>
      ) : (
        <ul class="vd-asked" role="list">
          {asked.map((item) => (
            <li key={item.id}>
              <p>
                <strong>{aboutOf(item, names)}</strong>, van {nameOf(item.to)}
                {item.dueBy && (
                  <>
                    {' '}
                    (antwoord <Deadline due={item.dueBy} />)
                  </>
                )}
              </p>
              <p class="vd-said">{item.question}</p>
              <p>
                <a class="nl-button nl-button--secondary" href={`/werk/hulpvraag/#${item.matterId}`}>
                  Beantwoorden<span class="vd-hidden">: {item.reference}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
