/** One matter: who is responsible, what can be done now, everything that was said and happened. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ColleaguesView, SessionView } from '../../../api/accounts/schema.ts'
import type { MatterView } from '../../../api/matters/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import type { Desk } from '../../lib/desks.ts'
import { useFragment } from '../../lib/fragment.ts'
import type { Names } from '../../lib/names.ts'
import { session, workChanged } from '../../lib/session.ts'
import { Looking } from '../../parts/Looking.tsx'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { Alarms } from './Alarms.tsx'
import { Head } from './Head.tsx'
import { Heard } from './Heard.tsx'
import { MatterActions } from './MatterActions.tsx'
import { desksAfterNo } from './NextDesk.tsx'
import { People } from './People.tsx'
import { SignalCard } from './SignalCard.tsx'
import { Timeline } from './Timeline.tsx'
import { TransferCard } from './TransferCard.tsx'

type Facts = {
  matter: MatterView
  who: SessionView
  colleagues: ColleaguesView['colleagues']
  /** Who could be asked after no; empty while nobody has to be. */
  desks: readonly Desk[]
}

export default function OneMatter({ names }: { names: Names }) {
  const [id] = useFragment()
  const [facts, setFacts] = useState<Facts | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [told, setTold] = useState<{ text: string; at: number } | null>(null)
  const asked = useRef(id)

  async function read() {
    asked.current = id
    const who = await session()
    if (!who.ok) return setProblem(who.problem)
    const [matter, colleagues] = await Promise.all([
      ask<MatterView>('GET', `/matters/${encodeURIComponent(id)}`),
      ask<ColleaguesView>('GET', '/colleagues'),
    ])
    if (asked.current !== id) return
    if (!matter.ok) {
      setFacts(null)
      return setProblem(matter.problem)
    }
    const desks = await desksAfterNo(matter.value)
    if (asked.current !== id) return
    setProblem(null)
    setFacts({
      matter: matter.value,
      who: who.value,
      colleagues: colleagues.ok ? colleagues.value.colleagues : [],
      desks,
    })
    if (matter.value.feedbackLines.some((line) => line.unread)) await markRead(id)
  }

  useEffect(() => {
    setFacts(null)
    setTold(null)
    if (id === '') return location.replace('/werk/')
    void read()
  }, [id])

  useEffect(() => {
    if (facts) document.title = document.title.replace(/^.*?(?= - Voordeur)/, `Hulpvraag ${facts.matter.reference}`)
  }, [facts])

  useEffect(() => {
    // From the top one sees what was done, what stands open now, and the way on.
    if (told) scrollTo({ top: 0, behavior: 'instant' })
  }, [told])

  async function done(text: string) {
    setTold({ text, at: Date.now() })
    await read()
    workChanged()
  }

  if (problem) return <Gone problem={problem} told={told?.text ?? null} retry={() => void read()} />
  if (!facts) return <Loading what="De hulpvraag" />

  const { matter } = facts
  // What was heard stands on top while it is news, or while there is nothing to do here.
  const isNews = matter.feedbackLines.some(({ unread }) => unread) || matter.commands.length === 0
  const shared = { ...facts, names, onDone: (text: string) => void done(text), onStale: () => void read() }
  const signals = matter.signals.map((signal) => ({
    at: signal.createdAt,
    open: isOpen(signal.status),
    signal,
    transfer: null,
  }))
  const transfers = matter.transfers.map((transfer) => ({
    at: transfer.createdAt,
    open: isOpen(transfer.status),
    signal: null,
    transfer,
  }))
  const pieces = [...signals, ...transfers].sort((a, b) => Number(b.open) - Number(a.open) || b.at.localeCompare(a.at))
  return (
    <article class="vd-matter">
      <Head matter={matter} names={names} />
      <Looking matterId={matter.id} />
      {told && <Notice key={told.at} tone="ok" role="status" title={told.text} focus />}
      <div class="vd-matter__columns">
        <div class="vd-matter__main">
          <Alarms {...shared} />
          {isNews && <Heard matter={matter} />}
          {matter.nextAct && <MatterActions {...shared} />}
          {pieces.map(({ signal, transfer, open }, index) =>
            signal ? (
              <SignalCard key={signal.id} signal={signal} isFirst={open || index === 0} {...shared} />
            ) : (
              <TransferCard key={transfer.id} transfer={transfer} isFirst={open || index === 0} {...shared} />
            ),
          )}
          {!matter.nextAct && <MatterActions {...shared} />}
          {!isNews && <Heard matter={matter} />}
        </div>
        <aside class="vd-matter__side" aria-label="Om wie het gaat">
          <People matter={matter} />
        </aside>
        <div class="vd-matter__main">
          <Timeline matter={matter} />
        </div>
      </div>
    </article>
  )
}

export type Shared = Facts & { names: Names; onDone: (told: string) => void; onStale: () => void }

/** What was heard back is on screen now; the marks stay until the page is left. */
async function markRead(id: string) {
  const answer = await ask('POST', `/matters/${id}/feedback-read`)
  if (answer.ok) workChanged()
}

const over = ['returned', 'concluded', 'withdrawn', 'closed', 'declined', 'expired']
const isOpen = (status: string) => !over.includes(status)

type GoneProps = { problem: Problem; told: string | null; retry: () => void }

/** Not for these eyes: never was, or not any more because of what was just done here. */
function Gone({ problem, told, retry }: GoneProps) {
  if (problem.code !== 'matter.not_found') return <Unreachable problem={problem} retry={retry} />
  if (told) {
    return (
      <>
        <h1 class="nl-heading nl-heading--level-1">Niet meer bij u</h1>
        <Notice tone="ok" role="status" title={told} focus>
          <p>Uw organisatie is er nu niet meer bij betrokken. Daarom ziet u de hulpvraag niet meer.</p>
          <p>
            <a class="nl-link" href="/werk/">
              Terug naar de werklijst
            </a>
          </p>
        </Notice>
      </>
    )
  }
  return (
    <div class="vd-empty">
      <h1 class="vd-empty__title">Deze hulpvraag is er niet voor u</h1>
      <p>
        De hulpvraag bestaat niet, of uw organisatie is er niet meer bij betrokken. Dan kunt u de gegevens niet zien.
      </p>
      <p>
        <a class="nl-link" href="/werk/">
          Terug naar de werklijst
        </a>
      </p>
    </div>
  )
}
