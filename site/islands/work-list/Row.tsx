/** One line of the work list; on a phone the same row is a card. */
import type { SideRef } from '../../../api/matters/schema.ts'
import type { WorkItem } from '../../../api/matters/work-schema.ts'
import { itemStates, kindWords, nextActWords } from '../../lib/matter-words.ts'
import type { Names } from '../../lib/names.ts'
import { signalStates, urgencyWords } from '../../lib/signal-words.ts'
import { transferStates } from '../../lib/transfer-words.ts'
import { Deadline } from '../../parts/Deadline.tsx'

type Props = { item: WorkItem; names: Names; now: Date }

export function Row({ item, names, now }: Props) {
  const theme = names.themes[item.theme] ?? item.theme
  const place = item.place && (names.places[item.place] ?? item.place)
  return (
    <tr class={item.urgency === 'acute' ? 'vd-work__acute' : undefined}>
      <th scope="row" class="vd-work__what">
        <a href={addressOf(item)}>
          {theme}
          {place && `, ${place}`}
        </a>
        <span class="vd-work__reference">
          {kindWords[item.kind]} <span class="vd-reference">{item.reference}</span>
        </span>
      </th>
      <td data-label="Stand">
        <span class="vd-state">{stateOf(item)}</span>
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
      <td data-label="Wie">{whoOf(item)}</td>
    </tr>
  )
}

/** A draft of a signal opens where it is written. */
const addressOf = (item: WorkItem) =>
  item.kind === 'signal' && item.status === 'draft'
    ? `/werk/signaal/#${item.matterId}/${item.id}`
    : `/werk/hulpvraag/#${item.matterId}`

function stateOf(item: WorkItem): string {
  if (item.kind === 'matter') return item.nextAct ? nextActWords[item.nextAct] : itemStates.with_others
  return { ...signalStates, ...transferStates, ...itemStates }[item.status]
}

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
