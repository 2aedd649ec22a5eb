/** What was written in this meeting so far: which one is on screen, and what each still misses. */
import type { SheetView } from '../../../api/signals/sheet-schema.ts'
import type { Names } from '../../lib/names.ts'
import { aboutOf } from '../../parts/Sheets.tsx'
import { leftEmpty, type Typed } from '../../parts/signal-form/typed.ts'

type Props = {
  sheets: readonly SheetView[]
  current: string | null
  /** What is typed now, of the one on screen. */
  live: Typed | null
  names: Names
  sent: number
  onShow: (id: string | null) => void
  onLook: () => void
}

export function SheetList({ sheets, current, live, names, sent, onShow, onLook }: Props) {
  const known = sheets.some(({ id }) => id === current)
  const rows = [
    ...sheets.map((sheet) => ({ id: sheet.id, typed: sheet.id === current && live ? live : sheet.typed })),
    ...(known || !live ? [] : [{ id: current ?? '', typed: live }]),
  ]
  return (
    <nav class="vd-sitting__list" aria-label="Signalen in dit overleg">
      <ol role="list">
        {rows.map(({ id, typed }) => {
          const left = leftEmpty(typed, null).length
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={id === (current ?? '') ? 'true' : undefined}
                onClick={() => onShow(id)}
              >
                <span>{aboutOf({ typed }, names)}</span>
                <span class="vd-hint">{left === 0 ? 'compleet' : `nog ${left} in te vullen`}</span>
              </button>
            </li>
          )
        })}
      </ol>
      {sent > 0 && <p class="vd-hint">{sent === 1 ? '1 signaal is verstuurd.' : `${sent} signalen zijn verstuurd.`}</p>}
      <button type="button" class="nl-button nl-button--secondary" onClick={onLook}>
        Nakijken en versturen
      </button>
    </nav>
  )
}
