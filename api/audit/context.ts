/**
 * The only way to personal data. Opens a transaction in which the database knows who is asking (row-level security
 * does the rest), and writes one log row as the last thing in that same transaction: no answer leaves before it.
 */
import { type Transaction, sql } from 'kysely'
import { type Database, type Db, type Tx, unseal } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import { answeredBefore, keepAnswer } from './once-queries.ts'

/** What the log says of a request: `action` as the route names it, `purpose` why the data are touched. */
export type Reason = {
  action: string
  purpose: string
  requestId: string
  /** A command that may come twice and is done once: the key its sender gave it, and what is asked in 32 bytes. */
  once?: { key: string; digest: Buffer }
}

/** Collects the ids a request has touched, for its log row. A list of forty matters is one row with forty ids. */
export type Note = (type: string, ids: readonly string[]) => void

/**
 * Runs `work` as `viewer`; commits it together with its log row. A refusal rolls back what was done and is logged
 * itself. When the log cannot be written, nothing happened (protection.md 2.2). With `reason.once` it is done once: who
 * comes again hears what was answered then, also when the two come at the same time. Refuses `request.other_content`.
 */
export async function withContext<Result>(
  deps: Deps,
  viewer: Viewer,
  reason: Reason,
  work: (tx: Tx, note: Note) => Promise<Result>,
): Promise<Result> {
  const db = unseal(deps.care)
  const touched: Touched = { type: null, ids: new Set() }
  const note: Note = (type, ids) => {
    touched.type ??= type
    for (const id of ids) touched.ids.add(id)
  }

  try {
    return await begin(db, deps, viewer, reason, async (tx) => {
      const before = reason.once && (await answeredBefore(tx, reason.once))
      if (before) {
        await writeLog(tx, viewer, reason, 'repeated', touched)
        return before.answer as Result
      }
      const result = await work(tx, note)
      // A deferred rule of the database must speak before the log says "ok".
      await sql`set constraints all immediate`.execute(tx)
      if (reason.once) await keepAnswer(tx, reason.once, result)
      await writeLog(tx, viewer, reason, 'ok', touched)
      return result
    })
  } catch (error) {
    if (error instanceof Refusal) {
      await begin(db, deps, viewer, reason, (tx) => writeLog(tx, viewer, reason, error.code, touched))
    }
    throw error
  }
}

/** For signing in and sessions, before there is a viewer: the account tables show what belongs to this login or session. */
export function withLogin<Result>(
  deps: Deps,
  asking: { login?: string; session?: string; memberId?: string; organizationId?: string },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return unseal(deps.care)
    .transaction()
    .execute(async (tx) => {
      await sql`select
        set_config('app.login', ${asking.login ?? ''}, true), set_config('app.session', ${asking.session ?? ''}, true),
        set_config('app.user', ${asking.memberId ?? ''}, true), set_config('app.org', ${asking.organizationId ?? ''}, true)`.execute(
        tx,
      )
      return work(tx)
    })
}

/**
 * For what says nothing about a resident: who is looking now, one's own notifications and how one wants to be told. The
 * database knows who is asking; nothing is logged, for a log of it would be a record of how somebody works.
 */
export const withoutLog = <Result>(
  deps: Deps,
  viewer: Viewer,
  reason: Reason,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => begin(unseal(deps.care), deps, viewer, reason, work)

type Touched = { type: string | null; ids: Set<string> }

function begin<Result>(db: Db, deps: Deps, viewer: Viewer, reason: Reason, work: (tx: Tx) => Promise<Result>) {
  return db.transaction().execute(async (tx: Transaction<Database>) => {
    await sql`select
      set_config('app.org', ${viewer.organizationId}, true), set_config('app.user', ${viewer.userId}, true),
      set_config('app.only', ${viewer.only ?? ''}, true), set_config('app.key', ${viewer.key ?? ''}, true), set_config('app.request', ${reason.requestId}, true), set_config('app.now', ${deps.now().toISOString()}, true)`.execute(
      tx,
    )
    return work(tx)
  })
}

async function writeLog(tx: Tx, viewer: Viewer, reason: Reason, result: string, touched: Touched) {
  await tx
    .insertInto('audit.event')
    .values({
      request_id: reason.requestId,
      org_id: viewer.organizationId,
      actor: viewer.userId,
      actor_role: viewer.roles.join(','),
      action: reason.action,
      purpose: reason.purpose,
      result,
      object_type: touched.type,
      object_ids: [...touched.ids],
    })
    .execute()
}
