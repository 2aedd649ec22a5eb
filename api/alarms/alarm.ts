/**
 * An alarm is what a resident says with the code of the card: nobody called, it went otherwise, it did not help, they
 * object. It is no state of the matter; it stays until the holder answers it, once. Source: domain.md section 4. Pure.
 */
import { Refusal } from '../errors.ts'
import type { Answer } from './codes.ts'

export type Answering = { answer: Answer; on: string | null }

/** What is written down. Refuses `alarm.not_open` (none of this kind waits for an answer). */
export function decide(isOpen: boolean, { answer, on }: Answering): Answering {
  if (!isOpen) throw new Refusal('alarm.not_open')
  return { answer, on: answer === 'will_call' ? on : null }
}
