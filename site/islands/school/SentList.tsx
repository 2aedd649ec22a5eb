/** What the school sent in the last year and what became of it; which of them is shown stands in the address. */
import { useState } from 'preact/hooks'
import type { SentItem } from '../../../api/signals/schema.ts'
import { dayOf, formatDay } from '../../lib/dates.ts'
import type { Names } from '../../lib/names.ts'
import { becameWords } from '../../lib/school-words.ts'
import { Deadline } from '../../parts/Deadline.tsx'

const shown = {
  lopend: { name: 'Loopt nog', has: (item: SentItem) => !item.closed },
  afgerond: { name: 'Afgerond', has: (item: SentItem) => item.closed },
  alles: { name: 'Alles', has: () => true },
} as const
type Shown = keyof typeof shown
const keys = Object.keys(shown) as Shown[]

const inAddress = (): Shown => {
  const asked = new URLSearchParams(location.search).get('lijst')
  return keys.find((key) => key === asked) ?? 'lopend'
}

export function SentList({ items, names }: { items: readonly SentItem[]; names: Names }) {
  const [which, setWhich] = useState<Shown>(inAddress)
  const found = items.filter(shown[which].has)

  function choose(event: MouseEvent, key: Shown) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    history.replaceState(null, '', addressOf(key))
    setWhich(key)
  }

  return (
    <section aria-labelledby="verzonden" class="vd-list-section">
      <h2 id="verzonden" class="nl-heading nl-heading--level-2">
        Uw signalen, en wat ervan kwam
      </h2>
      <nav class="vd-tabs" aria-label="Welke signalen">
        <ul role="list">
          {keys.map((key) => (
            <li key={key}>
              <a
                href={addressOf(key)}
                aria-current={key === which ? 'page' : undefined}
                onClick={(event) => choose(event, key)}
              >
                {shown[key].name}
                <span class="vd-tabs__count">{items.filter(shown[key].has).length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {found.length === 0 ? (
        <p role="status">Hier staat nu niets.</p>
      ) : (
        <table class="vd-work">
          <caption class="vd-hidden">{shown[which].name}, het nieuwste bovenaan</caption>
          <thead>
            <tr>
              <th scope="col">Signaal</th>
              <th scope="col">Wat ervan kwam</th>
              <th scope="col">Naar</th>
              <th scope="col">Verzonden</th>
            </tr>
          </thead>
          <tbody>
            {found.map((item) => (
              <Line key={item.id} item={item} names={names} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const addressOf = (key: Shown) => (key === 'lopend' ? '/werk/school/' : `/werk/school/?lijst=${key}`)

const Line = ({ item, names }: { item: SentItem; names: Names }) => (
  <tr class={item.urgency === 'acute' ? 'vd-work__acute' : undefined}>
    <th scope="row" class="vd-work__what">
      <a href={`/werk/hulpvraag/#${item.matterId}`}>{aboutOf(item, names)}</a>
      <span class="vd-work__reference">
        Hulpvraag <span class="vd-reference">{item.reference}</span>
      </span>
    </th>
    <td data-label="Wat ervan kwam">
      <span>{becameWords(item)}</span>
      {item.unread > 0 && (
        <>
          {' '}
          <span class="vd-unread">nieuw bericht</span>
        </>
      )}
      {item.feedback && <span class="vd-said vd-said--short">{item.feedback}</span>}
      {item.status === 'sent' && item.dueBy && (
        <span class="vd-deadline">
          {' '}
          op te pakken <Deadline due={item.dueBy} />
        </span>
      )}
    </td>
    <td data-label="Naar">{item.to.desk?.name ?? item.to.organization.name}</td>
    <td data-label="Verzonden">{formatDay(dayOf(new Date(item.sentAt)))}</td>
  </tr>
)

/** Whom it is about while that may still be seen, and what it is about. */
export function aboutOf(item: Pick<SentItem, 'name' | 'subject' | 'theme'>, names: Names): string {
  const who = item.subject === 'group' ? 'Een groep' : item.name
  return [who, names.themes[item.theme] ?? item.theme].filter(Boolean).join(', ')
}
