import { useEffect, useRef, useState } from 'preact/hooks'
import type { MatterView } from '../../../api/matters/schema.ts'
import type { SignalMoved } from '../../../api/signals/schema.ts'
import { ask, type Answer, type Problem } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { workChanged } from '../../lib/session.ts'
import { faultWords, refusalWords } from '../../lib/words.ts'
import { BasisFields, withGround } from '../../parts/BasisFields.tsx'
import { DeskPicker } from '../../parts/DeskPicker.tsx'
import { ErrorSummary } from '../../parts/ErrorSummary.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Part } from '../../parts/Part.tsx'
import { type CrisisLine, Urgency } from '../../parts/Urgency.tsx'
import { Discard } from './Discard.tsx'
import { fields, inputOf, leftEmpty, type Typed } from './draft.ts'
import { About, Noticed, WhatAndWhere, Whom } from './Fields.tsx'
import type { Start } from './SendASignal.tsx'

type Draft = NonNullable<Start['draft']>
type Props = {
  start: Start
  names: Names
  crisis: readonly CrisisLine[]
  onDraft: (draft: Draft) => void
  onSent: (matter: MatterView) => void
}

/** After this long without typing, what can be kept is kept. */
const PAUSE_MS = 4_000
const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' })

export function SignalForm({ start, names, crisis, onDraft, onSent }: Props) {
  const { openMatter } = start
  const [typed, setTyped] = useState<Typed>(start.typed)
  const [draft, setDraft] = useState<Draft | null>(start.draft)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState<'' | 'saving' | 'sending'>('')
  const [kept, setKept] = useState(start.draft ? 'Dit concept is bewaard.' : '')
  const dirty = useRef(false)
  const latest = useRef({ typed, draft, busy })
  latest.current = { typed, draft, busy }

  function set(changed: Partial<Typed>) {
    dirty.current = true
    setKept('')
    setTyped((now) => settle({ ...now, ...changed }, now))
  }

  useEffect(() => {
    const pause = setTimeout(() => {
      const now = latest.current
      if (dirty.current && now.busy === '' && leftEmpty(now.typed, openMatter?.id ?? null, false).length === 0) void keep(true)
    }, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [typed])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => dirty.current && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])

  /** Writes the draft. What is typed meanwhile stays, and is kept with the next pause. */
  async function save(): Promise<Answer<SignalMoved>> {
    const now = latest.current
    const input = inputOf(now.typed, openMatter?.id ?? null, now.draft?.version)
    dirty.current = false
    const answer = now.draft
      ? await ask<SignalMoved>('PUT', `/signals/${now.draft.id}`, input)
      : await ask<SignalMoved>('POST', '/signals', input)
    if (!answer.ok) {
      dirty.current = true
      return answer
    }
    const { id, matterId, version } = answer.value
    const made = { id, matterId, version }
    setDraft(made)
    latest.current.draft = made
    onDraft(made)
    return answer
  }

  async function keep(quietly: boolean) {
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

  async function send(event: SubmitEvent) {
    event.preventDefault()
    if (busy !== '') return
    if (typed.urgency === 'acute' && !typed.called) return refuse(nothingSent, true)
    setBusy('sending')
    const saved = await save()
    const answer = saved.ok
      ? await ask<SignalMoved>('POST', `/signals/${saved.value.id}/send`, { version: saved.value.version })
      : saved
    if (!answer.ok) {
      setBusy('')
      return refuse(answer.problem, true)
    }
    const matter = await ask<MatterView>('GET', `/matters/${answer.value.matterId}`)
    workChanged()
    if (matter.ok) return onSent(matter.value)
    location.assign(`/werk/hulpvraag/#${answer.value.matterId}`)
  }

  function refuse(refused: Problem, toSend: boolean) {
    const known = new Set(refused.faults.map((fault) => fault.pointer))
    const missing = leftEmpty(typed, openMatter?.id ?? null, toSend).filter((fault) => !known.has(fault.pointer))
    setProblem(refused.code === 'input.invalid' ? { ...refused, faults: [...refused.faults, ...missing] } : refused)
    setTries(tries + 1)
  }

  const fault = (pointer: string) => {
    const found = problem?.faults.find((each) => each.pointer === pointer)
    return found && faultWords(found.code, found.params)
  }
  const parts = { typed, set, fault, names }
  return (
    <form class="vd-long-form" noValidate aria-label="Signaal" onSubmit={send}>
      {problem && problem.faults.length > 0 && <ErrorSummary key={tries} faults={problem.faults} fields={fields} />}
      {problem && problem.faults.length === 0 && (
        <Notice key={tries} tone="error" role="alert" focus title={refusalWords(problem)} />
      )}
      {openMatter && <Notice tone="info" title={`Dit hoort bij hulpvraag ${openMatter.reference}.`} />}
      <About {...parts} />
      {!openMatter && <Whom {...parts} />}
      {!openMatter && <WhatAndWhere {...parts} />}
      <Noticed {...parts} />
      <Part id="spoed" title="Spoed">
        <Urgency
          value={typed.urgency}
          fault={fault('/urgency')}
          lines={crisis}
          called={typed.called}
          calledFault={fault('/called')}
          onChange={(urgency) => set({ urgency })}
          onCalled={(called) => set({ called })}
        />
      </Part>
      <Part id="grondslag" title="Wettelijke grondslag" intro="Alleen voor deze ontvanger. Een volgende ontvanger krijgt een eigen grondslag.">
        <BasisFields
          value={typed.basis}
          isGroup={typed.subject === 'group'}
          faultOf={(name) => fault(`/basis/${name}`)}
          onChange={(basis) => set({ basis })}
        />
      </Part>
      <Part id="team" title="Naar welk team?" intro="Werk gaat naar een team, nooit naar één persoon.">
        <DeskPicker
          id="team"
          label="Ontvangend team"
          whose="others"
          names={names}
          theme={typed.theme}
          place={typed.place}
          value={typed.receiverDesk}
          fault={fault('/receiverDesk')}
          onChange={(receiverDesk) => set({ receiverDesk })}
        />
      </Part>
      <div class="vd-save-bar">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy !== ''}>
          {busy === 'sending' ? 'Bezig met versturen…' : 'Versturen'}
        </button>
        <button type="button" class="nl-button nl-button--secondary" onClick={() => busy === '' && void keep(false)}>
          Concept bewaren
        </button>
        {draft && <Discard draft={draft} onGone={() => (dirty.current = false)} />}
        <p role="status">{busy === 'saving' ? 'Bezig met bewaren…' : kept}</p>
      </div>
    </form>
  )
}

const nothingSent: Problem = { code: 'input.invalid', faults: [], facts: {} }

/** A group has one ground and no person; choosing it, or leaving it, brings the ground along. */
function settle(typed: Typed, before: Typed): Typed {
  if (typed.subject === before.subject) return typed
  if (typed.subject === 'group') {
    const basis = withGround(typed.basis, 'no_personal_data')
    return { ...typed, basis: { ...basis, necessity: basis.necessity || 'Er staan geen persoonsgegevens in.' } }
  }
  return before.subject === 'group' ? { ...typed, basis: { ...withGround(typed.basis, ''), necessity: '' } } : typed
}
