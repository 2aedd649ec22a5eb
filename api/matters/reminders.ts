/** When somebody is reminded, and who. Source: domain.md section 4: one step per working day, ending nothing. */
import { endOfWorkingDayAfter } from '../calendar.ts'
import type { Recipient } from '../outbox/queries.ts'

/** 1: the desk or worker. 2: their team lead. 3: the municipality's policy officer, without content. */
export type Step = 1 | 2 | 3

export type Due = {
  dueBy: Date | null
  /** It ends at its deadline by itself: reminded of one working day before, and not after. */
  ends: boolean
  /** How many steps were taken. */
  reminders: number
}

/** The step to take now, one at a time; null when nothing is due. */
export function nextReminder({ dueBy, ends, reminders }: Due, now: Date): Step | null {
  if (!dueBy) return null
  const reached = ends ? (endOfWorkingDayAfter(now, 1) >= dueBy ? 1 : 0) : stepsAfter(dueBy, now)
  const next = reminders + 1
  return reached >= next ? (next as Step) : null
}

function stepsAfter(dueBy: Date, now: Date): number {
  if (now < dueBy) return 0
  // A deadline is the end of a day: the working days are counted from that day.
  const day = new Date(dueBy.getTime() - 1)
  return 1 + [1, 2].filter((days) => now >= endOfWorkingDayAfter(day, days)).length
}

/**
 * Whom this step comes to: where nobody leads the team, the one above, who then hears of it once and no later. Nothing
 * ends in silence (domain.md section 4).
 */
export const rungOf = (step: Step, isLed: boolean): Step => (step === 2 && !isLed ? 3 : step)

/** Whom a step tells; null where a municipality has not said who its policy officers are. */
export function toldAt(step: Step, worker: Recipient, municipality: string | null): Recipient | null {
  if (step === 1) return worker
  if (step === 2) return { organizationId: worker.organizationId, role: 'team_lead' }
  return municipality ? { organizationId: municipality, role: 'policy_officer' } : null
}
