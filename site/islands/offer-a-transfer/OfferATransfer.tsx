/** Offering a transfer: to which team, what is asked, with a conversation or a reason why not, and on what basis. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { MatterView } from '../../../api/matters/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { useFragment } from '../../lib/fragment.ts'
import type { Names } from '../../lib/names.ts'
import { session } from '../../lib/session.ts'
import { Loading, Unreachable } from '../../parts/Notice.tsx'
import type { CrisisLine } from '../../parts/Urgency.tsx'
import { type Origin, originOf } from './draft.ts'
import { OfferForm } from './OfferForm.tsx'

type Props = { names: Names; crisis: readonly CrisisLine[] }

export default function OfferATransfer({ names, crisis }: Props) {
  const [matterId, fromId, deskId] = useFragment()
  const [start, setStart] = useState<{ origin: Origin; who: SessionView } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const made = useRef('')

  async function read() {
    setProblem(null)
    if (matterId === '') return location.replace('/werk/')
    const who = await session()
    if (!who.ok) return setProblem(who.problem)
    const answer = await ask<MatterView>('GET', `/matters/${matterId}`)
    if (!answer.ok) return setProblem(answer.problem)
    setStart({ origin: originOf(answer.value, fromId), who: who.value })
  }

  useEffect(() => {
    if (made.current !== '' && made.current === fromId) return
    setStart(null)
    void read()
  }, [matterId, fromId])

  if (problem) return <Unreachable problem={problem} retry={() => void read()} />
  if (!start) return <Loading what="Het formulier" />
  return (
    <OfferForm
      key={`${matterId}/${fromId}/${deskId}`}
      {...start}
      proposed={deskId}
      names={names}
      crisis={crisis}
      onDraft={(draft) => {
        made.current = draft.id
        history.replaceState(null, '', `#${draft.matterId}/${draft.id}`)
      }}
    />
  )
}
