/** One signal in the meeting: what was sent, the five questions, and what follows. */
import { useState } from 'preact/hooks'
import type { WorkItem } from '../../../api/matters/work-schema.ts'
import type { SignalView } from '../../../api/signals/schema.ts'
import { ask } from '../../lib/api.ts'
import { complexityWords, settingWords, urgencyWords } from '../../lib/signal-words.ts'
import { natureWords, screeningOutcomes, severityWords } from '../../lib/screening-words.ts'
import { choicesOf, refusalWords } from '../../lib/words.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { useShortForm } from '../../parts/short-form.ts'
import { Radios } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import type { Screened } from './Screening.tsx'

const yesNo = [
  { code: 'yes', label: 'Ja' },
  { code: 'no', label: 'Nee' },
]
const fields = [
  { id: 'compleet', label: 'Is het compleet?', pointer: '/complete' },
  { id: 'aard', label: 'Waar gaat het om?', pointer: '/nature' },
  { id: 'ernst', label: 'Hoe ernstig is het?', pointer: '/severity' },
  { id: 'spoed', label: 'Hoeveel spoed heeft het?', pointer: '/urgency' },
  { id: 'plek', label: 'Is dit de goede plek?', pointer: '/rightPlace' },
  { id: 'gevolg', label: 'Wat doen we?', pointer: '/outcome' },
]

type Props = { item: WorkItem; signal: SignalView; onNext: (done: Screened) => void }

export function OneSignal({ item, signal, onNext }: Props) {
  const form = useShortForm({
    complete: 'yes',
    nature: '',
    severity: '',
    urgency: signal.urgency as string,
    rightPlace: 'yes',
    outcome: 'take',
  })
  const { typed, set, faultAt } = form
  const [busy, setBusy] = useState(false)

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    const found = {
      ...typed,
      version: signal.version,
      complete: typed.complete === 'yes',
      rightPlace: typed.rightPlace === 'yes',
    }
    const recorded = await form.send<{ recorded: true }>('POST', `/signals/${signal.id}/screen`, found)
    if (!recorded) return
    setBusy(true)
    // Taking needs nothing more; what needs words of its own is done where the signal is.
    const taken =
      typed.outcome === 'take' ? await ask('POST', `/signals/${signal.id}/take`, { version: signal.version }) : null
    onNext({
      reference: item.reference,
      outcome: typed.outcome as Screened['outcome'],
      matterId: item.matterId,
      failed: taken && !taken.ok ? refusalWords(taken.problem) : null,
    })
  }

  return (
    <div class="vd-screening__columns">
      <dl class="vd-facts-list">
        <div>
          <dt>Wat is er gezien?</dt>
          <dd>{signal.noticed}</dd>
        </div>
        {signal.tried && (
          <div>
            <dt>Wat is er al geprobeerd?</dt>
            <dd>{signal.tried}</dd>
          </div>
        )}
        <div>
          <dt>Van</dt>
          <dd>
            {signal.from.organization.name}, {settingWords[signal.setting]}
          </dd>
        </div>
        <div>
          <dt>De verzender zegt</dt>
          <dd>
            {complexityWords[signal.complexity]}, spoed: {urgencyWords[signal.urgency]}
          </dd>
        </div>
        {signal.dueBy && (
          <div>
            <dt>Oppakken voor</dt>
            <dd>
              <Deadline due={signal.dueBy} />
            </dd>
          </div>
        )}
      </dl>
      <form class="vd-form" aria-label="Screening" noValidate onSubmit={submit}>
        <FormProblem problem={form.problem} tries={form.tries} fields={fields} />
        <Radios
          id="compleet"
          label="Is het compleet?"
          value={typed.complete}
          choices={yesNo}
          columns
          onChange={(complete) => set({ complete })}
        />
        <Radios
          id="aard"
          label="Waar gaat het om?"
          value={typed.nature}
          choices={choicesOf(natureWords)}
          columns
          fault={faultAt('/nature')}
          onChange={(nature) => set({ nature })}
        />
        <Radios
          id="ernst"
          label="Hoe ernstig is het?"
          value={typed.severity}
          choices={choicesOf(severityWords)}
          columns
          fault={faultAt('/severity')}
          onChange={(severity) => set({ severity })}
        />
        <Radios
          id="spoed"
          label="Hoeveel spoed heeft het?"
          value={typed.urgency}
          choices={choicesOf(urgencyWords)}
          columns
          fault={faultAt('/urgency')}
          onChange={(urgency) => set({ urgency })}
        />
        <Radios
          id="plek"
          label="Is dit de goede plek?"
          value={typed.rightPlace}
          choices={yesNo}
          columns
          onChange={(rightPlace) => set({ rightPlace })}
        />
        <Radios
          id="gevolg"
          label="Wat doen we?"
          value={typed.outcome}
          choices={choicesOf(screeningOutcomes)}
          columns
          fault={faultAt('/outcome')}
          onChange={(outcome) => set({ outcome })}
        />
        <p class="vd-actions">
          <button type="submit" class="nl-button nl-button--primary" aria-disabled={form.busy || busy}>
            {form.busy || busy ? 'Bezig…' : 'Noteren en de volgende'}
          </button>
        </p>
      </form>
    </div>
  )
}
