/** The words of search: editors try a question, see what helped nobody, and keep the list; administrators switch counting. */
import { useEffect, useState } from 'preact/hooks'
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { Answer } from '../../lib/api.ts'
import { session } from '../../lib/session.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { Counting } from './Counting.tsx'
import { Gaps } from './Gaps.tsx'
import { Try } from './Try.tsx'
import { Words } from './Words.tsx'

export default function SearchWords() {
  const [who, setWho] = useState<Answer<SessionView> | null>(null)
  /** What was changed in one part shows in the others. */
  const [changed, setChanged] = useState(0)
  const read = () => void session().then(setWho)
  useEffect(read, [])

  if (!who) return <Loading what="Deze pagina" />
  if (!who.ok) return <Unreachable problem={who.problem} retry={read} />
  const { roles } = who.value
  const edits = roles.includes('chief_editor')
  const switches = roles.includes('administrator')
  if (!edits && !switches) {
    return (
      <Notice tone="info" title="Deze pagina is voor de hoofdredacteur van de sociale kaart.">
        <p>Mist u een woord? Vraag het de hoofdredacteur van uw gemeente.</p>
      </Notice>
    )
  }
  return (
    <>
      {edits && (
        <>
          <Try />
          <Gaps changed={changed} onChanged={() => setChanged((count) => count + 1)} />
          <Words changed={changed} />
        </>
      )}
      {switches && <Counting />}
    </>
  )
}
