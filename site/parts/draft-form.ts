/** A long form that is a draft on the server: kept after pauses, finished by one command, never losing what was typed. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Fault } from '../../api/errors.ts'
import type { MatterView } from '../../api/matters/schema.ts'
import { type Answer, ask, type Problem } from '../lib/api.ts'
import { workChanged } from '../lib/session.ts'
import { faultWords } from '../lib/words.ts'

export type Draft = { id: string; matterId: string; version: number }
/** What the API answers to a command on a signal or transfer, as far as a form needs it. */
type Moved = Draft & { status: string }

type Options<Typed> = {
  /** `/signals` or `/transfers`. */
  path: string
  typed: Typed
  draft: Draft | null
  inputOf: (typed: Typed, version: number | undefined) => unknown
  leftEmpty: (typed: Typed, toFinish: boolean) => Fault[]
  /** The draft has an address now. */
  onDraft: (draft: Draft) => void
}

/** After this long without typing, what can be kept is kept. */
const PAUSE_MS = 4_000
const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' })

export function useDraftForm<Typed extends object>({ path, inputOf, leftEmpty, onDraft, ...start }: Options<Typed>) {
  const [typed, setTyped] = useState(start.typed)
  const [draft, setDraft] = useState(start.draft)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState<'' | 'saving' | 'finishing'>('')
  const [kept, setKept] = useState(start.draft ? 'Dit concept is bewaard.' : '')
  const dirty = useRef(false)
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef({ typed, draft, busy })
  latest.current = { typed, draft, busy }

  useEffect(() => {
    const pause = setTimeout(() => {
      const now = latest.current
      if (dirty.current && now.busy === '' && leftEmpty(now.typed, false).length === 0) void keep(true)
    }, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [typed])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => dirty.current && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])

  function set(changed: Partial<Typed> | ((now: Typed) => Typed)) {
    dirty.current = true
    setKept('')
    setTyped((now) => (typeof changed === 'function' ? changed(now) : { ...now, ...changed }))
  }

  /** Writes the draft, one write after the other. What is typed meanwhile stays, and is kept with the next pause. */
  function save(): Promise<Answer<Moved>> {
    const answer = saving.current.then(write)
    saving.current = answer
    return answer
  }

  async function write(): Promise<Answer<Moved>> {
    const now = latest.current
    const input = inputOf(now.typed, now.draft?.version)
    dirty.current = false
    const answer = now.draft
      ? await ask<Moved>('PUT', `${path}/${now.draft.id}`, input)
      : await ask<Moved>('POST', path, input)
    if (!answer.ok) {
      dirty.current = true
      if (now.draft && answer.problem.code === 'changed_meanwhile') await look(now.draft)
      return answer
    }
    know(answer.value)
    return answer
  }

  function know({ id, matterId, version }: Draft) {
    const made = { id, matterId, version }
    setDraft(made)
    latest.current.draft = made
    onDraft(made)
  }

  /** The same draft was changed elsewhere: what is typed here goes over it when somebody presses once more. */
  async function look({ id, matterId }: Draft) {
    const answer = await ask<MatterView>('GET', `/matters/${matterId}`)
    if (!answer.ok) return
    const there = [...answer.value.signals, ...answer.value.transfers].find((each) => each.id === id)
    if (there) know(there)
  }

  /** Keeps the draft; `quietly` after a pause, when nobody asked and nobody should be interrupted. */
  async function keep(quietly = false) {
    if (latest.current.busy !== '') return
    setBusy('saving')
    const answer = await save()
    setBusy('')
    if (answer.ok) {
      setProblem(null)
      return setKept(`Concept bewaard om ${clock.format(new Date())}.`)
    }
    if (quietly) return setKept('Het concept is nog niet bewaard.')
    refuse(answer.problem, false)
  }

  /** Keeps the draft and gives the command that ends it. Answers with the id of the matter, or null when refused. */
  async function finish(command: string, body: Record<string, unknown> = {}): Promise<string | null> {
    if (latest.current.busy === 'finishing') return null
    if (leftEmpty(typed, true).some((fault) => fault.code === 'called.first')) {
      refuse({ code: 'input.invalid', faults: [], facts: {} }, true)
      return null
    }
    setBusy('finishing')
    const saved = await save()
    const answer = saved.ok
      ? await ask<Moved>('POST', `${path}/${saved.value.id}/${command}`, { ...body, version: saved.value.version })
      : saved
    setBusy('')
    if (!answer.ok) {
      refuse(answer.problem, true)
      return null
    }
    dirty.current = false
    workChanged()
    return answer.value.matterId
  }

  /** The API stops at the first kind of fault; a person wants them all at once. */
  function refuse(refused: Problem, toFinish: boolean) {
    const missing = leftEmpty(typed, toFinish)
    const known = new Set(missing.map((fault) => fault.pointer))
    const others = refused.faults.filter((fault) => !known.has(fault.pointer))
    setProblem(refused.code === 'input.invalid' ? { ...refused, faults: [...missing, ...others] } : refused)
    setTries(tries + 1)
  }

  const faultAt = (pointer: string) => {
    const found = problem?.faults.find((each) => each.pointer === pointer)
    return found && faultWords(found.code, found.params)
  }

  const forget = () => void (dirty.current = false)
  return { typed, set, draft, problem, tries, busy, kept, keep, finish, faultAt, forget }
}
