/** What somebody with forty cases should do first. Pure. */
import type { WorkItem } from '../../../api/matters/work-schema.ts'
import { deadlineWords } from '../../lib/deadline.ts'

export type Group = { name: string; items: WorkItem[] }

const weight = { acute: 0, urgent: 1, normal: 2 } as const
const urgencyOf = (item: WorkItem) => weight[item.urgency ?? 'normal']
const never = '9999'

function rank(item: WorkItem, now: Date): 0 | 1 | 2 {
  if (item.urgency === 'acute' || item.overdue) return 0
  const tone = item.dueBy ? deadlineWords(item.dueBy, now).tone : 'later'
  return tone === 'late' || tone === 'today' ? 0 : tone === 'soon' ? 1 : 2
}

const names = ['Eerst doen', 'Komende dagen', 'Later'] as const

/** Acute, late and due today first; then the next days; then the rest. Within a group acute first, then by deadline. */
export function inOrder(items: readonly WorkItem[], now: Date): Group[] {
  const sorted = [...items].sort(
    (a, b) =>
      Number(b.urgency === 'acute') - Number(a.urgency === 'acute') ||
      (a.dueBy ?? never).localeCompare(b.dueBy ?? never) ||
      urgencyOf(a) - urgencyOf(b),
  )
  return names
    .map((name, index) => ({ name, items: sorted.filter((item) => rank(item, now) === index) }))
    .filter((group) => group.items.length > 0)
}
