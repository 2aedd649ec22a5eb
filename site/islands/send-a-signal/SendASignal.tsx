/** Sending a signal: one form in clear parts, kept as a draft on the server, and where it stands once it is sent. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { MatterView } from '../../../api/matters/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { useFragment } from '../../lib/fragment.ts'
import type { Names } from '../../lib/names.ts'
import { session } from '../../lib/session.ts'
import { Loading, Unreachable } from '../../parts/Notice.tsx'
import type { CrisisLine } from '../../parts/Urgency.tsx'
import { empty, type Typed, typedFrom } from './draft.ts'
import { Sent } from './Sent.tsx'
import { SignalForm } from './SignalForm.tsx'

type Props = { names: Names; crisis: readonly CrisisLine[] }
/** Where the form begins: empty, with a draft, or on a matter that came back. */
export type Start = {
  who: SessionView
  typed: Typed
  draft: { id: string; matterId: string; version: number } | null
  openMatter: MatterView | null
}

export default function SendASignal({ names, crisis }: Props) {
  const [matterId, signalId] = useFragment()
  const [start, setStart] = useState<Start | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [sent, setSent] = useState<MatterView | null>(null)
  /** The draft this form made itself: its address changes, what is typed does not. */
  const made = useRef('')

  async function read() {
    setProblem(null)
    const who = await session()
    if (!who.ok) return setProblem(who.problem)
    const senderDesk = who.value.desks[0]?.id ?? ''
    if (matterId === '')
      return setStart({ who: who.value, typed: { ...empty, senderDesk }, draft: null, openMatter: null })

    const answer = await ask<MatterView>('GET', `/matters/${matterId}`)
    if (!answer.ok) return setProblem(answer.problem)
    const matter = answer.value
    const signal = matter.signals.find((each) => each.id === signalId && each.status === 'draft') ?? null
    if (signalId !== '' && !signal) return location.replace(`/werk/hulpvraag/#${matterId}`)
    setStart({
      who: who.value,
      typed: { ...typedFrom(matter, signal), senderDesk: signal?.from.desk?.id ?? senderDesk },
      draft: signal && { id: signal.id, matterId, version: signal.version },
      openMatter: matter.state === 'draft' ? null : matter,
    })
  }

  useEffect(() => {
    if (made.current !== '' && made.current === signalId) return
    setStart(null)
    setSent(null)
    void read()
  }, [matterId, signalId])

  if (problem) return <Unreachable problem={problem} retry={() => void read()} />
  if (sent) return <Sent matter={sent} names={names} />
  if (!start) return <Loading what="Het formulier" />
  return (
    <SignalForm
      key={start.draft?.id ?? matterId}
      start={start}
      names={names}
      crisis={crisis}
      onDraft={(draft) => {
        made.current = draft.id
        // The address names the draft, so that coming back finds it; no step in the history for it.
        history.replaceState(null, '', `#${draft.matterId}/${draft.id}`)
      }}
      onSent={setSent}
    />
  )
}
