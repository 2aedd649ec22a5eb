/** The reports as editors read and settle them. */
import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { ERASE_AFTER_DAYS, readReports, reopenReport, settleReport, takeReport } from './actions.ts'
import { reportMoved, reportSettled } from './schema.ts'
import { reportsView } from './view.ts'

export function editorRoutes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const rule = { may: 'report.settle', missing: 'report.not_found' } as const

  on('get', '/reports', rule, async (asked) =>
    reportsView(await readReports(deps, asked), deps.eraseAfterDays ?? ERASE_AFTER_DAYS),
  )
  on('post', '/reports/:id/take', { ...rule, input: reportMoved }, (asked) =>
    takeReport(deps, asked, asked.id, asked.input.version),
  )
  on('post', '/reports/:id/settle', { ...rule, input: reportSettled }, (asked) =>
    settleReport(deps, asked, asked.id, asked.input),
  )
  on('post', '/reports/:id/reopen', { ...rule, input: reportMoved }, (asked) =>
    reopenReport(deps, asked, asked.id, asked.input.version),
  )
  return rest
}
