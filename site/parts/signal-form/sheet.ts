/** The sheet behind the form: kept at every pause, before signing out and when the page is left; sent when it is whole. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Fault } from '../../../api/errors.ts'
import type { SignalMoved } from '../../../api/signals/schema.ts'
import type { SheetKept, SheetView } from '../../../api/signals/sheet-schema.ts'
import { type Answer, ask, type Problem } from '../../lib/api.ts'
import { beforeLeaving, workChanged } from '../../lib/session.ts'
import { refusalWords } from '../../lib/words.ts'
import { byForm, inputOf, settle, type Typed } from './typed.ts'

export type SheetStart = {
  typed: Typed
  sheet: Pick<SheetView, 'id' | 'version' | 'keptAt'> | null
  meetingId: string | null
  openMatterId: string | null
}
type Kept = { tone: 'none' | 'busy' | 'kept' | 'not'; words: string }

/** After this long without typing what is typed is kept. */
const PAUSE_MS = 1_200
const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' })
const keptAt = (at: string): Kept => ({
  tone: 'kept',
  words: `Bewaard om ${clock.format(new Date(at)).replace(':', '.')}`,
})

/** One write after the other, also when another form comes on screen: what was begun first stands first in the list. */
let writing: Promise<boolean> = Promise.resolve(true)

export function useSheet(start: SheetStart, onSheet: (id: string) => void) {
  const [typed, setTyped] = useState(start.typed)
  const [kept, setKept] = useState<Kept>(start.sheet ? keptAt(start.sheet.keptAt) : { tone: 'none', words: '' })
  /** What was found in a text about a group, or may never be kept: said while it is typed. */
  const [found, setFound] = useState<Fault[]>([])
  const sheet = useRef(start.sheet)
  const dirty = useRef(false)
  const latest = useRef(typed)
  latest.current = typed
  const onScreen = useRef(true)

  useEffect(() => {
    const pause = setTimeout(() => void keep(), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [typed])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => dirty.current && event.preventDefault()
    const hide = () => document.visibilityState === 'hidden' && void keep()
    addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', hide)
    const stop = beforeLeaving(() => keep())
    return () => {
      removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', hide)
      stop()
      // What was typed up to the last moment is kept, also when another form comes on screen.
      onScreen.current = false
      void keep()
    }
  }, [])

  function set(changed: Partial<Typed>) {
    dirty.current = true
    setKept((now) => (now.tone === 'not' ? now : { tone: 'none', words: '' }))
    setTyped((now) => {
      const next = settle({ ...now, ...changed }, now)
      latest.current = next
      return next
    })
  }

  /** Keeps what is typed, one write after the other. True when the server has all of it. */
  function keep(): Promise<boolean> {
    const mine = writing.then(() => (dirty.current ? write() : sheet.current !== null))
    writing = mine
    return mine
  }

  async function write(): Promise<boolean> {
    dirty.current = false
    setKept({ tone: 'busy', words: 'Bezig met bewaren…' })
    const known = sheet.current
    const answer = known
      ? await ask<SheetKept>('PUT', `/sheets/${known.id}`, { typed: latest.current, version: known.version })
      : await ask<SheetKept>('POST', '/sheets', {
          typed: latest.current,
          ...(start.meetingId && { meetingId: start.meetingId }),
          ...(start.openMatterId && { matterId: start.openMatterId }),
        })
    if (answer.ok) {
      sheet.current = answer.value
      setFound(byForm(answer.value.found))
      // What was typed meanwhile is kept with the next pause.
      if (!dirty.current) setKept(keptAt(answer.value.keptAt))
      if (!known && onScreen.current) onSheet(answer.value.id)
      return true
    }
    return notKept(answer.problem)
  }

  async function notKept(problem: Problem): Promise<false> {
    dirty.current = true
    setFound(byForm(problem.faults))
    const known = sheet.current
    if (problem.code === 'changed_meanwhile' && known) {
      // Open in two windows: what is typed here goes over the other at the next pause.
      const there = await ask<SheetView>('GET', `/sheets/${known.id}`)
      if (there.ok) sheet.current = there.value
      setKept({ tone: 'not', words: 'Dit concept is ook ergens anders open. Wat u hier verder typt, wordt bewaard.' })
    } else if (problem.code === 'sheet.not_found') {
      dirty.current = false
      setKept({ tone: 'not', words: refusalWords(problem) })
    } else {
      const why = problem.faults.length > 0 ? 'Kijk bij de rode regels.' : refusalWords(problem)
      setKept({ tone: 'not', words: `Nog niet bewaard. ${why}` })
    }
    return false
  }

  /** Sends what is typed now. Null when it could not even be kept; the form shows why. */
  async function send(alikeSeen: boolean): Promise<Answer<SignalMoved> | null> {
    dirty.current ||= sheet.current === null
    if (!(await keep()) || !sheet.current) return null
    const { id, version } = sheet.current
    const answer = await ask<SignalMoved>('POST', `/sheets/${id}/send`, {
      version,
      signal: inputOf(latest.current, start.openMatterId),
      alikeSeen,
    })
    if (answer.ok) {
      dirty.current = false
      sheet.current = null
      workChanged()
      return answer
    }
    return { ok: false, problem: { ...answer.problem, faults: byForm(answer.problem.faults) } }
  }

  async function discard(): Promise<Answer<unknown>> {
    await writing
    dirty.current = false
    return sheet.current ? ask('DELETE', `/sheets/${sheet.current.id}`, {}) : { ok: true, value: null }
  }

  return { typed, set, kept, found, keep, send, discard, sheetId: () => sheet.current?.id ?? null }
}
