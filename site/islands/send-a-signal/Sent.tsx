/** It is sent: where it stands now, who is responsible, and what happens next. */
import { useEffect, useRef } from 'preact/hooks'
import type { MatterView } from '../../../api/matters/schema.ts'
import type { Names } from '../../lib/names.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { nameOf } from '../../parts/sides.ts'

export function Sent({ matter, names }: { matter: MatterView; names: Names }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    document.title = document.title.replace(/^.*?(?= - Voordeur)/, 'Signaal verzonden')
  }, [])

  const signal = matter.signals.find((each) => each.status === 'sent')
  return (
    <div class="vd-sent">
      <h2 ref={heading} tabIndex={-1} class="nl-heading nl-heading--level-2">
        Uw signaal is verzonden
      </h2>
      <p>
        Hulpvraag <span class="vd-reference">{matter.reference}</span>: {names.themes[matter.theme] ?? matter.theme}
        {matter.place && `, ${names.places[matter.place] ?? matter.place}`}.
      </p>
      <ol class="vd-steps">
        <li>
          <strong>Nu:</strong> het signaal staat bij {signal ? nameOf(signal.to) : 'de ontvanger'}. Tot het is opgepakt,
          blijft u verantwoordelijk.
        </li>
        {signal?.dueBy && (
          <li>
            <strong>Daarna:</strong> het team pakt het op, of stuurt het terug. Uiterlijk{' '}
            <Deadline due={signal.dueBy} />.
          </li>
        )}
        <li>
          <strong>Altijd:</strong> u hoort wat eruit kwam. Dat ziet u in uw werklijst.
        </li>
      </ol>
      <p class="vd-actions">
        <a class="nl-button nl-button--primary" href={`/werk/hulpvraag/#${matter.id}`}>
          Bekijk de hulpvraag
        </a>
        <a class="nl-button nl-button--secondary" href="/werk/">
          Naar de werklijst
        </a>
      </p>
    </div>
  )
}
