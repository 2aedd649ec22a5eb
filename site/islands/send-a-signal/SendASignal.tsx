/** Sending a signal: what one was still writing, one form kept at every pause, and where it stands once it is sent. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { MatterView } from '../../../api/matters/schema.ts'
import type { SignalMoved } from '../../../api/signals/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { useFragment } from '../../lib/fragment.ts'
import type { Names } from '../../lib/names.ts'
import { Loading, Unreachable } from '../../parts/Notice.tsx'
import { Sheets } from '../../parts/Sheets.tsx'
import { SignalForm } from '../../parts/signal-form/SignalForm.tsx'
import type { CrisisLine } from '../../parts/Urgency.tsx'
import { Sent } from './Sent.tsx'
import { readStart, type Start } from './start.ts'

type Props = { names: Names; crisis: readonly CrisisLine[] }

export default function SendASignal({ names, crisis }: Props) {
  const [matterId, secondId] = useFragment()
  const [start, setStart] = useState<Start | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [sent, setSent] = useState<MatterView | null>(null)
  /** The sheet this form began itself: its address changes, what is typed does not. */
  const begun = useRef('')

  async function read() {
    setProblem(null)
    const answer = await readStart(matterId, secondId)
    if (!answer.ok) return setProblem(answer.problem)
    if (answer.value.goTo) return location.replace(answer.value.goTo)
    setStart(answer.value)
  }
  useEffect(() => {
    if (begun.current !== '' && begun.current === secondId) return
    setStart(null)
    setSent(null)
    void read()
  }, [matterId, secondId])

  async function onSent({ matterId: id }: SignalMoved) {
    const matter = await ask<MatterView>('GET', `/matters/${id}`)
    if (!matter.ok) return location.assign(`/werk/hulpvraag/#${id}`)
    history.replaceState(null, '', location.pathname)
    setSent(matter.value)
  }

  if (problem) return <Unreachable problem={problem} retry={() => void read()} />
  if (sent) return <Sent matter={sent} names={names} />
  if (!start) return <Loading what="Het formulier" />
  const isNew = !start.form.sheet && !start.openMatter
  return (
    <>
      {isNew && <Sheets names={names} />}
      <SignalForm
        key={start.form.sheet?.id ?? matterId}
        start={start.form}
        openMatter={start.openMatter}
        names={names}
        crisis={crisis}
        onSheet={(id) => {
          begun.current = id
          // The address names the sheet, so that coming back finds it; no step in the history for it.
          history.replaceState(null, '', `#concept/${id}`)
        }}
        onSent={(moved) => void onSent(moved)}
        onGone={() => location.assign('/werk/')}
      />
    </>
  )
}
