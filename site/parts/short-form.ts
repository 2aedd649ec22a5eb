/** A short form that is sent once: what is typed, what was refused and where, and that nothing is sent twice. */
import { useRef, useState } from 'preact/hooks'
import { type Answer, ask, type Method, type Problem } from '../lib/api.ts'
import { faultWords } from '../lib/words.ts'

export function useShortForm<Typed extends object>(start: Typed) {
  const [typed, setTyped] = useState(start)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)

  const set = (changed: Partial<Typed>) => setTyped((now) => ({ ...now, ...changed }))

  /** Sends it; null when it was refused (the form shows why) or is already on its way. */
  async function send<Value>(method: Method, path: string, body: unknown): Promise<Value | null> {
    if (sending.current) return null
    sending.current = true
    setBusy(true)
    const answer: Answer<Value> = await ask<Value>(method, path, body)
    sending.current = false
    setBusy(false)
    setTries((count) => count + 1)
    setProblem(answer.ok ? null : answer.problem)
    return answer.ok ? answer.value : null
  }

  /** Everything that is wrong with one field. */
  const faultAt = (pointer: string) =>
    (problem?.faults ?? [])
      .filter((fault) => fault.pointer === pointer)
      .map((fault) => faultWords(fault.code, fault.params))
      .join(' ') || undefined

  return { typed, set, problem, tries, busy, send, faultAt }
}
