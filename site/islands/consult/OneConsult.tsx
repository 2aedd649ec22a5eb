import { useEffect, useState } from 'preact/hooks'
import type { ConsultView } from '../../../api/consults/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { consultNow, consultStates, decisionWords } from '../../lib/consult-words.ts'
import { dayOf, formatDate } from '../../lib/dates.ts'
import type { Names } from '../../lib/names.ts'
import { session, workChanged } from '../../lib/session.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { WriteGuidance } from './WriteGuidance.tsx'
import { CloseForm } from './CloseForm.tsx'
import { aboutOf } from './ConsultList.tsx'

export function OneConsult({ id, names }: { id: string; names: Names }) {
  const [answer, setAnswer] = useState<Answer<ConsultView> | null>(null)
  const [done, setDone] = useState('')
  const [isConsultant, setIsConsultant] = useState(false)

  async function read(said = '') {
    const who = await session()
    setIsConsultant(who.ok && who.value.roles.includes('consultant'))
    setAnswer(who.ok ? await ask<ConsultView>('GET', `/consults/${id}`) : who)
    setDone(said)
    // What waits is one less, or is seen for the first time.
    if (said) workChanged()
  }
  useEffect(() => void read(), [id])

  if (!answer) return <Loading what="De vraag" />
  if (!answer.ok) {
    return (
      <>
        <h1 class="nl-heading nl-heading--level-1">Sparren</h1>
        <Unreachable problem={answer.problem} retry={() => void read()} />
        <Back />
      </>
    )
  }
  const consult = answer.value
  return (
    <>
      <Back />
      <h1 class="nl-heading nl-heading--level-1">{aboutOf(consult, names)}</h1>
      <p class="vd-matter__line">
        <span>
          Sparren <span class="vd-reference">{consult.reference}</span>
        </span>
        <span>{consultStates[consult.status]}</span>
      </p>
      {done && <Notice key={done} tone="ok" role="status" focus title={done} />}
      <p class="vd-now">{consultNow[consult.status][consult.weAre]}</p>
      <section class="vd-piece" aria-labelledby="vraag-kop">
        <h2 id="vraag-kop" class="nl-heading nl-heading--level-2">
          De vraag
        </h2>
        <p class="vd-piece__way">
          Van {sideWords(consult.from, consult.asker.name)} aan {sideWords(consult.to, null)}, op{' '}
          {formatDate(dayOf(new Date(consult.askedAt)))}
        </p>
        <p class="vd-said">{consult.question}</p>
        {consult.answer !== null && consult.answeredAt && (
          <>
            <h2 class="nl-heading nl-heading--level-2">Het antwoord</h2>
            <p class="vd-piece__way">
              Van {consult.consultant?.name ?? 'een consulent'}, op {formatDate(dayOf(new Date(consult.answeredAt)))}
            </p>
            <p class="vd-said">{consult.answer}</p>
          </>
        )}
        {consult.decision && consult.closedAt && (
          <>
            <h2 class="nl-heading nl-heading--level-2">Wat de vrager doet</h2>
            <p class="vd-said">{decisionWords[consult.decision]}</p>
            {consult.closingNote && <p class="vd-said">{consult.closingNote}</p>}
            <p class="vd-piece__way">Afgesloten op {formatDate(dayOf(new Date(consult.closedAt)))}</p>
          </>
        )}
      </section>
      {consult.weAre === 'answerer' && consult.status !== 'open' && isConsultant && <WriteGuidance consult={consult} />}
      {consult.commands.includes('answer') && (
        <AnswerForm
          consult={consult}
          onDone={() => void read('Uw antwoord is verstuurd.')}
          onChanged={() => void read()}
        />
      )}
      {consult.commands.includes('close') && (
        <CloseForm
          consult={consult}
          onDone={() => void read('De vraag is afgesloten.')}
          onChanged={() => void read()}
        />
      )}
    </>
  )
}

const Back = () => (
  <p>
    <a class="nl-link" href="/werk/sparren/">
      Naar alle vragen
    </a>
  </p>
)

const sideWords = (side: ConsultView['from'], name: string | null) =>
  [name, side.desk?.name, side.organization.name].filter(Boolean).join(', ')
