/** What can happen to a report of an error, as editors say it. Each is one transaction with its log row. */
import { countAttempt } from '../accounts/queries.ts'
import { type Reason, withContext, withLogin } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type Limit, limitKey, networkOf, slowDown } from '../http/rate-limit.ts'
import { promise } from '../outbox/queries.ts'
import type { Viewer } from '../viewer.ts'
import { insertReport, listReports, lockReport, type ReportRow, saveReport } from './queries.ts'
import { type Command, decide, isMailAddress, keptAfterSettling, keptUntil } from './report.ts'
import type { ReportForm, ReportMoved, ReportSettled } from './schema.ts'
import { toMoved } from './view.ts'

type Asker = { viewer: Viewer; reason: Reason }

/** How long after settling an address is kept, where the installation says nothing else. */
export const ERASE_AFTER_DAYS = 30

/** A library is one network with many readers; somebody who fills our table is stopped, and never for good. */
export const limits = {
  network: { name: 'report:network', seconds: 3600, free: 5, most: 30, stepMs: 250 },
  everybody: { name: 'report:everybody', seconds: 3600, free: 100, most: 500, stepMs: 20 },
} as const satisfies Record<string, Limit>

/**
 * Keeps what somebody found wrong, for the editors, and tells nobody else. Refuses `too_many_attempts`. Source: issue
 * 3, report an error; domain.md section 4, directory entry: anyone may report an error.
 */
export async function reportError(deps: Deps, form: ReportForm, address: string): Promise<void> {
  for (const [limit, what] of [
    [limits.network, networkOf(address)],
    [limits.everybody, ''],
  ] as const) {
    const key = limitKey(deps.secret, limit, what)
    await slowDown(await withLogin(deps, {}, (tx) => countAttempt(tx, key, limit, deps.now())), limit)
  }
  const now = deps.now()
  // One way to answer is enough, and no more is kept than that.
  const answerTo = form.antwoord || form.telefoon || null
  await withLogin(deps, {}, (tx) =>
    insertReport(tx, {
      about: form.over,
      kind: form.soort,
      words: form.tekst,
      answer_to: answerTo,
      answer_until: answerTo ? keptUntil(now) : null,
      reported_at: now,
    }),
  )
}

/** The reports about the pages of the viewer's organisation; of every page for the municipality's own. */
export function readReports(deps: Deps, { viewer, reason }: Asker): Promise<ReportRow[]> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const rows = await listReports(tx)
    note(
      'report',
      rows.map(({ id }) => id),
    )
    return rows
  })
}

/** An editor takes it up, so that no two do the same work. Refuses as `move` does. */
export function takeReport(deps: Deps, asker: Asker, id: string, version: number): Promise<ReportMoved> {
  return move(deps, asker, id, { version, command: { type: 'take' } })
}

/**
 * It is settled, with what became of it. With `answer` the reporter hears so by mail in fixed words; refused as
 * `input.invalid` where they left no mail address. The day on which their address goes comes nearer. Refuses as `move`.
 */
export function settleReport(deps: Deps, asker: Asker, id: string, input: ReportSettled): Promise<ReportMoved> {
  const { version, outcome, note, answer } = input
  return move(deps, asker, id, { version, command: { type: 'settle', outcome }, note, answer })
}

/** Settled too soon: it goes on with this editor. Its address keeps the day it has. Refuses as `move`. */
export function reopenReport(deps: Deps, asker: Asker, id: string, version: number): Promise<ReportMoved> {
  return move(deps, asker, id, { version, command: { type: 'reopen' } })
}

type Asked = { version: number; command: Command; note?: string; answer?: boolean }

/** Lock, decide, save, promise. Refuses `report.not_found`, `changed_meanwhile`, `report.not_possible_now`. */
function move(deps: Deps, { viewer, reason }: Asker, id: string, asked: Asked): Promise<ReportMoved> {
  const { command, version } = asked
  return withContext(deps, viewer, reason, async (tx, note) => {
    const before = await lockReport(tx, id)
    note('report', [id])
    if (version !== before.version) throw new Refusal('changed_meanwhile')
    const status = decide(before.status, command.type)
    const settled = command.type === 'settle' ? { outcome: command.outcome, at: deps.now() } : null
    if (asked.answer && (!before.answerTo || !isMailAddress(before.answerTo))) {
      throw new Refusal('input.invalid', {}, [{ pointer: '/answer', code: 'report.no_mail_address' }])
    }
    await saveReport(tx, id, {
      status,
      version: version + 1,
      handled_by: viewer.userId,
      handled_at: settled?.at ?? null,
      outcome: settled?.outcome ?? null,
      note: asked.note || null,
      ...(settled &&
        before.answerUntil && {
          answer_until: keptAfterSettling(settled.at, deps.eraseAfterDays ?? ERASE_AFTER_DAYS, before.answerUntil),
        }),
    })
    if (settled && asked.answer) {
      const to = { organizationId: viewer.organizationId, reportId: id }
      await promise(tx, `report.answer.${settled.outcome}`, id, to, version)
    }
    return toMoved({ id, status, version: version + 1 })
  })
}
