import type { SessionView } from '../../../api/accounts/schema.ts'
import type { Names } from '../../lib/names.ts'
import { coldWords } from '../../lib/transfer-words.ts'
import { choicesOf, refusalWords } from '../../lib/words.ts'
import { BasisFields } from '../../parts/BasisFields.tsx'
import { DeskPicker } from '../../parts/DeskPicker.tsx'
import { type Draft, useDraftForm } from '../../parts/draft-form.ts'
import { ErrorSummary } from '../../parts/ErrorSummary.tsx'
import { Radios, TextArea } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Part } from '../../parts/Part.tsx'
import { Erased } from '../../parts/Erased.tsx'
import { SaveBar } from '../../parts/SaveBar.tsx'
import { type CrisisLine, Urgency } from '../../parts/Urgency.tsx'
import { fields, inputOf, leftEmpty, type Origin, type Typed, typedFrom } from './draft.ts'

type Props = {
  origin: Origin
  who: SessionView
  names: Names
  crisis: readonly CrisisLine[]
  /** The desk that was proposed after another said no. */
  proposed: string
  onDraft: (draft: Draft) => void
}

const warmth = [
  {
    code: 'warm',
    label: 'Ja, een warme overdracht',
    hint: 'U, de ontvanger en de inwoner spreken elkaar. Daarna gaat het over.',
  },
  {
    code: 'cold',
    label: 'Nee, zonder gesprek',
    hint: 'Alleen als de inwoner de overdracht wil, maar een gesprek niet kan.',
  },
]

export function OfferForm({ origin, who, names, crisis, proposed, onDraft }: Props) {
  const { matter, signal, draft, before } = origin
  const form = useDraftForm<Typed>({
    path: '/transfers',
    typed: typedFrom(origin, who, proposed),
    draft: draft && { id: draft.id, matterId: matter.id, version: draft.version },
    inputOf: (typed, version) => inputOf(typed, origin, version),
    leftEmpty: (typed, toFinish) => leftEmpty(typed, origin, toFinish),
    onDraft,
  })
  const { typed, set, problem, tries, faultAt } = form

  async function offer(event: SubmitEvent) {
    event.preventDefault()
    const matterId = await form.finish('offer', { feedback: signal ? typed.feedback : null })
    if (matterId !== null) location.assign(`/werk/hulpvraag/#${matterId}`)
  }

  const empty = leftEmpty(typed, origin, true)
  const about = [
    names.themes[matter.theme] ?? matter.theme,
    matter.place && (names.places[matter.place] ?? matter.place),
  ]
  return (
    <form class="vd-long-form" noValidate aria-label="Overdracht" onSubmit={offer}>
      <p class="vd-matter__line">
        <span>
          Hulpvraag <span class="vd-reference">{matter.reference}</span>
        </span>
        <span>{about.filter(Boolean).join(', ')}</span>
        {matter.person && <span>{matter.person.name}</span>}
      </p>
      {problem && problem.faults.length > 0 && <ErrorSummary key={tries} faults={problem.faults} fields={fields} />}
      {problem && problem.faults.length === 0 && (
        <Notice key={tries} tone="error" role="alert" focus title={refusalWords(problem)} />
      )}
      {before && (
        <Notice tone="info" title="Dit is eerder aangeboden. Wat u toen vroeg, staat er al.">
          <p>{proposed ? 'Voor dit team geldt' : 'Kies een ander team. Voor dat team geldt'} een eigen grondslag.</p>
        </Notice>
      )}
      <Part
        id="team"
        title="Naar welk team?"
        intro="Alleen teams die een overdracht kunnen ontvangen. Gesloten dagen tellen niet mee."
      >
        <DeskPicker
          id="team"
          label="Ontvangend team"
          whose="others"
          showsAgreement
          names={names}
          theme={matter.theme}
          place={matter.place ?? ''}
          value={typed.receiverDesk}
          fault={faultAt('/receiverDesk')}
          onChange={(receiverDesk) => set({ receiverDesk })}
        />
      </Part>
      <Part id="vraag" title="Wat vraagt u?" intro="Dit leest de ontvanger vóór het aannemen. Schrijf er geen naam in.">
        <TextArea
          id="vraag"
          label="Wat vraagt u aan de ontvanger?"
          rows={5}
          value={typed.request}
          fault={faultAt('/request')}
          onChange={(request) => set({ request })}
        />
        <Urgency
          value={typed.urgency}
          fault={faultAt('/urgency')}
          lines={crisis}
          called={typed.called}
          calledFault={faultAt('/called')}
          onChange={(urgency) => set({ urgency })}
          onCalled={(called) => set({ called })}
        />
      </Part>
      <Part id="warm" title="Een gesprek met drie" intro="Tot de overdracht is bevestigd, blijft u verantwoordelijk.">
        <Radios
          id="warm"
          label="Komt er een gesprek met de inwoner erbij?"
          choices={warmth}
          value={typed.warm}
          fault={faultAt('/warm')}
          onChange={(warm) => set({ warm })}
        />
        {typed.warm === 'cold' && (
          <Radios
            id="waarom-koud"
            label="Waarom komt er geen gesprek?"
            choices={choicesOf(coldWords)}
            value={typed.coldReason}
            fault={faultAt('/coldReason')}
            onChange={(coldReason) => set({ coldReason })}
          />
        )}
      </Part>
      <Part id="grondslag" title="Wettelijke grondslag" intro="Elke ontvanger heeft een eigen grondslag nodig.">
        <BasisFields
          value={typed.basis}
          isGroup={matter.subject === 'group'}
          faultOf={(name) => faultAt(`/basis/${name}`)}
          onChange={(basis) => set({ basis })}
        />
      </Part>
      {signal && (
        <Part
          id="terugkoppeling"
          title="Terugkoppeling"
          intro={`Met het aanbieden rondt u het signaal af. ${signal.from.organization.name} leest wat er gebeurt.`}
        >
          <TextArea
            id="terugkoppeling"
            label="Wat hoort de verzender van het signaal?"
            hint="Bijvoorbeeld: wij spraken het gezin en vragen hulp bij een andere organisatie."
            value={typed.feedback}
            fault={faultAt('/feedback')}
            onChange={(feedback) => set({ feedback })}
          />
        </Part>
      )}
      <Erased on={draft?.erasedOn ?? null} />
      <SaveBar
        path="/transfers"
        label="Aanbieden"
        busyLabel="Bezig met aanbieden…"
        busy={form.busy}
        kept={form.kept}
        draft={form.draft}
        left={fields.filter(({ pointer }) => empty.some((fault) => fault.pointer === pointer))}
        onKeep={() => void form.keep()}
        onGone={form.forget}
      />
    </form>
  )
}
