/** The work list: four lists with their counts, what to do first on top. */
import { useEffect, useState } from 'preact/hooks'
import type { List, WorkItem, WorkView } from '../../../api/matters/work-schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { listWords } from '../../lib/matter-words.ts'
import type { Names } from '../../lib/names.ts'
import { session, workChanged } from '../../lib/session.ts'
import { Loading, Unreachable } from '../../parts/Notice.tsx'
import { inOrder } from './sort.ts'
import { Row } from './Row.tsx'

const lists = Object.keys(listWords) as List[]

function listInAddress(): List {
  const asked = new URLSearchParams(location.search).get('lijst')
  return lists.find((list) => list === asked) ?? 'mine'
}

export default function WorkList({ names }: { names: Names }) {
  const [list, setList] = useState<List>(listInAddress)
  const [answer, setAnswer] = useState<Answer<WorkView> | null>(null)

  async function read(asked: List) {
    const who = await session()
    const next: Answer<WorkView> = who.ok ? await ask<WorkView>('GET', `/work?list=${asked}`) : who
    if (asked !== listInAddress()) return
    setAnswer(next)
    if (next.ok) workChanged(next.value.counts)
  }

  useEffect(() => {
    const follow = () => setList(listInAddress())
    // Somebody comes back to this tab: what they see must be now.
    const look = () => document.visibilityState === 'visible' && void read(listInAddress())
    addEventListener('popstate', follow)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('popstate', follow)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])

  useEffect(() => {
    void read(list)
  }, [list])

  const view = answer?.ok ? answer.value : null
  useEffect(() => {
    const count = view ? ` (${view.counts[list]})` : ''
    document.title = document.title.replace(/^.*?(?= - Voordeur)/, `${listWords[list].name}${count}`)
  }, [list, view])

  function choose(event: MouseEvent, chosen: List) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    history.pushState(null, '', addressOf(chosen))
    setList(chosen)
  }

  return (
    <>
      <nav class="vd-tabs" aria-label="Lijsten">
        <ul role="list">
          {lists.map((each) => (
            <li key={each}>
              <a
                href={addressOf(each)}
                aria-current={each === list ? 'page' : undefined}
                class={each === 'overdue' && view && view.counts.overdue > 0 ? 'vd-tabs__late' : undefined}
                onClick={(event) => choose(event, each)}
              >
                {listWords[each].name}
                <span class="vd-tabs__count">{view ? view.counts[each] : '…'}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="lijst" aria-busy={!view || view.list !== list}>
        <h2 id="lijst" class="vd-hidden">
          {listWords[list].name}
        </h2>
        {!answer && <Loading what="Uw werklijst" />}
        {answer && !answer.ok && <Unreachable problem={answer.problem} retry={() => void read(list)} />}
        {view && view.list === list && <Items view={view} names={names} />}
      </section>
    </>
  )
}

const addressOf = (list: List) => (list === 'mine' ? '/werk/' : `/werk/?lijst=${list}`)

function Items({ view, names }: { view: WorkView; names: Names }) {
  const now = new Date()
  if (view.items.length === 0) return <Empty list={view.list as List} counts={view.counts} />
  const groups = inOrder(view.items, now)
  return (
    <>
      <p class="vd-list-summary" role="status">
        {summary(view.items, groups[0]?.name === 'Eerst doen' ? groups[0].items.length : 0)}
      </p>
      <table class="vd-work">
        <caption class="vd-hidden">{listWords[view.list as List].name}, wat het eerst moet bovenaan</caption>
        <thead>
          <tr>
            <th scope="col">Hulpvraag</th>
            <th scope="col">Stand</th>
            <th scope="col">Van en naar</th>
            <th scope="col">Termijn</th>
            <th scope="col">Wie</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.name}>
            <tr class="vd-work__group">
              <th colSpan={5} scope="rowgroup">
                {group.name} <span class="vd-work__group-count">({group.items.length})</span>
              </th>
            </tr>
            {group.items.map((item) => (
              <Row key={`${item.kind}-${item.id}`} item={item} names={names} now={now} />
            ))}
          </tbody>
        ))}
      </table>
    </>
  )
}

function summary(items: readonly WorkItem[], first: number): string {
  const total = items.length === 1 ? '1 hulpvraag.' : `${items.length} hulpvragen.`
  if (first === 0) return `${total} Niets hoeft vandaag.`
  const acute = items.filter((item) => item.urgency === 'acute').length
  const late = items.filter((item) => item.overdue).length
  const parts = [acute > 0 ? `${acute} acuut` : '', late > 0 ? `${late} te laat` : ''].filter(Boolean)
  return `${total} Eerst doen: ${first}${parts.length > 0 ? `, waarvan ${parts.join(' en ')}` : ''}.`
}

function Empty({ list, counts }: { list: List; counts: WorkView['counts'] }) {
  return (
    <div class="vd-empty">
      <p class="vd-empty__title">{listWords[list].empty}</p>
      <p>{listWords[list].help}</p>
      {list === 'mine' && counts.team > 0 && (
        <p>
          <a class="nl-link" href={addressOf('team')}>
            Bekijk wat op uw team wacht ({counts.team})
          </a>
        </p>
      )}
      {(list === 'mine' || list === 'others') && (
        <p>
          <a class="nl-link" href="/werk/signaal/">
            Een signaal sturen
          </a>
        </p>
      )}
    </div>
  )
}
