/** The fields of each command from the list. What was typed stays when it was refused. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { TeamView } from '../../../api/desks/team-schema.ts'
import { ask } from '../../lib/api.ts'
import { formatDay } from '../../lib/dates.ts'
import { nextActWords } from '../../lib/matter-words.ts'
import type { Names } from '../../lib/names.ts'
import { noActionWords, outcomeWords } from '../../lib/signal-words.ts'
import { choicesOf } from '../../lib/words.ts'
import { DeskPicker } from '../../parts/DeskPicker.tsx'
import { Radios, Select, TextArea, TextField } from '../../parts/Field.tsx'
import type { FormProps } from './Command.tsx'
import type { Conclusion } from './send.ts'

type Common = Pick<FormProps, 'busy' | 'faultAt' | 'name'>

function Form({
  name,
  busy,
  onSubmit,
  children,
}: Pick<Common, 'name' | 'busy'> & { onSubmit: () => void; children: ComponentChildren }) {
  return (
    <form
      aria-label={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig…' : name}
        </button>
      </p>
    </form>
  )
}

/** Colleagues of one's desks, with what they have in hand and whether they are away. */
export function AssignForm({ onSend, faultAt, ...form }: Common & { onSend: (colleague: string) => void }) {
  const [team, setTeam] = useState<TeamView | null>(null)
  const [colleague, setColleague] = useState('')
  const [missing, setMissing] = useState('')
  useEffect(() => {
    void ask<TeamView>('GET', '/team').then((answer) => answer.ok && setTeam(answer.value))
  }, [])
  const members = [
    ...new Map((team?.desks ?? []).flatMap((desk) => desk.members).map((member) => [member.id, member])).values(),
  ]
  return (
    <Form {...form} onSubmit={() => (colleague === '' ? setMissing('Kies een collega.') : onSend(colleague))}>
      <Radios
        id="collega"
        label="Wie gaat het doen?"
        value={colleague}
        fault={missing || faultAt('/assignee') || faultAt('/caseworker')}
        choices={members.map((member) => {
          const until = member.absences[0]?.until
          const away = member.awayNow && until ? `, afwezig tot en met ${formatDay(until)}` : ''
          return {
            code: member.id,
            label: member.isMe ? `${member.name} (uzelf)` : member.name,
            hint: `${member.inHand === 1 ? '1 hulpvraag' : `${member.inHand} hulpvragen`} in handen${away}`,
          }
        })}
        onChange={(id) => {
          setColleague(id)
          setMissing('')
        }}
      />
    </Form>
  )
}

type RedirectProps = Common & {
  names: Names
  except: string | undefined
  onSend: (along: { receiverDesk: string; reason: string }) => void
}

export function RedirectForm({ names, except, onSend, faultAt, ...form }: RedirectProps) {
  const [receiverDesk, setDesk] = useState('')
  const [reason, setReason] = useState('')
  return (
    <Form {...form} onSubmit={() => onSend({ receiverDesk, reason })}>
      <DeskPicker
        id="ander-team"
        label="Naar welk team van uw organisatie?"
        whose="own"
        {...(except && { except })}
        value={receiverDesk}
        names={names}
        fault={faultAt('/receiverDesk')}
        onChange={setDesk}
      />
      <TextArea id="reden" label="Waarom?" value={reason} fault={faultAt('/reason')} onChange={setReason} />
    </Form>
  )
}

export function AskForm({ onSend, faultAt, ...form }: Common & { onSend: (body: { question: string }) => void }) {
  const [question, setQuestion] = useState('')
  return (
    <Form {...form} onSubmit={() => onSend({ question })}>
      <TextArea
        id="vraag"
        label="Wat wilt u weten van de verzender?"
        value={question}
        fault={faultAt('/question')}
        onChange={setQuestion}
      />
    </Form>
  )
}

const soon = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

export function ConcludeForm({ onSend, faultAt, ...form }: Common & { onSend: (body: Conclusion) => void }) {
  const [typed, setTyped] = useState({ outcome: '', reason: '', feedback: '', after: 'close', on: soon(), act: '' })
  const set = (changed: Partial<typeof typed>) => setTyped({ ...typed, ...changed })
  const { outcome, reason, feedback, after, on, act } = typed
  const outcomes = choicesOf(outcomeWords).filter(({ code }) => code !== 'became_transfer')
  return (
    <Form
      {...form}
      onSubmit={() =>
        onSend({
          outcome,
          reason: outcome === 'no_action' ? reason || null : null,
          feedback,
          next: after === 'close' ? 'close' : { on, act },
        })
      }
    >
      <Select
        id="uitkomst"
        label="Wat is er uitgekomen?"
        value={outcome}
        choices={outcomes}
        fault={faultAt('/outcome')}
        onChange={(next) => set({ outcome: next })}
      />
      {outcome === 'no_action' && (
        <Select
          id="reden-niets"
          label="Waarom is er niets gedaan?"
          value={reason}
          choices={choicesOf(noActionWords)}
          fault={faultAt('/reason')}
          onChange={(next) => set({ reason: next })}
        />
      )}
      <TextArea
        id="terugkoppeling"
        label="Wat hoort de verzender?"
        value={feedback}
        fault={faultAt('/feedback')}
        onChange={(next) => set({ feedback: next })}
      />
      <Radios
        id="daarna"
        label="En daarna?"
        value={after}
        fault={faultAt('/next')}
        choices={[
          { code: 'close', label: 'De hulpvraag is klaar' },
          { code: 'plan', label: 'Er komt nog een stap' },
        ]}
        onChange={(next) => set({ after: next })}
      />
      {after === 'plan' && (
        <>
          <Select
            id="stap"
            label="Welke stap?"
            value={act}
            choices={choicesOf(nextActWords)}
            fault={faultAt('/next/act')}
            onChange={(next) => set({ act: next })}
          />
          <TextField
            id="stap-dag"
            label="Op welke dag?"
            type="date"
            value={on}
            fault={faultAt('/next/on')}
            onChange={(next) => set({ on: next })}
          />
        </>
      )}
    </Form>
  )
}
