/** How long still, then which day. The words carry it; the colour only helps. */
import { deadlineWords } from '../lib/deadline.ts'

type Props = { due: string; now?: Date }

export function Deadline({ due, now = new Date() }: Props) {
  const { text, day, tone } = deadlineWords(due, now)
  return (
    <span class={`vd-deadline vd-deadline--${tone}`}>
      <strong>{text}</strong> <time dateTime={due}>{day}</time>
    </span>
  )
}
