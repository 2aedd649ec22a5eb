/** The end of a meeting: who was there, and a few words for who was not. */
import { useState } from 'preact/hooks'
import type { MeetingView } from '../../../api/meetings/schema.ts'
import { guestWords } from '../../lib/school-words.ts'
import { Checks, TextArea } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useShortForm } from '../../parts/short-form.ts'

type Props = { meeting: MeetingView; left: number; onDone: () => void; onBack: () => void }

const fields = [{ pointer: '/report', id: 'verslag', label: 'Verslag' }]

export function CloseMeeting({ meeting, left, onDone, onBack }: Props) {
  const guests = meeting.guests.flatMap(({ desk, role }) => (desk ? [{ code: desk.id, label: guestWords[role] }] : []))
  const [present, setPresent] = useState<string[]>(guests.map(({ code }) => code))
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({ report: '' })

  async function close(event: SubmitEvent) {
    event.preventDefault()
    if (await send('POST', `/meetings/${meeting.id}/hold`, { present, report: typed.report.trim() || null })) onDone()
  }

  return (
    <form class="vd-command vd-form" noValidate aria-label="Overleg afsluiten" onSubmit={close}>
      <h2 class="nl-heading nl-heading--level-2">Overleg afsluiten</h2>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      {left > 0 && (
        <Notice
          tone="warning"
          title={left === 1 ? 'Er is nog 1 signaal niet verstuurd.' : `Er zijn nog ${left} signalen niet verstuurd.`}
        >
          <p>Wat niet is verstuurd, blijft bewaard. U vindt het bij uw concepten.</p>
        </Notice>
      )}
      {guests.length > 0 && (
        <Checks id="aanwezig" label="Wie was erbij?" optional choices={guests} value={present} onChange={setPresent} />
      )}
      <TextArea
        id="verslag"
        label="Verslag voor wie er niet bij was"
        hint="Zonder namen en andere gegevens van personen. Welke thema’s er waren en naar welk team, staat er vanzelf bij."
        optional
        rows={3}
        value={typed.report}
        fault={faultAt('/report')}
        onChange={(report) => set({ report })}
      />
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met afsluiten…' : 'Overleg afsluiten'}
        </button>
        <button type="button" class="nl-button nl-button--secondary" onClick={onBack}>
          Terug
        </button>
      </p>
    </form>
  )
}
