/** Writing a signal: what it is about and to whom first, then the person, what was seen, and the ground. */
import { useState } from 'preact/hooks'
import type { MatterView } from '../../../api/matters/schema.ts'
import type { SignalMoved } from '../../../api/signals/schema.ts'
import type { Problem } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { faultWords, refusalWords } from '../../lib/words.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Check } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import type { CrisisLine } from '../Urgency.tsx'
import { About } from './About.tsx'
import { Bar } from './Bar.tsx'
import { Ground } from './Ground.tsx'
import { Noticed } from './Noticed.tsx'
import { type SheetStart, useSheet } from './sheet.ts'
import { fields, leftEmpty } from './typed.ts'
import { Whom } from './Whom.tsx'

type Props = {
  start: SheetStart
  openMatter: MatterView | null
  names: Names
  crisis: readonly CrisisLine[]
  onSheet: (id: string) => void
  onSent: (sent: SignalMoved) => void
  onGone: () => void
}

export function SignalForm({ start, openMatter, names, crisis, onSheet, onSent, onGone }: Props) {
  const sheet = useSheet(start, onSheet)
  const { typed, set } = sheet
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [alikeSeen, setAlikeSeen] = useState(false)
  const left = leftEmpty(typed, start.openMatterId)

  function refuse(refused: Problem) {
    setProblem(refused)
    setTries((count) => count + 1)
  }

  async function send(event: SubmitEvent) {
    event.preventDefault()
    if (busy) return
    const found = sheet.found.filter((fault) => !left.some(({ pointer }) => pointer === fault.pointer))
    if (left.length > 0) {
      void sheet.keep()
      return refuse({ code: 'input.invalid', faults: [...left, ...found], facts: {} })
    }
    setBusy(true)
    const answer = await sheet.send(alikeSeen)
    setBusy(false)
    if (answer?.ok) return onSent(answer.value)
    refuse(answer?.problem ?? { code: 'input.invalid', faults: sheet.found, facts: {} })
  }

  async function discard() {
    const answer = await sheet.discard()
    if (answer.ok) return onGone()
    refuse(answer.problem)
  }

  const faultAt = (pointer: string) => {
    const all = [...(problem?.faults ?? []), ...sheet.found]
    const fault = all.find((each) => each.pointer === pointer)
    // What was asked for and is filled in now is no fault any more.
    const mended = fault && isEmptiness(fault.code) && !left.some((each) => each.pointer === pointer)
    return fault && !mended ? faultWords(fault.code, fault.params) : undefined
  }
  const parts = { typed, set, fault: faultAt }
  return (
    <form class="vd-long-form" noValidate aria-label="Signaal" onSubmit={send}>
      {problem && problem.faults.length > 0 && <ErrorSummary key={tries} faults={problem.faults} fields={fields} />}
      {problem && problem.faults.length === 0 && (
        <Notice key={tries} tone="error" role="alert" focus title={refusalWords(problem)} />
      )}
      {openMatter && <Notice tone="info" title={`Dit hoort bij hulpvraag ${openMatter.reference}.`} />}
      <About {...parts} names={names} isNew={!openMatter} />
      {!openMatter && <Whom {...parts} sheetId={sheet.sheetId()} />}
      <Noticed {...parts} crisis={crisis} />
      <Ground {...parts} />
      {problem?.code === 'signal.alike' && (
        <Check
          id="gezien-dat-er-iets-loopt"
          label="Ik heb gezien wat er al loopt. Dit is iets anders of iemand anders."
          value={alikeSeen}
          onChange={setAlikeSeen}
        />
      )}
      <Bar
        label="Versturen"
        busy={busy}
        left={left}
        kept={sheet.kept}
        onDiscard={sheet.sheetId() ? () => void discard() : null}
      />
    </form>
  )
}

const isEmptiness = (code: string) => ['text.required', 'field.invalid_value', 'called.first'].includes(code)
