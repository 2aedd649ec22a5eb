/** One line of the work list; on a phone the same row is a card. */
import type { SideRef } from '../../../api/matters/schema.ts'
import type { WorkItem } from '../../../api/matters/work-schema.ts'
import { kindWords } from '../../lib/matter-words.ts'
import type { Names } from '../../lib/names.ts'
import { urgencyWords } from '../../lib/signal-words.ts'
import { ageWords, commandWords, type FromList, stateOf } from '../../lib/work-words.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { openFromList } from './keys.ts'

type Props = {
  item: WorkItem
  names: Names
  now: Date
  chosen: boolean
  onChoose: () => void
  onCommand: (command: FromList) => void
}

export function Row({ item, names, now, chosen, onChoose, onCommand }: Props) {
  const theme = names.themes[item.theme] ?? item.theme
  const place = item.place && (names.places[item.place] ?? item.place)
  const open = openFromList(item)
  const classes = [item.urgency === 'acute' && 'vd-work__acute', chosen && 'vd-work__chosen'].filter(Boolean).join(' ')
  return (
    <tr class={classes || undefined}>
      <td class="vd-work__choose">
        {open.length > 0 && (
          <label>
            <input
              type="checkbox"
              class="utrecht-checkbox utrecht-checkbox--html-input"
              checked={chosen}
              onChange={onChoose}
            />
            <span class="vd-hidden">Kies {item.reference}</span>
          </label>
        )}
      </td>
      <th scope="row" class="vd-work__what">
        <a href={addressOf(item)}>
          {theme}
          {place && `, ${place}`}
        </a>
        <span class="vd-work__reference">
          {kindWords[item.kind]} <span class="vd-reference">{item.reference}</span>
        </span>
        {item.looking.length > 0 && <span class="vd-looking">Nu open bij {item.looking.join(', ')}</span>}
      </th>
      <td data-label="Stand">
        <span class="vd-state">
          {stateOf(item)} <span class="vd-quiet">{ageWords(item.since, now)}</span>
        </span>
        {item.urgency && item.urgency !== 'normal' && (
          <span class={`vd-urgency vd-urgency--${item.urgency}`}>{urgencyWords[item.urgency]}</span>
        )}
        {item.alarm && <span class="vd-urgency vd-urgency--urgent">inwoner meldt iets</span>}
        {item.unread > 0 && (
          <span class="vd-unread">{item.unread === 1 ? '1 nieuw bericht' : `${item.unread} nieuwe berichten`}</span>
        )}
      </td>
      <td data-label="Van en naar">
        <Between from={item.from} to={item.to} />
      </td>
      <td data-label="Termijn">{item.dueBy ? <Deadline due={item.dueBy} now={now} /> : 'geen'}</td>
      <td data-label="Wie">
        {whoOf(item)}
        {item.standsInFor?.name && <span class="vd-work__reference">u vervangt {item.standsInFor.name}</span>}
      </td>
      <td class="vd-work__do">
        <Buttons item={item} open={open} onCommand={onCommand} />
      </td>
    </tr>
  )
}

/** A draft of a signal opens where it is written. */
const addressOf = (item: WorkItem) =>
  item.kind === 'signal' && item.status === 'draft'
    ? `/werk/signaal/#${item.matterId}/${item.id}`
    : `/werk/hulpvraag/#${item.matterId}`

function whoOf(item: WorkItem): string {
  if (item.assignee) return item.assignee.name ?? 'een collega daar'
  return item.waitingFor === 'us' && item.status !== 'with_others' ? 'nog niemand' : '–'
}

const nameOf = (side: SideRef) => (side.organization.isUs ? 'ons' : (side.desk?.name ?? side.organization.name))

function Between({ from, to }: Pick<WorkItem, 'from' | 'to'>) {
  if (from.organization.id === to.organization.id) return <>{from.organization.isUs ? 'van ons' : nameOf(from)}</>
  return (
    <span class="vd-work__way">
      van {nameOf(from)} <br />
      naar {nameOf(to)}
    </span>
  )
}

/** What one does most is a button; the rest is one press further, and each has its key. */
const first: readonly FromList[] = ['take', 'accept', 'conclude']

type ButtonsProps = Pick<Props, 'item' | 'onCommand'> & { open: readonly FromList[] }

function Buttons({ item, open, onCommand }: ButtonsProps) {
  const main = first.find((command) => open.includes(command))
  const more = open.filter((command) => command !== main)
  const button = (command: FromList, look: string) => (
    <button key={command} type="button" class={`nl-button nl-button--${look}`} onClick={() => onCommand(command)}>
      {commandWords[command].name}
      <span class="vd-hidden"> {item.reference}</span>
    </button>
  )
  return (
    <div class="vd-work__buttons">
      {main && button(main, 'secondary')}
      {more.length > 0 && (
        <details class="vd-more">
          <summary>
            Meer<span class="vd-hidden"> bij {item.reference}</span>
          </summary>
          <div class="vd-more__list">{more.map((command) => button(command, 'subtle'))}</div>
        </details>
      )}
    </div>
  )
}
