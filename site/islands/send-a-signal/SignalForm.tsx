/** The form itself: every part in the order in which somebody thinks about it. */
import type { MatterView } from '../../../api/matters/schema.ts'
import { ask } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { refusalWords } from '../../lib/words.ts'
import { BasisFields, withGround } from '../../parts/BasisFields.tsx'
import { DeskPicker } from '../../parts/DeskPicker.tsx'
import { type Draft, useDraftForm } from '../../parts/draft-form.ts'
import { ErrorSummary } from '../../parts/ErrorSummary.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Part } from '../../parts/Part.tsx'
import { SaveBar } from '../../parts/SaveBar.tsx'
import { type CrisisLine, Urgency } from '../../parts/Urgency.tsx'
import { fields, inputOf, leftEmpty, type Typed } from './draft.ts'
import { About, Noticed, WhatAndWhere, Whom } from './Fields.tsx'
import type { Start } from './SendASignal.tsx'

type Props = {
  start: Start
  names: Names
  crisis: readonly CrisisLine[]
  onDraft: (draft: Draft) => void
  onSent: (matter: MatterView) => void
}

export function SignalForm({ start, names, crisis, onDraft, onSent }: Props) {
  const { openMatter } = start
  const openId = openMatter?.id ?? null
  const form = useDraftForm<Typed>({
    path: '/signals',
    typed: start.typed,
    draft: start.draft,
    inputOf: (typed, version) => inputOf(typed, openId, version),
    leftEmpty: (typed, toFinish) => leftEmpty(typed, openId, toFinish),
    onDraft,
  })
  const { typed, problem, tries, faultAt } = form
  const set = (changed: Partial<Typed>) => form.set((now) => settle({ ...now, ...changed }, now))

  async function send(event: SubmitEvent) {
    event.preventDefault()
    const matterId = await form.finish('send')
    if (matterId === null) return
    const matter = await ask<MatterView>('GET', `/matters/${matterId}`)
    if (matter.ok) return onSent(matter.value)
    location.assign(`/werk/hulpvraag/#${matterId}`)
  }

  const parts = { typed, set, fault: faultAt, names }
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
          fault={faultAt('/urgency')}
          lines={crisis}
          called={typed.called}
          calledFault={faultAt('/called')}
          after="De crisisregisseur ziet dit signaal meteen na het versturen."
          onChange={(urgency) => set({ urgency })}
          onCalled={(called) => set({ called })}
        />
      </Part>
      <Part
        id="grondslag"
        title="Wettelijke grondslag"
        intro="Alleen voor deze ontvanger. Een volgende ontvanger krijgt een eigen grondslag."
      >
        <BasisFields
          value={typed.basis}
          isGroup={typed.subject === 'group'}
          faultOf={(name) => faultAt(`/basis/${name}`)}
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
          fault={faultAt('/receiverDesk')}
          onChange={(receiverDesk) => set({ receiverDesk })}
        />
      </Part>
      <SaveBar
        path="/signals"
        label="Versturen"
        busyLabel="Bezig met versturen…"
        busy={form.busy}
        kept={form.kept}
        draft={form.draft}
        onKeep={() => void form.keep()}
        onGone={form.forget}
      />
    </form>
  )
}

/** A group has one ground and no person; choosing it, or leaving it, brings the ground along. */
function settle(typed: Typed, before: Typed): Typed {
  if (typed.subject === before.subject) return typed
  if (typed.subject === 'group') {
    const basis = withGround(typed.basis, 'no_personal_data')
    return { ...typed, basis: { ...basis, necessity: basis.necessity || 'Er staan geen persoonsgegevens in.' } }
  }
  return before.subject === 'group' ? { ...typed, basis: { ...withGround(typed.basis, ''), necessity: '' } } : typed
}
