/** Looking over what was written before it goes out: what misses something, what runs already, and which to send. */
import { useState } from 'preact/hooks'
import type { DesksView } from '../../../api/desks/schema.ts'
import type { SignalMoved } from '../../../api/signals/schema.ts'
import type { SheetView } from '../../../api/signals/sheet-schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { workChanged } from '../../lib/session.ts'
import { urgencyWords } from '../../lib/signal-words.ts'
import { refusalWords } from '../../lib/words.ts'
import { Check } from '../../parts/Field.tsx'
import { aboutOf } from '../../parts/Sheets.tsx'
import { byForm, fields, inputOf, leftEmpty } from '../../parts/signal-form/typed.ts'

type Props = {
  sheets: readonly SheetView[]
  desks: DesksView['desks']
  names: Names
  sent: number
  onSent: () => void
  onShow: (id: string | null) => void
  onClose: () => void
}

export function Look({ sheets, desks, names, sent, onSent, onShow, onClose }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<ReadonlyMap<string, Problem>>(new Map())
  const [busy, setBusy] = useState(false)
  const isWhole = ({ typed }: SheetView) => leftEmpty(typed, null).length === 0
  const going = sheets.filter((sheet) => isWhole(sheet) && !left.has(sheet.id))

  /** One after the other: what is refused stays, and says why. */
  async function send() {
    if (busy) return
    setBusy(true)
    const problems = new Map<string, Problem>()
    for (const sheet of going) {
      const answer = await ask<SignalMoved>('POST', `/sheets/${sheet.id}/send`, {
        version: sheet.version,
        signal: inputOf(sheet.typed, null),
        alikeSeen: seen.has(sheet.id),
      })
      if (!answer.ok) problems.set(sheet.id, { ...answer.problem, faults: byForm(answer.problem.faults) })
    }
    setRefused(problems)
    setBusy(false)
    workChanged()
    onSent()
  }

  const toggle = (set: ReadonlySet<string>, id: string, on: boolean) => {
    const next = new Set(set)
    if (on) next.add(id)
    else next.delete(id)
    return next
  }
  return (
    <section aria-labelledby="nakijken" class="vd-list-section">
      <h2 id="nakijken" class="nl-heading nl-heading--level-2">
        Nakijken en versturen
      </h2>
      <p role="status">
        {sent > 0 && (sent === 1 ? '1 signaal is verstuurd. ' : `${sent} signalen zijn verstuurd. `)}
        {sheets.length === 0 ? 'Er wacht niets meer.' : ''}
      </p>
      <ul class="vd-asked" role="list">
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            {isWhole(sheet) ? (
              <Check
                id={`mee-${sheet.id}`}
                label={<strong>{aboutOf(sheet, names)}</strong>}
                value={!left.has(sheet.id)}
                onChange={(on) => setLeft(toggle(left, sheet.id, !on))}
              />
            ) : (
              <p>
                <strong>{aboutOf(sheet, names)}</strong>
              </p>
            )}
            <p>
              {urgencyWords[sheet.typed.urgency as keyof typeof urgencyWords] ?? 'spoed niet gekozen'}, naar{' '}
              {desks.find(({ id }) => id === sheet.typed.receiverDesk)?.name ?? 'nog geen team'}
            </p>
            {sheet.typed.noticed && <p class="vd-said">{sheet.typed.noticed}</p>}
            <Missing sheet={sheet} />
            <Why problem={refused.get(sheet.id)} />
            {refused.get(sheet.id)?.code === 'signal.alike' && (
              <Check
                id={`gezien-${sheet.id}`}
                label="Ik heb gezien wat er al loopt. Dit is iets anders of iemand anders."
                value={seen.has(sheet.id)}
                onChange={(on) => setSeen(toggle(seen, sheet.id, on))}
              />
            )}
            <p>
              <button type="button" class="nl-button nl-button--subtle" onClick={() => onShow(sheet.id)}>
                Aanpassen<span class="vd-hidden">: {aboutOf(sheet, names)}</span>
              </button>
            </p>
          </li>
        ))}
      </ul>
      <div class="vd-save-bar">
        {going.length > 0 && (
          <button type="button" class="nl-button nl-button--primary" aria-disabled={busy} onClick={() => void send()}>
            {busy
              ? 'Bezig met versturen…'
              : going.length === 1
                ? '1 signaal versturen'
                : `${going.length} signalen versturen`}
          </button>
        )}
        <button
          type="button"
          class={`nl-button nl-button--${going.length > 0 ? 'secondary' : 'primary'}`}
          onClick={onClose}
        >
          Overleg afsluiten
        </button>
        <button type="button" class="nl-button nl-button--subtle" onClick={() => onShow(null)}>
          Nog een signaal
        </button>
      </div>
    </section>
  )
}

function Missing({ sheet }: { sheet: SheetView }) {
  const missing = new Set(leftEmpty(sheet.typed, null).map(({ pointer }) => pointer))
  if (missing.size === 0) return null
  const labels = fields.filter(({ pointer }) => missing.has(pointer)).map(({ label }) => label.replace(/\?$/, ''))
  return <p class="vd-fault">Nog in te vullen: {labels.join(', ').toLowerCase()}.</p>
}

function Why({ problem }: { problem: Problem | undefined }) {
  if (!problem) return null
  return (
    <p class="vd-fault" role="alert">
      Niet verstuurd. {refusalWords(problem)}
    </p>
  )
}
