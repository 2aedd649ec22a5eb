/**
 * What can be refused, as codes. The status of each is in `http/problem.ts`, the Dutch words in `site/lib/words.ts`;
 * both tables are exhaustive, so a new code does not compile until it has a status and a sentence.
 */
export const refusalCodes = [
  'input.invalid',
  'input.too_large',
  'input.bsn',
  'input.not_json',
  'origin.foreign',
  'viewer.unknown',
  'viewer.not_allowed',
  'account.wrong_credentials',
  'too_many_attempts',
  'not_found',
  'changed_meanwhile',
  'matter.not_found',
  'matter.not_yours',
  'matter.not_possible_now',
  'matter.still_open_work',
  'matter.needs_next_step',
  'signal.not_found',
  'signal.not_yours',
  'signal.not_possible_now',
  'signal.not_due',
  'signal.alike',
  'sheet.not_found',
  'meeting.not_found',
  'meeting.not_possible_now',
  'guidance.not_found',
  'guidance.not_yours',
  'guidance.not_possible_now',
  'transfer.not_found',
  'transfer.not_yours',
  'transfer.not_possible_now',
  'transfer.not_due',
  'transfer.already_open',
  'transfer.reopen_too_late',
  'transfer.absence_unexplained',
  'consult.not_found',
  'consult.not_yours',
  'consult.not_possible_now',
  'consult.nobody_to_ask',
  'agreement.not_found',
  'agreement.not_yours',
  'agreement.not_possible_now',
  'agreement.already_proposed',
  'agreement.no_partner',
  'report.not_found',
  'report.not_possible_now',
  'basis.missing',
  'desk.not_found',
  'desk.not_open',
  'colleague.not_found',
  'follow_code.unknown',
  'alarm.not_open',
  'concept.not_found',
  'link.unknown',
  'link.not_needed',
  'key.not_found',
  'request.other_content',
  'webhook.none',
  'service.unavailable',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** One fault in what was sent: `pointer` is a JSON pointer to the field (RFC 6901), `code` names the fault. */
export type Fault = { pointer: string; code: string; params?: Record<string, unknown> }

/** Something the house refuses to do. Never carries text that a person typed. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Record<string, unknown>
  readonly faults: readonly Fault[]

  constructor(code: RefusalCode, facts: Record<string, unknown> = {}, faults: readonly Fault[] = []) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
    this.faults = faults
  }
}
