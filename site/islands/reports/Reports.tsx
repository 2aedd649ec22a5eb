/** Reports of errors on public pages, for editors: what is new, what is in hand, what was settled. */
import { useEffect, useState } from 'preact/hooks'
import type { ReportsView } from '../../../api/reports/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { reportLists } from '../../lib/report-words.ts'
import { session } from '../../lib/session.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { OneReport } from './OneReport.tsx'

const lists = [
  { status: 'new', key: 'new' },
  { status: 'in_hand', key: 'inHand' },
  { status: 'settled', key: 'settled' },
] as const

export default function Reports() {
  const [answer, setAnswer] = useState<Answer<ReportsView> | null>(null)
  const [done, setDone] = useState('')

  async function read(said = '') {
    const who = await session()
    setAnswer(who.ok ? await ask<ReportsView>('GET', '/reports') : who)
    setDone(said)
  }
  useEffect(() => {
    void read()
    // Somebody comes back to this tab, but never while they are writing.
    const look = () =>
      document.visibilityState === 'visible' && !document.querySelector('.vd-report-card form') && void read()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  if (!answer) return <Loading what="De lijst met meldingen" />
  if (!answer.ok) return <Unreachable problem={answer.problem} retry={() => void read()} />
  const view = answer.value
  return (
    <>
      {done && <Notice key={done} tone="ok" role="status" focus title={done} />}
      {lists.map(({ status, key }) => (
        <section key={key} aria-labelledby={`lijst-${key}`} class="vd-list-section">
          <h2 id={`lijst-${key}`} class="nl-heading nl-heading--level-2">
            {reportLists[status].name} ({view[key].length})
          </h2>
          {view[key].length === 0 && <p>{reportLists[status].empty}</p>}
          <ul class="vd-report-cards" role="list">
            {view[key].map((report) => (
              <li key={report.id}>
                <OneReport
                  key={`${report.id}-${report.version}`}
                  report={report}
                  eraseAfterDays={view.eraseAfterDays}
                  onDone={(said) => void read(said)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
