/** Why a text was refused: what was found in it, and that the resident stays unknown. */
import type { Problem } from '../../lib/api.ts'
import { foundWords } from '../../lib/consult-words.ts'
import { Notice } from '../../parts/Notice.tsx'

const list = new Intl.ListFormat('nl-NL', { type: 'conjunction' })

export function Found({ problem }: { problem: Problem | null }) {
  const found = new Set((problem?.faults ?? []).flatMap(({ code }) => foundWords[code] ?? []))
  if (found.size === 0) return null
  return (
    <Notice tone="warning" title={`Gevonden in uw tekst: ${list.format(found)}.`}>
      <p>Bij sparren blijft de inwoner onbekend. Haal dit weg en verstuur daarna opnieuw. Er is nog niets verstuurd.</p>
    </Notice>
  )
}
