/** A new key: what for, what it may, how long. Its secret is on screen once. */
import { useState } from 'preact/hooks'
import type { KeyMade } from '../../../api/partners/schema.ts'
import { dayOf, formatDate } from '../../lib/dates.ts'
import { keyCommandChoices, keyDayChoices } from '../../lib/partner-words.ts'
import { Checks, Radios, TextField } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useShortForm } from '../../parts/short-form.ts'

const fields = [
  { pointer: '/name', id: 'sleutel-naam', label: 'Waarvoor is de sleutel?' },
  { pointer: '/commands', id: 'sleutel-mag', label: 'Wat mag de sleutel?' },
  { pointer: '/days', id: 'sleutel-dagen', label: 'Hoe lang werkt de sleutel?' },
]
const empty = { name: '', commands: [] as string[], days: '90' }

export function MakeKey({ onDone }: { onDone: () => void }) {
  const [made, setMade] = useState<KeyMade | null>(null)
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm(empty)

  async function make(event: SubmitEvent) {
    event.preventDefault()
    setMade(null)
    const key = await send<KeyMade>('POST', '/partners/keys', { ...typed, days: Number(typed.days) })
    if (!key) return
    set(empty)
    setMade(key)
    onDone()
  }

  return (
    <form class="vd-form" noValidate aria-label="Sleutel maken" onSubmit={make}>
      <h3 class="nl-heading nl-heading--level-3">Nieuwe sleutel</h3>
      {made && (
        <Notice tone="ok" role="status" focus title="De sleutel is gemaakt. U ziet hem maar één keer.">
          <p>
            Zet hem nu in uw systeem: <strong class="vd-secret">{made.secret}</strong>
          </p>
          <p>Stuur een sleutel nooit per e-mail. De sleutel werkt tot {formatDate(dayOf(new Date(made.expiresAt)))}.</p>
        </Notice>
      )}
      <FormProblem problem={problem} tries={tries} fields={fields} />
      <TextField
        id="sleutel-naam"
        label="Waarvoor is de sleutel?"
        hint="Bijvoorbeeld: de naam van uw systeem."
        maxLength={80}
        value={typed.name}
        fault={faultAt('/name')}
        onChange={(name) => set({ name })}
      />
      <Checks
        id="sleutel-mag"
        label="Wat mag de sleutel?"
        hint="Kies alleen wat uw systeem echt doet."
        choices={keyCommandChoices}
        value={typed.commands}
        fault={faultAt('/commands')}
        onChange={(commands) => set({ commands })}
      />
      <Radios
        id="sleutel-dagen"
        label="Hoe lang werkt de sleutel?"
        choices={keyDayChoices}
        value={typed.days}
        fault={faultAt('/days')}
        onChange={(days) => set({ days })}
      />
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met maken…' : 'Sleutel maken'}
        </button>
      </p>
    </form>
  )
}
