/** The bar that is always in sight: send, what is still empty with the way to it, and whether all of it is kept. */
import { useState } from 'preact/hooks'
import type { Fault } from '../../../api/errors.ts'
import { Dialog } from '../Dialog.tsx'
import { StillEmpty } from '../StillEmpty.tsx'
import { fields, stillToAsk } from './typed.ts'

type Props = {
  label: string
  busy: boolean
  left: readonly Fault[]
  kept: { tone: string; words: string }
  onDiscard: (() => void) | null
}

export function Bar({ label, busy, left, kept, onDiscard }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <div class="vd-save-bar vd-save-bar--always">
      <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
        {busy ? 'Bezig met versturen…' : label}
      </button>
      <StillEmpty
        left={stillToAsk(left).flatMap((fault) => fields.find(({ pointer }) => pointer === fault.pointer) ?? [])}
      />
      {onDiscard && (
        <button type="button" class="nl-button nl-button--subtle" onClick={() => setAsking(true)}>
          Concept weggooien
        </button>
      )}
      <p role="status" class={kept.tone === 'not' ? 'vd-kept vd-kept--not' : 'vd-kept'}>
        {kept.words}
      </p>
      {asking && (
        <Dialog id="weggooien" title="Dit concept weggooien?" onClose={() => setAsking(false)}>
          <p>Wat u hebt geschreven, is dan weg. Er is nog niets verstuurd.</p>
          <p class="vd-actions">
            <button type="button" class="nl-button nl-button--negative" onClick={() => onDiscard?.()}>
              Weggooien
            </button>
            <button type="button" class="nl-button nl-button--secondary" onClick={() => setAsking(false)}>
              Bewaren
            </button>
          </p>
        </Dialog>
      )}
    </div>
  )
}
