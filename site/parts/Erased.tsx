/** Until when a draft is kept that nobody writes in. */
import { formatDate } from '../lib/dates.ts'

export const Erased = ({ on }: { on: string | null }) =>
  on && (
    <p class="vd-hint">Dit concept wordt op {formatDate(on)} gewist. Schrijft u verder? Dan bewaren wij het langer.</p>
  )
