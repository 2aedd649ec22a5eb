/** Choosing the team that receives, through the directory: by theme, place or words; its services and closed days in sight. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DesksView } from '../../api/desks/schema.ts'
import { type Answer, ask } from '../lib/api.ts'
import { dayOf, formatDay } from '../lib/dates.ts'
import { type Desk, fits, servicesOf } from '../lib/desks.ts'
import type { Names } from '../lib/names.ts'
import { faultId } from './Field.tsx'
import { Agreed } from './Agreed.tsx'
import { Loading, Unreachable } from './Notice.tsx'

type Props = {
  id: string
  label: string
  hint?: string
  fault?: string | undefined
  value: string
  onChange: (deskId: string, desk: Desk) => void
  names: Names
  /** Where the search begins. */
  theme?: string | undefined
  place?: string | undefined
  /** `own`: other teams of one's own organisation. `others`: teams of other organisations. */
  whose: 'own' | 'others'
  except?: string
  /** For a transfer: what was agreed with the desk counts for it. */
  showsAgreement?: boolean
}

export function DeskPicker(props: Props) {
  const { id, label, hint, fault, value, onChange, whose, except } = props
  const [answer, setAnswer] = useState<Answer<DesksView> | null>(null)
  const [open, setOpen] = useState(value === '')

  const read = async () => setAnswer(await ask<DesksView>('GET', '/desks'))
  useEffect(() => void read(), [])

  const desks = answer?.ok
    ? answer.value.desks.filter((desk) => desk.own === (whose === 'own') && desk.id !== except)
    : []
  const chosen = desks.find((desk) => desk.id === value)

  const other = useRef<HTMLButtonElement>(null)
  const collapsed = useRef(false)
  useEffect(() => {
    if (collapsed.current) other.current?.focus()
    collapsed.current = false
  }, [open])

  function done() {
    collapsed.current = true
    setOpen(false)
  }

  return (
    <fieldset
      id={id}
      tabIndex={-1}
      class={`vd-form-field${fault ? ' vd-form-field--invalid' : ''}`}
      aria-describedby={fault ? faultId(id) : undefined}
    >
      <legend class="vd-legend">{label}</legend>
      {hint && <p class="vd-hint">{hint}</p>}
      {fault && (
        <div class="vd-fault" id={faultId(id)}>
          <span class="vd-hidden">Fout: </span>
          {fault}
        </div>
      )}
      {!answer && <Loading what="De lijst met teams" />}
      {answer && !answer.ok && <Unreachable problem={answer.problem} retry={() => void read()} />}
      {answer?.ok && chosen && !open && (
        <div class="vd-chosen-desk">
          <div>
            <p>
              <strong>{chosen.name}</strong>, {chosen.organization.name}
            </p>
            {props.showsAgreement && <Agreed desk={chosen} />}
            <Closings desk={chosen} />
          </div>
          <button ref={other} type="button" class="nl-button nl-button--secondary" onClick={() => setOpen(true)}>
            Kies een ander team
          </button>
        </div>
      )}
      {answer?.ok && (open || !chosen) && (
        <Choose {...props} desks={desks} onChoose={(desk) => onChange(desk.id, desk)} onDone={done} />
      )}
    </fieldset>
  )
}

type ChooseProps = Props & { desks: Desk[]; onChoose: (desk: Desk) => void; onDone: () => void }

function Choose({
  id,
  value,
  names,
  theme = '',
  place = '',
  whose,
  showsAgreement,
  desks,
  onChoose,
  onDone,
}: ChooseProps) {
  const [filter, setFilter] = useState({ theme, place, text: '' })
  useEffect(() => setFilter((now) => ({ ...now, theme, place })), [theme, place])
  const found = desks.filter((desk) => desk.id === value || fits(desk, filter))
  // Arrow keys walk through the radios, so only a pointer closes the list by choosing.
  const byKey = useRef(false)
  const isOwn = whose === 'own'
  return (
    <>
      {!isOwn && (
        <div class="vd-desk-filter" role="search" aria-label="Teams zoeken">
          <Filter
            id={`${id}-thema`}
            label="Thema"
            value={filter.theme}
            names={names.themes}
            all="Alle thema’s"
            onChange={(theme) => setFilter({ ...filter, theme })}
          />
          <Filter
            id={`${id}-plaats`}
            label="Plaats"
            value={filter.place}
            names={names.places}
            all="Overal"
            onChange={(place) => setFilter({ ...filter, place })}
          />
          <div>
            <label class="utrecht-form-label" htmlFor={`${id}-tekst`}>
              Team, organisatie of aanbod
            </label>
            <input
              id={`${id}-tekst`}
              class="utrecht-textbox utrecht-textbox--html-input"
              type="search"
              autocomplete="off"
              value={filter.text}
              onInput={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
            />
          </div>
        </div>
      )}
      <p role="status" class="vd-hint">
        {found.length === 0 ? 'Geen team gevonden.' : found.length === 1 ? '1 team' : `${found.length} teams`}
      </p>
      {found.length === 0 && !isOwn && (
        <p>
          <button
            type="button"
            class="nl-button nl-button--secondary"
            onClick={() => setFilter({ theme: '', place: '', text: '' })}
          >
            Toon alle teams
          </button>
        </p>
      )}
      <ul class="vd-desks" role="list">
        {found.map((desk) => (
          <li key={desk.id} class="vd-desk">
            <input
              class="utrecht-radio-button utrecht-radio-button--html-input"
              type="radio"
              name={id}
              id={`${id}-${desk.id}`}
              checked={desk.id === value}
              aria-describedby={`${id}-${desk.id}-over`}
              onKeyDown={(event) => void (byKey.current = event.key.startsWith('Arrow') || event.key === ' ')}
              onChange={() => {
                onChoose(desk)
                if (!byKey.current) onDone()
                byKey.current = false
              }}
            />
            <label for={`${id}-${desk.id}`}>
              {desk.name}
              {!isOwn && <span class="vd-desk__organization">, {desk.organization.name}</span>}
            </label>
            {desk.id === value && (
              <p class="vd-desk__about">
                <button type="button" class="nl-button nl-button--secondary" onClick={onDone}>
                  Dit team kiezen
                </button>
              </p>
            )}
            <div class="vd-desk__about" id={`${id}-${desk.id}-over`}>
              {desk.services.length > 0 && <p>{servicesOf(desk)}</p>}
              {desk.safetyNet && <p>Vangnet van de gemeente: als u geen ander team vindt.</p>}
              {showsAgreement && <Agreed desk={desk} />}
              <Closings desk={desk} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

type FilterProps = {
  id: string
  label: string
  value: string
  names: Record<string, string>
  all: string
  onChange: (code: string) => void
}

const Filter = ({ id, label, value, names, all, onChange }: FilterProps) => (
  <div>
    <label class="utrecht-form-label" for={id}>
      {label}
    </label>
    <select
      id={id}
      class="utrecht-select utrecht-select--html-select"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{all}</option>
      {Object.entries(names).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  </div>
)

/** Closed days that are still to come; they do not count in the desk's deadlines. */
export function Closings({ desk }: { desk: Desk }) {
  const today = dayOf(new Date())
  const coming = desk.closings.filter((closing) => closing.until >= today)
  if (coming.length === 0) return null
  const periods = coming.map(({ from, until }) =>
    from === until ? formatDay(from) : `${formatDay(from)} tot en met ${formatDay(until)}`,
  )
  return <p class="vd-desk__closed">Gesloten: {periods.join('; ')}. Die dagen tellen niet mee in de termijn.</p>
}
