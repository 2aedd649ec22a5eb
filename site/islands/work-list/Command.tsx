/** The small form of a command from the list, in a dialog: what it is about stays in sight. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { WorkItem } from '../../../api/matters/work-schema.ts'
import type { Answer, Problem } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { commandWords, type FromList } from '../../lib/work-words.ts'
import { faultWords } from '../../lib/words.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Refused } from '../../parts/Notice.tsx'
import { AskForm, AssignForm, ConcludeForm, RedirectForm } from './CommandForms.tsx'
import { type Done, sendMany, sendOne } from './send.ts'

export type { Done } from './send.ts'

type Props = {
  command: FromList
  items: readonly WorkItem[]
  names: Names
  onClose: () => void
  onDone: (done: Done) => void
}

/** What every form of a command gets: sending it, what was refused where, and whether it is on its way. */
export type FormProps = {
  send: (answer: Promise<Answer<Done>>) => void
  busy: boolean
  faultAt: (pointer: string) => string | undefined
  name: string
}

export function Command({ command, items, names, onClose, onDone }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)

  function send(answer: Promise<Answer<Done>>) {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    void answer.then((got) => {
      sending.current = false
      setBusy(false)
      if (got.ok) onDone(got.value)
      else setProblem(got.problem)
    })
  }

  // Taking asks nothing more: it is done at once, and said.
  const direct = command === 'take' || command === 'accept'
  useEffect(() => {
    if (direct) send(sendMany(command, items, null))
  }, [])

  const [item] = items
  if (!item || (direct && !problem)) return null
  const faultAt = (pointer: string) => {
    const fault = problem?.faults.find((each) => each.pointer === pointer)
    return fault && faultWords(fault.code, fault.params)
  }
  const { name } = commandWords[command]
  const form = { send, busy, faultAt, name }
  return (
    <Dialog id="opdracht" title={name} onClose={onClose}>
      <p>{items.map(({ reference }) => reference).join(', ')}</p>
      {problem && problem.faults.length === 0 && <Refused problem={problem} />}
      {command === 'assign' && (
        <AssignForm {...form} onSend={(colleague) => send(sendMany('assign', items, { colleague }))} />
      )}
      {command === 'redirect' && (
        <RedirectForm
          {...form}
          names={names}
          except={item.to.desk?.id}
          onSend={(along) => send(sendMany('redirect', items, along))}
        />
      )}
      {command === 'ask' && <AskForm {...form} onSend={(body) => send(sendOne('ask', item, body))} />}
      {command === 'conclude' && items.length > 1 && (
        <p>
          De uitkomst en de terugkoppeling gelden voor alle {items.length}. Elke verzender leest ze bij het eigen
          signaal.
        </p>
      )}
      {command === 'conclude' && (
        <ConcludeForm
          {...form}
          onSend={(body) =>
            send(items.length > 1 ? sendMany('conclude', items, body) : sendOne('conclude', item, body))
          }
        />
      )}
    </Dialog>
  )
}
