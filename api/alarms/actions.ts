/** What the holder does with what a resident said. */
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { mustBeAhead } from '../matters/matter.ts'
import { lockMatter, readMatter, recordEvent } from '../matters/queries.ts'
import type { Viewer } from '../viewer.ts'
import { decide } from './alarm.ts'
import { countOpen, lockAlarm, saveAnswer } from './queries.ts'
import type { AlarmAnswered, AnswerAlarmInput } from './schema.ts'

/**
 * Answers the alarm of this kind: the resident reads it with the code. Refuses `matter.not_found`, `matter.not_yours`
 * (not the holder), `changed_meanwhile`, `alarm.not_open`, a day that has passed. Source: domain.md section 4.
 */
export function answerAlarm(
  deps: Deps,
  { viewer, reason }: { viewer: Viewer; reason: Reason },
  matterId: string,
  input: AnswerAlarmInput,
): Promise<AlarmAnswered> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    if (!(await lockMatter(tx, matterId))) throw new Refusal('matter.not_found')
    note('matter', [matterId])
    const matter = await readMatter(tx, matterId)
    if (matter.holder !== viewer.organizationId) throw new Refusal('matter.not_yours')
    if (input.version !== undefined && input.version !== matter.version) throw new Refusal('changed_meanwhile')
    if (input.on) mustBeAhead(input.on, dateIn(deps.now()), '/on')
    const alarm = await lockAlarm(tx, matterId, input.kind)
    const answer = decide(alarm !== undefined, input)
    if (alarm) await saveAnswer(tx, alarm.id, answer)
    await recordEvent(tx, { matterId, type: 'matter.answer_alarm' })
    return { id: matterId, open: await countOpen(tx, matterId) }
  })
}
