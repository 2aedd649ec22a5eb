/** What was agreed with a desk, before one asks it: how fast it answers, for whom, and what it needs. */
import type { Desk } from '../lib/desks.ts'
import { withinWords } from '../lib/agreement-words.ts'

export function Agreed({ desk: { agreement } }: { desk: Desk }) {
  if (!agreement) return null
  return (
    <div class="vd-desk__agreed">
      <p>
        <strong>Afgesproken: antwoord {withinWords(agreement.answerDays)}.</strong>
      </p>
      <p>Voor wie: {agreement.criteria}</p>
      <p>Wat nodig is: {agreement.needed}</p>
    </div>
  )
}
