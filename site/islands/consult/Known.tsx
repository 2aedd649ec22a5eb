/** Before a question is asked: what consultants already answered about this theme. */
import { useEffect, useState } from 'preact/hooks'
import type { GuidanceItem, GuidanceView } from '../../../api/guidance/schema.ts'
import { ask } from '../../lib/api.ts'
import { findGuidance } from '../../lib/guidance.ts'

const MOST = 3

export function Known({ theme }: { theme: string }) {
  const [items, setItems] = useState<GuidanceItem[]>([])
  useEffect(() => {
    void ask<GuidanceView>('GET', '/guidance').then((answer) => answer.ok && setItems(answer.value.checked))
  }, [])
  const found = theme ? findGuidance(items, { text: '', theme }) : []
  return (
    <div role="status">
      {found.length > 0 && (
        <section class="vd-sheets" aria-labelledby="bekend">
          <h2 id="bekend" class="nl-heading nl-heading--level-3">
            Staat het antwoord er al?
          </h2>
          {found.slice(0, MOST).map((item) => (
            <details key={item.id} class="vd-unfold">
              <summary>{item.question}</summary>
              <p class="vd-said">{item.answer}</p>
            </details>
          ))}
          {found.length > MOST && (
            <p>
              <a class="nl-link" href="/werk/sparren/adviezen/">
                Alle adviezen
              </a>
            </p>
          )}
        </section>
      )}
    </div>
  )
}
