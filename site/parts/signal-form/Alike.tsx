/** What runs already about somebody of this name: of one's own organisation only, and before it is sent. */
import { useEffect, useState } from 'preact/hooks'
import type { AlikeView } from '../../../api/signals/sheet-schema.ts'
import { ask } from '../../lib/api.ts'
import { dayOf, formatDay } from '../../lib/dates.ts'
import { signalStates } from '../../lib/signal-words.ts'
import { Notice } from '../Notice.tsx'

const PAUSE_MS = 700

export function Alike({ name, sheetId }: { name: string; sheetId: string | null }) {
  const [alike, setAlike] = useState<AlikeView | null>(null)
  useEffect(() => {
    const asked = name.trim()
    if (asked.length < 3) return setAlike(null)
    let stale = false
    const pause = setTimeout(async () => {
      const answer = await ask<AlikeView>('POST', '/signals/alike', { name: asked, ...(sheetId && { sheetId }) })
      if (!stale) setAlike(answer.ok ? answer.value : null)
    }, PAUSE_MS)
    return () => {
      stale = true
      clearTimeout(pause)
    }
  }, [name])

  return <div role="status">{alike && <Running alike={alike} />}</div>
}

function Running({ alike: { matters, sheets } }: { alike: AlikeView }) {
  if (matters.length + sheets === 0) return null
  return (
    <Notice tone="warning" title="Er loopt al iets van uw organisatie over iemand met deze naam.">
      <ul>
        {matters.map((matter) => (
          <li key={matter.id}>
            <a class="nl-link" href={`/werk/hulpvraag/#${matter.id}`} target="_blank" rel="noopener">
              Hulpvraag {matter.reference}
              <span class="vd-hidden"> (opent in een nieuw tabblad)</span>
            </a>
            , {formatDay(dayOf(new Date(matter.sentAt)))}
            {matter.to && `, naar ${matter.to.desk?.name ?? matter.to.organization.name}`}
            {matter.status && `, ${signalStates[matter.status]}`}
          </li>
        ))}
        {sheets > 0 && <li>{sheets === 1 ? 'Een concept' : `${sheets} concepten`} dat nog niet is verstuurd.</li>}
      </ul>
      <p>Gaat het om dezelfde persoon? Stuur dan geen tweede signaal, maar bel het team of beantwoord de vraag.</p>
    </Notice>
  )
}
