/** What can be done with the lines that were chosen, all at once. Stays in sight under the list. */
import type { WorkItem } from '../../../api/matters/work-schema.ts'
import { commandWords, type FromList } from '../../lib/work-words.ts'
import { openFromList } from './keys.ts'

type Props = {
  items: readonly WorkItem[]
  onCommand: (command: FromList, items: WorkItem[]) => void
  onNone: () => void
}

const many = ['take', 'accept', 'assign', 'redirect', 'conclude'] as const

export function BulkBar({ items, onCommand, onNone }: Props) {
  return (
    <div class="vd-bulk" role="region" aria-label="Gekozen hulpvragen">
      <p role="status">{items.length === 1 ? '1 gekozen' : `${items.length} gekozen`}</p>
      <p class="vd-actions">
        {many.map((command) => {
          const fit = items.filter((item) => openFromList(item).includes(command))
          if (fit.length === 0) return null
          return (
            <button
              key={command}
              type="button"
              class="nl-button nl-button--primary"
              onClick={() => onCommand(command, fit)}
            >
              {commandWords[command].name} ({fit.length})
            </button>
          )
        })}
        <button type="button" class="nl-button nl-button--subtle" onClick={onNone}>
          Niets kiezen
        </button>
      </p>
    </div>
  )
}
