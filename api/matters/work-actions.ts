/** Reading one's own work: a page of a list, what a reference number leads to, and what is on screen as a whole. */
import { withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from './actions.ts'
import { namesFor } from './names.ts'
import { LOOKING_MS } from './presence-actions.ts'
import { readPresence } from './presence-queries.ts'
import { readNames } from './read-queries.ts'
import type { ExportQuery, FindWork, WorkExport, WorkQuery, WorkView } from './work-schema.ts'
import { workItems, type Shown, workView } from './work.ts'
import { PAGE_SIZE, readShown, readWork, type WorkFilter } from './work-queries.ts'

/** Most lines of one export; what is more is narrowed by a filter first. */
const MOST_EXPORTED = 5_000

/** One page of a list; the counters are of the same rows under the same filter. */
export async function readWorkList(deps: Deps, asker: Asker, { page, ...filter }: WorkQuery): Promise<WorkView> {
  const shown = await readLines(deps, asker, filter, { page, size: PAGE_SIZE })
  return workView(filter.list, page, shown, asker.viewer, deps.now())
}

/** What a reference number, or the beginning of one, leads to: open or finished, as far as it is ours to see. */
export async function findInWork(deps: Deps, asker: Asker, { reference }: FindWork): Promise<WorkView> {
  const shown = await readLines(deps, asker, { list: 'found', reference }, { page: 1, size: PAGE_SIZE })
  return workView('found', 1, shown, asker.viewer, deps.now())
}

/**
 * The whole list behind the page on screen, under the same filter; the log says that it was taken along. No more than
 * `most` lines: `total` says how many there are.
 */
export async function exportWork(
  deps: Deps,
  asker: Asker,
  filter: ExportQuery,
  most = MOST_EXPORTED,
): Promise<WorkExport> {
  const shown = await readLines(deps, asker, filter, { page: 1, size: most })
  return { total: shown.total, items: workItems(shown, asker.viewer, deps.now()) }
}

function readLines(
  deps: Deps,
  { viewer, reason }: Asker,
  filter: WorkFilter,
  cut: { page: number; size: number },
): Promise<Shown> {
  const now = deps.now()
  return withContext(deps, viewer, reason, async (tx, note) => {
    const page = await readWork(tx, { viewer, now, today: dateIn(now) }, filter, cut)
    const matters = [...new Set(page.rows.map(({ matter_id }) => matter_id))]
    note('matter', matters)
    const names = await readNames(tx, {
      organizations: new Set(page.rows.flatMap(({ from_org, to_org }) => [from_org, to_org])),
      desks: present(page.rows.flatMap(({ from_desk, to_desk }) => [from_desk, to_desk])),
      members: present(page.rows.flatMap(({ worker, stands_in_for }) => [worker, stands_in_for])),
    })
    return {
      ...page,
      ...(await readShown(tx, page.rows)),
      names: namesFor(viewer, names),
      looking: await readPresence(tx, viewer, matters, new Date(now.getTime() - LOOKING_MS)),
    }
  })
}

const present = (ids: readonly (string | null)[]): Set<string> => new Set(ids.filter((id) => id !== null))
