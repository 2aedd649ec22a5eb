/** The work list: the lists with their counts, filters, what to do first on top, and what can be done from here. */
import { useEffect, useState } from 'preact/hooks'
import { type List, lists, type View, views, type WorkView } from '../../../api/matters/work-schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { session, workChanged } from '../../lib/session.ts'
import { homeOf } from '../../lib/ways.ts'
import { viewWords } from '../../lib/work-words.ts'
import { Loading, Unreachable } from '../../parts/Notice.tsx'
import { Sheets } from '../../parts/Sheets.tsx'
import { Filters } from './Filters.tsx'
import { Lines } from './Lines.tsx'
import { addressOf, isFiltered, nothing, queryOf, type Shown, viewIn } from './view.ts'

export default function WorkList({ names }: { names: Names }) {
  const [shown, setShown] = useState<Shown>(() => viewIn(location.search))
  const [found, setFound] = useState<WorkView | null>(null)
  const [answer, setAnswer] = useState<Answer<WorkView> | null>(null)
  /** The view that the answer is of: while another is on its way, what stands there is not it. */
  const [answered, setAnswered] = useState('')

  async function read(asked: Shown) {
    const who = await session()
    if (who.ok && !who.value.byLink && !who.value.may.includes('work.read')) return location.replace(homeOf(who.value))
    const next: Answer<WorkView> = who.ok ? await ask<WorkView>('GET', `/work?${queryOf(asked, { paged: true })}`) : who
    if (addressOf(asked) !== addressOf(viewIn(location.search))) return
    setAnswer(next)
    setAnswered(addressOf(asked))
    if (next.ok) workChanged(isFiltered(asked) ? null : next.value.counts)
  }

  useEffect(() => {
    const follow = () => setShown(viewIn(location.search))
    // Somebody comes back to this tab: what they see must be now.
    const look = () => document.visibilityState === 'visible' && void read(viewIn(location.search))
    addEventListener('popstate', follow)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('popstate', follow)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])

  const address = addressOf(shown)
  useEffect(() => {
    setFound(null)
    void read(shown)
  }, [address])

  const view = answer?.ok ? answer.value : null
  const isNow = view !== null && answered === address
  useEffect(() => {
    const count = view ? ` (${view.total})` : ''
    document.title = document.title.replace(/^.*?(?= - Voordeur)/, `${viewWords[shown.list].name}${count}`)
  }, [shown.list, view])

  function show(next: Shown) {
    history.pushState(null, '', addressOf(next))
    setShown(next)
  }
  function choose(event: MouseEvent, list: View) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    show({ ...shown, list, page: 1 })
  }

  return (
    <>
      <nav class="vd-tabs" aria-label="Lijsten">
        <ul role="list">
          {views.map((each) => (
            <li key={each}>
              <a
                href={addressOf({ ...shown, list: each, page: 1 })}
                aria-current={each === shown.list && !found ? 'page' : undefined}
                class={each === 'overdue' && view && view.counts.overdue > 0 ? 'vd-tabs__late' : undefined}
                onClick={(event) => choose(event, each)}
              >
                {viewWords[each].name}
                {isCounted(each) && <span class="vd-tabs__count">{view ? view.counts[each] : '…'}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters shown={shown} view={view} names={names} onShow={show} onFound={setFound} isFound={found !== null} />
      <section aria-labelledby="lijst" aria-busy={!isNow}>
        <h2 id="lijst" class="vd-hidden">
          {found ? 'Gevonden' : viewWords[shown.list].name}
        </h2>
        {!answer && <Loading what="Uw werklijst" />}
        {answer && !answer.ok && <Unreachable problem={answer.problem} retry={() => void read(shown)} />}
        {found && (
          <Lines view={found} shown={shown} names={names} onChanged={() => void read(shown)} onPage={() => undefined} />
        )}
        {!found && view && isNow && view.total > 0 && (
          <Lines
            key={address}
            view={view}
            shown={shown}
            names={names}
            onChanged={() => void read(shown)}
            onPage={(page) => show({ ...shown, page })}
          />
        )}
        {!found && view && isNow && view.total === 0 && <Empty shown={shown} counts={view.counts} onShow={show} />}
      </section>
      {shown.list === 'mine' && view && <Sheets names={names} />}
    </>
  )
}

const isCounted = (view: View): view is List => (lists as readonly View[]).includes(view)

type EmptyProps = { shown: Shown; counts: WorkView['counts']; onShow: (next: Shown) => void }

function Empty({ shown, counts, onShow }: EmptyProps) {
  const { list } = shown
  if (isFiltered(shown)) {
    return (
      <div class="vd-empty">
        <p class="vd-empty__title">Niets gevonden met dit filter.</p>
        <p>
          <button
            type="button"
            class="nl-button nl-button--secondary"
            onClick={() => onShow({ ...shown, ...nothing, page: 1 })}
          >
            Filter weghalen
          </button>
        </p>
      </div>
    )
  }
  return (
    <div class="vd-empty">
      <p class="vd-empty__title">{viewWords[list].empty}</p>
      <p>{viewWords[list].help}</p>
      {list === 'mine' && counts.team > 0 && (
        <p>
          <a class="nl-link" href={addressOf({ ...shown, list: 'team', page: 1 })}>
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
