/** Which team: three that fit are proposed with why, how much room they have and what they ask; or any other. */
import { useEffect, useState } from 'preact/hooks'
import type { DesksView } from '../../../api/desks/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { formatDay } from '../../lib/dates.ts'
import { type Proposal, proposed } from '../../lib/desk-proposals.ts'
import type { Desk } from '../../lib/desks.ts'
import type { Names } from '../../lib/names.ts'
import { Agreed } from '../Agreed.tsx'
import { Closings, DeskPicker } from '../DeskPicker.tsx'
import { faultId } from '../Field.tsx'
import { Loading, Unreachable } from '../Notice.tsx'

type Props = {
  theme: string
  place: string
  value: string
  fault: string | undefined
  names: Names
  onChange: (deskId: string) => void
}

export function TeamChoice(props: Props) {
  const { theme, place, value, fault, names, onChange } = props
  const [answer, setAnswer] = useState<Answer<DesksView> | null>(null)
  const [searching, setSearching] = useState(false)
  const read = async () => setAnswer(await ask<DesksView>('GET', '/desks'))
  useEffect(() => void read(), [])

  if (!answer) return <Loading what="De lijst met teams" />
  if (!answer.ok) return <Unreachable problem={answer.problem} retry={() => void read()} />
  const { desks } = answer.value
  const proposals = proposed(desks, { theme, place }, names)
  const chosen = desks.find((desk) => desk.id === value)
  const other = chosen && !proposals.some(({ desk }) => desk.id === value) ? [{ desk: chosen, why: [] }] : []

  if (searching) {
    return (
      <>
        <DeskPicker
          id="team"
          label="Ontvangend team"
          whose="others"
          names={names}
          theme={theme}
          place={place}
          value={value}
          fault={fault}
          showsAgreement
          onChange={onChange}
        />
        <p>
          <button type="button" class="nl-button nl-button--subtle" onClick={() => setSearching(false)}>
            Terug naar het voorstel
          </button>
        </p>
      </>
    )
  }
  return (
    <fieldset
      id="team"
      tabIndex={-1}
      class={`vd-form-field vd-teams${fault ? ' vd-form-field--invalid' : ''}`}
      aria-describedby={fault ? faultId('team') : undefined}
    >
      <legend class="vd-legend">Ontvangend team</legend>
      {fault && (
        <div class="vd-fault" id={faultId('team')}>
          <span class="vd-hidden">Fout: </span>
          {fault}
        </div>
      )}
      {theme === '' && other.length === 0 && <p class="vd-hint">Kies eerst een thema. Dan stellen wij teams voor.</p>}
      {theme !== '' && proposals.length === 0 && <p class="vd-hint">Geen team past bij dit thema en deze plaats.</p>}
      <ul class="vd-desks" role="list">
        {[...other, ...proposals].map((proposal) => (
          <Proposed
            key={proposal.desk.id}
            proposal={proposal}
            checked={proposal.desk.id === value}
            onChoose={() => onChange(proposal.desk.id)}
          />
        ))}
      </ul>
      <p>
        <button type="button" class="nl-button nl-button--subtle" onClick={() => setSearching(true)}>
          Een ander team zoeken
        </button>
      </p>
    </fieldset>
  )
}

type ProposedProps = { proposal: Proposal; checked: boolean; onChoose: () => void }

const Proposed = ({ proposal: { desk, why }, checked, onChoose }: ProposedProps) => (
  <li class="vd-desk">
    <input
      class="utrecht-radio-button utrecht-radio-button--html-input"
      type="radio"
      name="team"
      id={`team-${desk.id}`}
      checked={checked}
      aria-describedby={`team-${desk.id}-over`}
      onChange={onChoose}
    />
    <label for={`team-${desk.id}`}>
      {desk.name}
      <span class="vd-desk__organization">, {desk.organization.name}</span>
    </label>
    <div class="vd-desk__about" id={`team-${desk.id}-over`}>
      {why.length > 0 && <p>{why.join(' · ')}</p>}
      <Room desk={desk} />
      <Agreed desk={desk} />
      <Closings desk={desk} />
    </div>
  </li>
)

/** How much room there is, said by the organisation itself, and when. */
function Room({ desk }: { desk: Desk }) {
  return (
    <>
      {desk.capacity.map(({ service, unit, available, maximum, updatedOn }) => (
        <p key={`${service}-${unit}`} class={available === 0 ? 'vd-desk__closed' : undefined}>
          {available === 0 ? `Nu geen plek bij ${service}` : `${service}: ${available}${of(maximum)} ${unit} vrij`} (
          {formatDay(updatedOn)})
        </p>
      ))}
    </>
  )
}

const of = (maximum: number | null) => (maximum === null ? '' : ` van ${maximum}`)
