/** What somebody was still writing, with the way back into it; nothing at all when there is none. */
import { useEffect, useState } from 'preact/hooks'
import type { SheetsView, SheetView } from '../../api/signals/sheet-schema.ts'
import { ask } from '../lib/api.ts'
import { dayOf, formatDate, formatDay } from '../lib/dates.ts'
import type { Names } from '../lib/names.ts'

const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' })

export function Sheets({ names }: { names: Names }) {
  const [sheets, setSheets] = useState<SheetView[]>([])
  useEffect(() => {
    void ask<SheetsView>('GET', '/sheets').then((answer) => answer.ok && setSheets(answer.value.sheets))
  }, [])
  if (sheets.length === 0) return null
  return (
    <section class="vd-sheets" aria-labelledby="concepten">
      <h2 id="concepten" class="nl-heading nl-heading--level-3">
        Nog niet verstuurd
      </h2>
      <ul role="list">
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            <a class="nl-link" href={addressOf(sheet)}>
              {aboutOf(sheet, names)}
            </a>
            , bewaard {whenOf(sheet.keptAt)}. Dit concept wordt op {formatDate(sheet.erasedOn)} gewist.
          </li>
        ))}
      </ul>
      <p class="vd-hint">Typt u er weer in? Dan bewaren wij het drie maanden langer.</p>
    </section>
  )
}

export const addressOf = ({ id, meetingId }: SheetView) =>
  meetingId ? `/werk/school/overleg/#${meetingId}/${id}` : `/werk/signaal/#concept/${id}`

/** Whom or what it is about, as far as that was typed. */
export const aboutOf = ({ typed }: Pick<SheetView, 'typed'>, names: Names): string =>
  [typed.subject === 'group' ? 'Een groep' : typed.name.trim(), names.themes[typed.theme]].filter(Boolean).join(', ') ||
  'Nieuw signaal'

function whenOf(at: string): string {
  const moment = new Date(at)
  const time = clock.format(moment).replace(':', '.')
  return dayOf(moment) === dayOf(new Date()) ? `om ${time}` : `op ${formatDay(dayOf(moment))} om ${time}`
}
