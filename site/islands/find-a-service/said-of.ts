/** What a card says of its hours, reckoned once a minute and not at every key. */
import { sayNow } from '../../lib/hours/show.ts'
import type { Said } from '../../lib/hours/show.ts'
import type { Placed } from './ServiceCard.tsx'

const said = new WeakMap<Placed['doors'], { minute: number; now: Said }>()

/** What to say of these doors at this moment (milliseconds since 1970); null where no hours are known. */
export function saidOf(doors: Placed['doors'], minute: number): Said | null {
  if (doors.length === 0) return null
  const known = said.get(doors)
  if (known?.minute === minute) return known.now
  const now = sayNow(doors, minute)
  said.set(doors, { minute, now })
  return now
}
