/** What an organisation sent, and what became of it. */
import { withContext } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { type NameRows, readNames } from '../matters/read-queries.ts'
import type { Asker } from './move.ts'
import { listSent, type SentRow } from './queries.ts'

export type Sent = { rows: SentRow[]; names: NameRows }

const YEAR_MS = 366 * 86_400_000

/** The signals that the viewer's organisation sent in the last year. */
export function listSentSignals(deps: Deps, { viewer, reason }: Asker): Promise<Sent> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const rows = await listSent(tx, viewer.organizationId, new Date(deps.now().getTime() - YEAR_MS))
    note(
      'matter',
      rows.map(({ matter_id }) => matter_id),
    )
    const names = await readNames(tx, {
      organizations: new Set(rows.map(({ receiver_org }) => receiver_org)),
      desks: new Set(rows.map(({ receiver_desk }) => receiver_desk)),
      members: [],
    })
    return { rows, names }
  })
}
