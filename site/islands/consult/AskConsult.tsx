/** Asking a consultant to think along: whom, about what, and a question in which nobody can be found back. */
import { useEffect, useState } from 'preact/hooks'
import type { Addressee, AddresseesView, ConsultMoved } from '../../../api/consults/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { session } from '../../lib/session.ts'
import { Select, TextArea } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { useShortForm } from '../../parts/short-form.ts'
import { Found } from './Found.tsx'
import { Known } from './Known.tsx'

const fields = [
  { pointer: '/organizationId', id: 'aan', label: 'Aan wie vraagt u het?' },
  { pointer: '/theme', id: 'thema', label: 'Waar gaat het over?' },
  { pointer: '/place', id: 'plaats', label: 'Plaats' },
  { pointer: '/question', id: 'vraag', label: 'Uw vraag' },
]

export default function AskConsult({ names }: { names: Names }) {
  const [answer, setAnswer] = useState<Answer<AddresseesView> | null>(null)
  async function read() {
    const who = await session()
    setAnswer(who.ok ? await ask<AddresseesView>('GET', '/consults/addressees') : who)
  }
  useEffect(() => void read(), [])

  if (!answer) return <Loading what="De lijst met consulenten" />
  if (!answer.ok) return <Unreachable problem={answer.problem} retry={() => void read()} />
  const { addressees } = answer.value
  if (addressees.length === 0) {
    return <Notice tone="info" title="Er is nu geen consulent buiten uw organisatie om iets aan te vragen." />
  }
  return <AskForm addressees={addressees} names={names} />
}

const keyOf = ({ organizationId, deskId }: Addressee) => `${organizationId}/${deskId ?? ''}`
const nameOf = ({ name, organization, municipality }: Addressee) =>
  municipality ? `De consulenten van ${organization}` : `${name}, ${organization}`
const choicesIn = (named: Record<string, string>) => Object.entries(named).map(([code, label]) => ({ code, label }))

function AskForm({ addressees, names }: { addressees: readonly Addressee[]; names: Names }) {
  const first = addressees.find(({ municipality }) => municipality)
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({
    to: first ? keyOf(first) : '',
    theme: '',
    place: '',
    question: '',
  })

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    const to = addressees.find((each) => keyOf(each) === typed.to)
    const sent = await send<ConsultMoved>('POST', '/consults', {
      organizationId: to?.organizationId ?? '',
      deskId: to?.deskId ?? null,
      theme: typed.theme,
      place: typed.place || null,
      question: typed.question,
    })
    if (sent) location.assign(`/werk/sparren/#${sent.id}`)
  }

  return (
    <form class="vd-form" noValidate aria-label="Vraag aan een consulent" onSubmit={submit}>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      <Found problem={problem} />
      <Select
        id="aan"
        label="Aan wie vraagt u het?"
        choices={addressees.map((each) => ({ code: keyOf(each), label: nameOf(each) }))}
        value={typed.to}
        fault={faultAt('/organizationId')}
        onChange={(to) => set({ to })}
      />
      <Select
        id="thema"
        label="Waar gaat het over?"
        choices={choicesIn(names.themes)}
        value={typed.theme}
        fault={faultAt('/theme')}
        onChange={(theme) => set({ theme })}
      />
      <Known theme={typed.theme} />
      <Select
        id="plaats"
        label="Plaats"
        optional
        empty="Maakt niet uit"
        choices={choicesIn(names.places)}
        value={typed.place}
        fault={faultAt('/place')}
        onChange={(place) => set({ place })}
      />
      <TextArea
        id="vraag"
        label="Uw vraag"
        hint="Schrijf geen naam, telefoonnummer, e-mailadres, postcode met huisnummer of geboortedatum op. Een leeftijd mag wel."
        rows={6}
        value={typed.question}
        fault={faultAt('/question')}
        onChange={(question) => set({ question })}
      />
      <p class="vd-save-bar">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met versturen…' : 'Vraag versturen'}
        </button>
      </p>
    </form>
  )
}
