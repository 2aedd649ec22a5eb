/** Finding work back: by reference number, or a list narrowed by state, team, organisation and day; and taking it along. */
import { useEffect, useState } from 'preact/hooks'
import type { DesksView } from '../../../api/desks/schema.ts'
import { workStatuses, type WorkExport, type WorkView } from '../../../api/matters/work-schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { dayOf } from '../../lib/dates.ts'
import type { Names } from '../../lib/names.ts'
import { columns, exportLine, stateWords } from '../../lib/work-words.ts'
import { faultWords, refusalWords } from '../../lib/words.ts'
import { Select, TextField } from '../../parts/Field.tsx'
import { isFiltered, nothing, queryOf, type Shown } from './view.ts'

type Props = {
  shown: Shown
  view: WorkView | null
  names: Names
  isFound: boolean
  onShow: (next: Shown) => void
  onFound: (found: WorkView | null) => void
}

export function Filters({ shown, view, names, isFound, onShow, onFound }: Props) {
  const [desks, setDesks] = useState<DesksView['desks']>([])
  const [open, setOpen] = useState(isFiltered(shown))
  useEffect(() => {
    // Names to choose from; without them the other filters work.
    if (open && desks.length === 0)
      void ask<DesksView>('GET', '/desks').then((answer) => answer.ok && setDesks(answer.value.desks))
  }, [open])

  const set = (changed: Partial<Shown>) => onShow({ ...shown, ...changed, page: 1 })
  const own = desks.filter((desk) => desk.own)
  const partners = [
    ...new Map(desks.filter((desk) => !desk.own).map((desk) => [desk.organization.id, desk.organization.name])),
  ]
  const filtered = isFiltered(shown)
  return (
    <div class="vd-work-tools">
      <Reference isFound={isFound} onFound={onFound} />
      <div class="vd-work-tools__buttons">
        <button
          type="button"
          class="nl-button nl-button--secondary"
          aria-expanded={open}
          aria-controls="filters"
          onClick={() => setOpen(!open)}
        >
          Filter{filtered ? ' (aan)' : ''}
        </button>
        {view && view.total > 0 && !isFound && <Export shown={shown} total={view.total} names={names} />}
      </div>
      {open && (
        <div class="vd-work-filter" id="filters" role="group" aria-label="Filter">
          <Select
            id="filter-stand"
            label="Stand"
            empty="Elke stand"
            optional
            value={shown.status}
            choices={workStatuses.map((code) => ({ code, label: stateWords[code] }))}
            onChange={(status) => set({ status: workStatuses.find((each) => each === status) ?? '' })}
          />
          {own.length > 1 && (
            <Select
              id="filter-team"
              label="Ons team"
              empty="Elk team"
              optional
              value={shown.desk}
              choices={own.map(({ id, name }) => ({ code: id, label: name }))}
              onChange={(desk) => set({ desk })}
            />
          )}
          <Select
            id="filter-bij"
            label="Van of naar"
            empty="Elke organisatie"
            optional
            value={shown.organization}
            choices={partners.map(([code, label]) => ({ code, label }))}
            onChange={(organization) => set({ organization })}
          />
          <TextField
            id="filter-van"
            label="Zo sinds"
            type="date"
            optional
            value={shown.from}
            onChange={(from) => set({ from })}
          />
          <TextField
            id="filter-tot"
            label="Tot en met"
            type="date"
            optional
            value={shown.until}
            onChange={(until) => set({ until })}
          />
          {filtered && (
            <p class="vd-actions">
              <button type="button" class="nl-button nl-button--subtle" onClick={() => set(nothing)}>
                Filter weghalen
              </button>
            </p>
          )}
          <p class="vd-hint">
            Bewaar het adres van deze pagina bij uw favorieten: dan hebt u dit filter morgen weer. Er staat geen naam
            in.
          </p>
        </div>
      )}
    </div>
  )
}

type ReferenceProps = { isFound: boolean; onFound: (found: WorkView | null) => void }

/** A reference number goes in a body and not in the address, which servers keep. */
function Reference({ isFound, onFound }: ReferenceProps) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)

  async function find(event: SubmitEvent) {
    event.preventDefault()
    const answer = await ask<WorkView>('POST', '/work/find', { reference: typed })
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) onFound(answer.value)
  }
  function clear() {
    setTyped('')
    onFound(null)
  }
  const fault = problem && (problem.faults[0] ? faultWords(problem.faults[0].code) : refusalWords(problem))
  return (
    <form class="vd-work-find" role="search" noValidate onSubmit={find}>
      <label class="utrecht-form-label" htmlFor="referentie">
        Referentie
      </label>
      <div class="vd-work-find__row">
        <input
          id="referentie"
          class="utrecht-textbox utrecht-textbox--html-input"
          autocomplete="off"
          spellcheck={false}
          maxLength={12}
          placeholder="7K2M-9QXD"
          value={typed}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'referentie-fout' : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="nl-button nl-button--secondary">
          Zoek
        </button>
        {isFound && (
          <button type="button" class="nl-button nl-button--subtle" onClick={clear}>
            Terug naar de lijst
          </button>
        )}
      </div>
      {fault && (
        <p class="vd-fault" id="referentie-fout" role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}

/** The list as it is on screen, whole, as a file. That it was taken along is in the log. */
function Export({ shown, total, names }: { shown: Shown; total: number; names: Names }) {
  const [told, setTold] = useState('')
  async function take() {
    setTold('Bezig…')
    const answer = await ask<WorkExport>('GET', `/work/export?${queryOf(shown, { paged: false })}`)
    if (!answer.ok) return setTold(refusalWords(answer.problem))
    const { download, toCsv, toldOf } = await import('../../lib/work-csv.ts')
    const lines = answer.value.items.map((item) => exportLine(item, names))
    download(`werklijst-${dayOf(new Date())}.csv`, toCsv(columns, lines))
    setTold(toldOf(lines.length, answer.value.total))
  }
  return (
    <>
      <button type="button" class="nl-button nl-button--subtle" onClick={() => void take()}>
        Lijst als bestand ({total})
      </button>
      <span role="status" class="vd-hint">
        {told}
      </span>
    </>
  )
}
