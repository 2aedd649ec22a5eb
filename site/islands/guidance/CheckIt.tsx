/** A second person reads guidance before everybody may; or it is taken away, with why. */
import { useState } from 'preact/hooks'
import type { GuidanceItem } from '../../../api/guidance/schema.ts'
import { TextField } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { useShortForm } from '../../parts/short-form.ts'

export function CheckIt({ item, onDone }: { item: GuidanceItem; onDone: (said: string) => void }) {
  const [refusing, setRefusing] = useState(false)
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({ reason: '' })
  const field = { pointer: '/reason', id: `reden-${item.id}`, label: 'Waarom?' }
  const about = <span class="vd-hidden">: {item.question}</span>

  async function check() {
    const { version } = item
    if (await send('POST', `/guidance/${item.id}/check`, { version })) onDone('Het advies is te lezen voor iedereen.')
  }
  async function refuse(event: SubmitEvent) {
    event.preventDefault()
    const { version } = item
    if (await send('POST', `/guidance/${item.id}/refuse`, { version, reason: typed.reason })) {
      onDone('Het advies is weggehaald.')
    }
  }

  return (
    <form class="vd-form" noValidate aria-label="Advies nakijken" onSubmit={refuse}>
      <FormProblem problem={problem} tries={tries} fields={[field]} />
      {item.status === 'proposed' && item.weWrote && (
        <p class="vd-hint">U schreef dit zelf. Een andere consulent van uw organisatie kijkt het na.</p>
      )}
      {refusing && (
        <TextField
          id={field.id}
          label={field.label}
          value={typed.reason}
          fault={faultAt('/reason')}
          onChange={(reason) => set({ reason })}
        />
      )}
      <p class="vd-actions">
        {item.commands.includes('check') && !refusing && (
          <button type="button" class="nl-button nl-button--primary" aria-disabled={busy} onClick={() => void check()}>
            Klopt, mag iedereen lezen{about}
          </button>
        )}
        {item.commands.includes('refuse') && !refusing && (
          <button type="button" class="nl-button nl-button--subtle" onClick={() => setRefusing(true)}>
            {item.status === 'checked' ? 'Weghalen' : item.weWrote ? 'Terugnemen' : 'Afwijzen'}
            {about}
          </button>
        )}
        {refusing && (
          <>
            <button type="submit" class="nl-button nl-button--negative" aria-disabled={busy}>
              Weghalen
            </button>
            <button type="button" class="nl-button nl-button--secondary" onClick={() => setRefusing(false)}>
              Annuleren
            </button>
          </>
        )}
      </p>
    </form>
  )
}
