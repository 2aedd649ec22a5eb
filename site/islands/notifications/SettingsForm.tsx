/** How one wants to be told: mail at once or once a day, quiet hours, and the shortcuts of the work list. */
import { useEffect, useState } from 'preact/hooks'
import { mailChoices, type Settings } from '../../../api/notifications/schema.ts'
import { ask } from '../../lib/api.ts'
import { mailWords } from '../../lib/notification-words.ts'
import { useShortForm } from '../../parts/short-form.ts'
import { Check, Radios, Select } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { Notice } from '../../parts/Notice.tsx'

const hours = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, index) => ({
    code: String(from + index),
    label: `${from + index}.00 uur`,
  }))

const fields = [
  { id: 'post', label: 'E-mail', pointer: '/mail' },
  { id: 'uur', label: 'Hoe laat', pointer: '/digestHour' },
  { id: 'stil-van', label: 'Stil vanaf', pointer: '/quietFrom' },
  { id: 'stil-tot', label: 'Stil tot', pointer: '/quietUntil' },
]

export function SettingsForm() {
  const form = useShortForm<Settings>({ mail: 'at_once', digestHour: 8, quietFrom: 0, quietUntil: 0, shortcuts: true })
  const [known, setKnown] = useState(false)
  const [kept, setKept] = useState(0)
  const { typed, set } = form

  useEffect(() => {
    void ask<Settings>('GET', '/notifications/settings').then((answer) => {
      if (!answer.ok) return
      set(answer.value)
      setKnown(true)
    })
  }, [])

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    if (await form.send('PUT', '/notifications/settings', typed)) setKept(kept + 1)
  }

  if (!known) return null
  const quiet = typed.quietFrom !== typed.quietUntil
  return (
    <section aria-labelledby="instellingen" class="vd-settings">
      <h2 id="instellingen" class="nl-heading nl-heading--level-2" tabIndex={-1}>
        Hoe wilt u het horen?
      </h2>
      <p>In de werkplek ziet u alles meteen. In een e-mail staat nooit een naam of een onderwerp.</p>
      <form class="vd-form" aria-label="Instellingen" noValidate onSubmit={submit}>
        <FormProblem problem={form.problem} tries={form.tries} fields={fields} />
        <Radios
          id="post"
          label="E-mail"
          value={typed.mail}
          choices={mailChoices.map((code) => ({ code, ...mailWords[code] }))}
          onChange={(mail) => set({ mail: mail as Settings['mail'] })}
        />
        {typed.mail === 'digest' && (
          <Select
            id="uur"
            label="Hoe laat?"
            value={String(typed.digestHour)}
            choices={hours(6, 20)}
            fault={form.faultAt('/digestHour')}
            onChange={(hour) => set({ digestHour: Number(hour) })}
          />
        )}
        <Check
          id="stil"
          label="Geen e-mail in stille uren"
          hint="Wat acuut is, komt altijd meteen."
          value={quiet}
          onChange={(on) => set(on ? { quietFrom: 18, quietUntil: 7 } : { quietFrom: 0, quietUntil: 0 })}
        />
        {quiet && (
          <div class="vd-two">
            <Select
              id="stil-van"
              label="Vanaf"
              value={String(typed.quietFrom)}
              choices={hours(0, 23)}
              onChange={(hour) => set({ quietFrom: Number(hour) })}
            />
            <Select
              id="stil-tot"
              label="Tot"
              value={String(typed.quietUntil)}
              choices={hours(0, 23)}
              onChange={(hour) => set({ quietUntil: Number(hour) })}
            />
          </div>
        )}
        <Check
          id="sneltoetsen"
          label="Toetsen op de werklijst"
          hint="Met één letter oppakken, toewijzen of doorzetten. Zet dit uit als u spraakbediening gebruikt."
          value={typed.shortcuts}
          onChange={(shortcuts) => set({ shortcuts })}
        />
        <p class="vd-actions">
          <button type="submit" class="nl-button nl-button--primary" aria-disabled={form.busy}>
            {form.busy ? 'Bezig…' : 'Bewaren'}
          </button>
        </p>
        {kept > 0 && !form.problem && <Notice key={kept} tone="ok" role="status" title="Bewaard." focus />}
      </form>
    </section>
  )
}
