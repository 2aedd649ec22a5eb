/** What our own screening meetings found of a signal; no other organisation reads it. */
import type { ScreeningView } from '../../../api/signals/schema.ts'
import { momentWords } from '../../lib/deadline.ts'
import { natureWords, screeningOutcomes, severityWords } from '../../lib/screening-words.ts'
import { urgencyWords } from '../../lib/signal-words.ts'
import { Facts } from './piece.tsx'

const yesNo = (yes: boolean) => (yes ? 'Ja' : 'Nee')

export function Screenings({ screenings }: { screenings: readonly ScreeningView[] }) {
  const [newest, ...older] = screenings
  if (!newest) return null
  return (
    <section class="vd-contact" aria-label="Screeningsoverleg">
      <h3 class="nl-heading nl-heading--level-3">Uit het screeningsoverleg</h3>
      <One screening={newest} />
      {older.length > 0 && (
        <details class="vd-unfold">
          <summary>Eerder besproken ({older.length})</summary>
          {older.map((screening) => (
            <One key={screening.at} screening={screening} />
          ))}
        </details>
      )}
    </section>
  )
}

const One = ({ screening }: { screening: ScreeningView }) => (
  <>
    <p>
      <strong>{screeningOutcomes[screening.outcome]}</strong>{' '}
      <time dateTime={screening.at}>{momentWords(screening.at)}</time>
    </p>
    <Facts
      facts={[
        ['Waar gaat het om?', natureWords[screening.nature]],
        ['Hoe ernstig?', severityWords[screening.severity]],
        ['Hoeveel spoed?', urgencyWords[screening.urgency]],
        ['Compleet?', yesNo(screening.complete)],
        ['De goede plek?', yesNo(screening.rightPlace)],
      ]}
    />
  </>
)
