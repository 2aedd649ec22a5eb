/** The bar under a long form: finish it, keep it, throw it away, and what became of the last of these. */
import { Discard } from './Discard.tsx'
import { StillEmpty } from './StillEmpty.tsx'
import type { Draft } from './draft-form.ts'

type Props = {
  path: string
  label: string
  busyLabel: string
  busy: '' | 'saving' | 'finishing'
  kept: string
  draft: Draft | null
  /** What is still empty, in the order of the form. */
  left: readonly { id: string; label: string }[]
  onKeep: () => void
  onGone: () => void
}

export const SaveBar = ({ path, label, busyLabel, busy, kept, draft, left, onKeep, onGone }: Props) => (
  <div class="vd-save-bar">
    <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy !== ''}>
      {busy === 'finishing' ? busyLabel : label}
    </button>
    <StillEmpty left={left} />
    <button type="button" class="nl-button nl-button--secondary" onClick={onKeep}>
      Concept bewaren
    </button>
    {draft && <Discard path={`${path}/${draft.id}`} version={draft.version} onGone={onGone} />}
    <p role="status">{busy === 'saving' ? 'Bezig met bewaren…' : kept}</p>
  </div>
)
