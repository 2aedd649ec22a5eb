/** What somebody says comes next, made into what the rule of the matter understands. */
import { dateIn } from '../calendar.ts'
import { Refusal } from '../errors.ts'
import type { NextAct, NextStep, Outcome } from './matter.ts'

/** `outcome`: what came of the signal or transfer that ends is what came of the matter. Refuses a day that has passed. */
export function nextStepOf(next: 'close' | { on: string; act: NextAct }, outcome: Outcome, now: Date): NextStep {
  if (next === 'close') return { type: 'close', outcome, feedback: null }
  mustNotHavePassed(next.on, now, '/next/on')
  return { type: 'plan', ...next }
}

/** Refuses a day before today (`date.passed`) or more than a year ahead (`date.too_far`), pointing at its field. */
export function mustNotHavePassed(day: string, now: Date, pointer: string): void {
  const today = dateIn(now)
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  if (day < today) throw new Refusal('input.invalid', {}, [{ pointer, code: 'date.passed' }])
  if (day > nextYear) throw new Refusal('input.invalid', {}, [{ pointer, code: 'date.too_far' }])
}
