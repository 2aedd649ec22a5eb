/** The weekly screening meeting: walks the queue signal by signal, records what the meeting found, and does what follows. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { MatterView } from '../../../api/matters/schema.ts'
import type { WorkItem, WorkView } from '../../../api/matters/work-schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { screeningOutcomes } from '../../lib/screening-words.ts'
import { session } from '../../lib/session.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { OneSignal } from './OneSignal.tsx'

/** What became of one record in this meeting. */
export type Screened = {
  reference: string
  outcome: keyof typeof screeningOutcomes
  matterId: string
  failed: string | null
}

const deskInAddress = () => new URLSearchParams(location.search).get('team') ?? ''

export default function Screening({ names }: { names: Names }) {
  const [queue, setQueue] = useState<Answer<WorkView> | null>(null)
  const [at, setAt] = useState(0)
  const [facts, setFacts] = useState<Answer<MatterView> | null>(null)
  const [screened, setScreened] = useState<Screened[]>([])
  const heading = useRef<HTMLHeadingElement>(null)

  async function read() {
    const who = await session()
    const desk = deskInAddress()
    setQueue(who.ok ? await ask<WorkView>('GET', `/work?list=team&status=sent${desk ? `&desk=${desk}` : ''}`) : who)
  }
  useEffect(() => void read(), [])

  const items = queue?.ok ? queue.value.items : []
  const item: WorkItem | undefined = items[at]
  useEffect(() => {
    setFacts(null)
    if (!item) return
    void ask<MatterView>('GET', `/matters/${item.matterId}`).then((answer) => {
      setFacts(answer)
      heading.current?.focus()
    })
  }, [item?.id])

  function next(done: Screened) {
    setScreened([...screened, done])
    setAt(at + 1)
  }

  if (!queue) return <Loading what="De wachtrij" />
  if (!queue.ok) return <Unreachable problem={queue.problem} retry={() => void read()} />
  if (items.length === 0) {
    return (
      <Notice tone="ok" title="De wachtrij is leeg.">
        <p>
          Er is niets om te bespreken. <a href="/werk/team/">Terug naar het team</a>
        </p>
      </Notice>
    )
  }
  const signal = facts?.ok && item ? facts.value.signals.find(({ id }) => id === item.id) : undefined
  return (
    <div class="vd-screening">
      <div class="vd-screening__progress">
        <p>
          {Math.min(at + 1, items.length)} van {items.length}
        </p>
        <progress max={items.length} value={at} aria-label="Besproken" />
      </div>
      {item && (
        <>
          <h2 class="nl-heading nl-heading--level-2" tabIndex={-1} ref={heading}>
            {names.themes[item.theme] ?? item.theme}
            {item.place && `, ${names.places[item.place] ?? item.place}`}{' '}
            <span class="vd-reference vd-quiet">{item.reference}</span>
          </h2>
          {!facts && <Loading what="Het signaal" />}
          {facts && !facts.ok && (
            <Unreachable
              problem={facts.problem}
              retry={() => next({ reference: item.reference, outcome: 'later', matterId: item.matterId, failed: null })}
            />
          )}
          {signal && <OneSignal key={item.id} item={item} signal={signal} onNext={next} />}
        </>
      )}
      {!item && <Summary screened={screened} />}
      {item && screened.length > 0 && <Summary screened={screened} />}
    </div>
  )
}

function Summary({ screened }: { screened: readonly Screened[] }) {
  return (
    <section aria-labelledby="besproken">
      <h2 id="besproken" class="nl-heading nl-heading--level-2">
        Besproken ({screened.length})
      </h2>
      <ul class="vd-results">
        {screened.map(({ reference, outcome, matterId, failed }) => (
          <li key={reference}>
            <a class="nl-link" href={`/werk/hulpvraag/#${matterId}`}>
              {reference}
            </a>
            : {screeningOutcomes[outcome]}
            {failed && `. ${failed}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
