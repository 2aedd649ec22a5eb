/** Keys on the list. Single keys, so they can be switched off, and they sleep while somebody types (WCAG 2.1.4). */
import type { WorkItem } from '../../../api/matters/work-schema.ts'
import { type FromList, fromList } from '../../lib/work-words.ts'

export type Stroke =
  | { kind: 'next' }
  | { kind: 'previous' }
  | { kind: 'select' }
  | { kind: 'help' }
  | { kind: 'command'; commands: readonly FromList[] }

const strokes: Record<string, Stroke> = {
  j: { kind: 'next' },
  k: { kind: 'previous' },
  x: { kind: 'select' },
  '?': { kind: 'help' },
  p: { kind: 'command', commands: ['take', 'accept'] },
  t: { kind: 'command', commands: ['assign'] },
  d: { kind: 'command', commands: ['redirect'] },
  v: { kind: 'command', commands: ['ask'] },
  r: { kind: 'command', commands: ['conclude'] },
}

/** What a key means here; null while typing, in a dialog, and for keys of the browser itself. */
export function strokeOf(event: KeyboardEvent): Stroke | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null
  const at = event.target
  if (at instanceof HTMLElement && at.closest('input:not([type=checkbox]), textarea, select, dialog')) return null
  return strokes[event.key] ?? null
}

/** What can be done with this line from the list, in the order of the buttons. */
export const openFromList = (item: Pick<WorkItem, 'commands'>): FromList[] =>
  fromList.filter((command) => (item.commands as readonly string[]).includes(command))

/** Of one key that serves two kinds (take, accept) the one that fits this line. */
export const fitting = (item: Pick<WorkItem, 'commands'>, commands: readonly FromList[]): FromList | undefined =>
  commands.find((command) => openFromList(item).includes(command))
