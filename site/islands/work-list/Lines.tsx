/** One page of lines: walking through them by key, choosing some, and what was done with them. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Settings } from '../../../api/notifications/schema.ts'
import type { WorkItem, WorkView } from '../../../api/matters/work-schema.ts'
import { request } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { type FromList, groupWords, viewWords } from '../../lib/work-words.ts'
import { Notice } from '../../parts/Notice.tsx'
import { BulkBar } from './BulkBar.tsx'
import { Command, type Done } from './Command.tsx'
import { fitting, strokeOf } from './keys.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { Pager } from './Pager.tsx'
import { Row } from './Row.tsx'
import type { Shown } from './view.ts'

type Props = {
  view: WorkView
  shown: Shown
  names: Names
  onChanged: () => void
  onPage: (page: number) => void
}
type Asked = { command: FromList; items: WorkItem[] }

export function Lines({ view, shown, names, onChanged, onPage }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const [done, setDone] = useState<(Done & { at: number }) | null>(null)
  const [help, setHelp] = useState(false)
  const [shortcuts, setShortcuts] = useState(false)
  const table = useRef<HTMLTableElement>(null)
  const now = new Date()

  useEffect(() => {
    void request<Settings>('GET', '/notifications/settings').then((answer) =>
      setShortcuts(answer.ok && answer.value.shortcuts),
    )
  }, [])

  const isChosen = (item: WorkItem) => chosen.has(item.id)
  const selected = view.items.filter(isChosen)
  const toggle = (item: WorkItem) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(item.id)) next.add(item.id)
      return next
    })

  const links = () => [...(table.current?.querySelectorAll<HTMLAnchorElement>('.vd-work__what a') ?? [])]
  /** The line the keyboard is in; -1 above the first. */
  const here = () => {
    const row = document.activeElement?.closest('tr')
    return links().findIndex((link) => link.closest('tr') === row)
  }
  /** The keyboard goes to this line, and the line is in sight: above the bar of what was chosen. */
  function go(at: number) {
    const link = links()[Math.max(0, Math.min(at, view.items.length - 1))]
    link?.focus({ preventScroll: true })
    link?.closest('tr')?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }
  /** Where the keyboard goes when the line it was in has left the list. */
  const stay = useRef(-1)

  /** Everything chosen for which it is open, or else the line the keyboard is in. */
  function meant(commands: readonly FromList[]): Asked | null {
    const current = view.items[here()]
    const wanted = selected.length > 0 ? selected : current ? [current] : []
    const command = wanted.map((item) => fitting(item, commands)).find((each) => each !== undefined)
    if (!command) return null
    stay.current = here()
    const fit = wanted.filter((item) => fitting(item, [command]))
    // A question is of one signal: the line the keyboard is in, or else the first that was chosen.
    if (command === 'ask')
      return { command, items: [fit.find((item) => item === current) ?? fit[0]].filter((item) => !!item) }
    return { command, items: fit }
  }

  function press(event: KeyboardEvent) {
    const stroke = strokeOf(event)
    if (!stroke || asked || help) return
    event.preventDefault()
    if (stroke.kind === 'help') return setHelp(true)
    if (stroke.kind === 'next') return go(here() + 1)
    if (stroke.kind === 'previous') return go(here() - 1)
    if (stroke.kind === 'select') {
      const current = view.items[here()]
      if (current) toggle(current)
      return
    }
    const asking = meant(stroke.commands)
    if (asking) setAsked(asking)
  }
  // Always the newest, and there as soon as the list says that keys work: somebody who types fast is ahead of the effects.
  const latest = useRef(press)
  latest.current = press
  useLayoutEffect(() => {
    if (!shortcuts) return
    const listen = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [shortcuts])

  // After a command the line has often left the list: the keyboard goes on at the one that took its place.
  useEffect(() => {
    if (stay.current < 0 || asked) return
    go(stay.current)
    stay.current = -1
  }, [view])

  function finish(result: Done) {
    setAsked(null)
    setChosen(new Set())
    setDone({ ...result, at: Date.now() })
    onChanged()
  }
  function start(command: FromList, items: WorkItem[]) {
    stay.current = view.items.findIndex((item) => item.id === items[0]?.id)
    setAsked({ command, items })
  }

  const groups = (['first', 'soon', 'later'] as const).map((name) => ({
    name,
    items: view.items.filter((item) => item.group === name),
  }))
  const caption = view.list === 'found' ? 'Gevonden' : viewWords[view.list].name
  return (
    <>
      {done && (
        <Notice key={done.at} tone={done.failed ? 'warning' : 'ok'} role="status" title={done.title}>
          {done.lines.length > 0 && (
            <ul class="vd-results">
              {done.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <div class="vd-list-head">
        <p class="vd-list-summary" role="status">
          {summary(view)}
        </p>
        {shortcuts && view.items.length > 0 && (
          <button type="button" class="nl-button nl-button--subtle vd-list-keys" onClick={() => setHelp(true)}>
            Toetsen <kbd>?</kbd>
          </button>
        )}
      </div>
      {view.items.length > 0 && (
        <table class="vd-work" ref={table}>
          <caption class="vd-hidden">{caption}, wat het eerst moet bovenaan</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="vd-hidden">Kies</span>
              </th>
              <th scope="col">Hulpvraag</th>
              <th scope="col">Stand</th>
              <th scope="col">Van en naar</th>
              <th scope="col">Termijn</th>
              <th scope="col">Wie</th>
              <th scope="col">Doen</th>
            </tr>
          </thead>
          {groups
            .filter(({ items }) => items.length > 0)
            .map(({ name, items }) => (
              <tbody key={name}>
                <tr class="vd-work__group">
                  <th colSpan={7} scope="rowgroup">
                    {groupWords[name]} <span class="vd-work__group-count">({items.length})</span>
                  </th>
                </tr>
                {items.map((item) => (
                  <Row
                    key={`${item.kind}-${item.id}`}
                    item={item}
                    names={names}
                    now={now}
                    chosen={isChosen(item)}
                    onChoose={() => toggle(item)}
                    onCommand={(command) => start(command, [item])}
                  />
                ))}
              </tbody>
            ))}
        </table>
      )}
      <Pager view={view} shown={shown} onPage={onPage} />
      {selected.length > 0 && <BulkBar items={selected} onCommand={start} onNone={() => setChosen(new Set())} />}
      {asked && (
        <Command
          command={asked.command}
          items={asked.items}
          names={names}
          onClose={() => {
            setAsked(null)
            stay.current = -1
          }}
          onDone={finish}
        />
      )}
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </>
  )
}

function summary({ total, items, list, pageSize }: WorkView): string {
  if (list === 'found')
    return total === 0 ? 'Niets gevonden met deze referentie.' : total === 1 ? '1 gevonden.' : `${total} gevonden.`
  const count = total === 1 ? '1 hulpvraag.' : `${total} hulpvragen.`
  if (list === 'finished') return count
  const first = items.filter((item) => item.group === 'first').length
  if (total > pageSize) return count
  if (first === 0) return `${count} Niets hoeft vandaag.`
  const acute = items.filter((item) => item.urgency === 'acute').length
  const late = items.filter((item) => item.overdue).length
  const parts = [acute > 0 ? `${acute} acuut` : '', late > 0 ? `${late} te laat` : ''].filter(Boolean)
  return `${count} Eerst doen: ${first}${parts.length > 0 ? `, waarvan ${parts.join(' en ')}` : ''}.`
}
