/** Proposing an agreement, or the next version of one: between whom, for what, and how fast. */
import { useEffect, useState } from 'preact/hooks'
import type { AgreementMoved, AgreementView, FiguresView, PartnersView } from '../../../api/agreements/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { useFragment } from '../../lib/fragment.ts'
import { session } from '../../lib/session.ts'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { Part } from '../../parts/Part.tsx'
import { useShortForm } from '../../parts/short-form.ts'
import { begunWith, empty, fields, fromPractice, inputOf, type Typed, typedFrom } from './proposal.ts'
import { Between, Terms, What } from './ProposalFields.tsx'

type Start = { partners: PartnersView; typed: Typed; figures: FiguresView | null }

export default function ProposeAgreement() {
  const [formerId, partnerId] = useFragment()
  const [start, setStart] = useState<Start | null>(null)
  const [failed, setFailed] = useState<Problem | null>(null)

  async function read() {
    setFailed(null)
    const who = await session()
    if (!who.ok) return setFailed(who.problem)
    const partners = await ask<PartnersView>('GET', '/agreements/partners')
    if (!partners.ok) return setFailed(partners.problem)
    const counted = await ask<FiguresView>('GET', '/agreements/figures')
    const figures = counted.ok ? counted.value : null
    if (formerId === '') {
      const way = location.hash.startsWith('#van/') ? 'theirs' : 'ours'
      const typed = partnerId === '' ? empty : begunWith(partnerId, way, figures?.pairs ?? [], partners.value.own.id)
      return setStart({ partners: partners.value, typed, figures })
    }
    const former = await ask<AgreementView>('GET', `/agreements/${formerId}`)
    if (!former.ok) return setFailed(former.problem)
    setStart({ partners: partners.value, typed: typedFrom(former.value, partners.value), figures })
  }
  useEffect(() => void read(), [formerId, partnerId])

  if (failed) return <Unreachable problem={failed} retry={() => void read()} />
  if (!start) return <Loading what="Het formulier" />
  if (start.partners.partners.length + start.partners.kinds.length === 0) {
    return <Notice tone="info" title="Er is nu geen organisatie waar iemand een afspraak kan aannemen." />
  }
  return <Form key={formerId + partnerId} {...start} isNext={formerId !== ''} />
}

function Form({ partners, typed: begun, figures, isNext }: Start & { isNext: boolean }) {
  const form = useShortForm<Typed>(begun)
  const { typed, set, problem, tries, busy, send, faultAt } = form

  async function propose(event: SubmitEvent) {
    event.preventDefault()
    const made = await send<AgreementMoved>('POST', '/agreements', inputOf(typed, partners.own.id))
    if (made) location.assign(`/werk/afspraken/#${made.id}`)
  }

  const parts = { typed, set, faultAt }
  const practice = figures && fromPractice(typed, figures.pairs, partners.own.id)
  return (
    <form class="vd-long-form" noValidate aria-label="Afspraak" onSubmit={propose}>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      <Part
        id="tussen"
        title="Tussen wie?"
        intro={isNext ? 'Een nieuwe versie blijft tussen dezelfde twee.' : 'Een afspraak geldt één kant op.'}
      >
        <Between {...parts} partners={partners} fixed={isNext} />
      </Part>
      <Part id="wat" title="Wat spreekt u af?">
        <What {...parts} />
      </Part>
      <Part id="termijnen" title="Hoe snel?" intro="In werkdagen. Gesloten dagen van het team tellen niet mee.">
        {practice && (
          <p>
            <button type="button" class="nl-button nl-button--secondary" onClick={() => set(practice)}>
              Neem over hoe het ging in het {figures.quarter}
            </button>
          </p>
        )}
        <Terms {...parts} />
      </Part>
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met versturen…' : 'Voorstel versturen'}
        </button>
      </p>
    </form>
  )
}
