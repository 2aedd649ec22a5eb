import { describe, expect, test } from 'vitest'
import { Refusal } from '../errors.ts'
import { chosenOutcomes, outcomes, type Status, statuses } from './codes.ts'
import { type Command, commandTypes, decide, openTo, sides, type Transfer } from './transfer.ts'

const deadline = new Date('2026-11-26T16:00:00Z')
const late = new Date('2026-11-27T08:00:00Z')
const much = new Date('2027-02-01T08:00:00Z')
const startBy = new Date('2026-12-10T16:00:00Z')

const commands: Record<Command['type'], Command> = {
  offer: { type: 'offer', answerBy: deadline, agreementId: null },
  discard: { type: 'discard' },
  accept: { type: 'accept', caseworker: 'colleague', contactBy: deadline, startBy },
  decline: { type: 'decline', reason: 'no_capacity', betterAddress: null, senderDueOn: '2026-12-01' },
  expire: { type: 'expire', nobodyThere: false, senderDueOn: '2026-12-01' },
  withdraw: { type: 'withdraw', reason: 'the family moved', senderDueOn: '2026-12-01' },
  plan_contact: { type: 'plan_contact', on: startBy, how: 'visit' },
  contact_failed: { type: 'contact_failed', reason: 'no_answer', on: startBy, contactBy: startBy },
  confirm_contact: { type: 'confirm_contact', present: ['resident', 'sender'], absentReason: null, startBy },
  take_back_confirmation: { type: 'take_back_confirmation' },
  make_cold: { type: 'make_cold', reason: 'unsafe', startBy },
  return: { type: 'return', reason: 'resident_refuses', betterAddress: null, senderDueOn: '2026-12-01' },
  lapse: { type: 'lapse', secondBy: deadline, senderDueOn: '2026-12-01' },
  report_waiting: { type: 'report_waiting', until: '2027-01-04', startBy: much },
  start: { type: 'start' },
  close: { type: 'close', outcome: 'helped', feedback: 'the debts are in order' },
  pass_on: { type: 'pass_on' },
  reopen: { type: 'reopen', reason: 'it did not last' },
  assign: { type: 'assign', caseworker: 'other colleague' },
}

function transferIn(status: Status, facts: Partial<Transfer> = {}): Transfer {
  const known = !['draft', 'offered'].includes(status)
  return {
    id: 'transfer',
    matterId: 'matter',
    signalId: null,
    sender: 'team',
    receiver: 'partner',
    receiverDesk: 'desk',
    warm: true,
    coldReason: null,
    status,
    urgency: 'normal',
    agreementId: null,
    request: 'help with debts',
    answerBy: status === 'offered' ? deadline : null,
    contactBy: status === 'accepted' ? deadline : null,
    startBy: status === 'handed_over' ? startBy : null,
    contactOn: null,
    contactHow: null,
    contactsMissed: 0,
    contactMissedReason: null,
    confirmedBy: [],
    present: [],
    absentReason: null,
    caseworker: known ? 'colleague' : null,
    reason: status === 'declined' ? 'no_capacity' : null,
    reasonText: null,
    betterAddress: null,
    waitingUntil: null,
    outcome: status === 'closed' ? 'helped' : null,
    feedback: null,
    senderDueOn: null,
    closedAt: status === 'closed' ? deadline : null,
    version: 1,
    ...facts,
  }
}

describe('every state, every command, every side', () => {
  const table = statuses.flatMap((status) =>
    commandTypes.flatMap((type) => sides.map((side) => [status, type, side] as const)),
  )

  test.each(table)('%s + %s by %s', (status, type, side) => {
    const transfer = transferIn(status)
    const attempt = () => decide(transfer, commands[type], side, late)
    if (openTo(transfer, side, late).includes(type)) expect(attempt()).not.toEqual(transfer)
    else expect(attempt).toThrow(Refusal)
  })

  test('these moves exist and no others: the table of domain.md', () => {
    // Who confirmed can take it back: half of the accepted ones are confirmed, so that both moves show.
    const lines = table.flatMap(([status, type, side]) => {
      const facts: Partial<Transfer> =
        type === 'take_back_confirmation' && (side === 'sender' || side === 'receiver') ? { confirmedBy: [side] } : {}
      const transfer = transferIn(status, facts)
      if (!openTo(transfer, side, late).includes(type)) return []
      const after = decide(transfer, commands[type], side, late)
      const next = after === null ? 'gone' : after.status
      return `${status} | ${type} | ${side} | ${next}`
    })
    expect(lines).toMatchInlineSnapshot(`
      [
        "draft | offer | sender | offered",
        "draft | discard | sender | gone",
        "offered | accept | receiver | accepted",
        "offered | decline | receiver | declined",
        "offered | expire | clock | expired",
        "offered | withdraw | sender | withdrawn",
        "offered | assign | receiver | offered",
        "offered | assign | lead | offered",
        "accepted | withdraw | sender | withdrawn",
        "accepted | plan_contact | sender | accepted",
        "accepted | plan_contact | receiver | accepted",
        "accepted | contact_failed | sender | accepted",
        "accepted | contact_failed | receiver | accepted",
        "accepted | confirm_contact | sender | accepted",
        "accepted | confirm_contact | receiver | accepted",
        "accepted | take_back_confirmation | sender | accepted",
        "accepted | take_back_confirmation | receiver | accepted",
        "accepted | make_cold | sender | handed_over",
        "accepted | return | receiver | declined",
        "accepted | lapse | clock | expired",
        "accepted | assign | receiver | accepted",
        "accepted | assign | lead | accepted",
        "handed_over | report_waiting | receiver | handed_over",
        "handed_over | start | receiver | started",
        "handed_over | close | receiver | closed",
        "handed_over | pass_on | transaction | closed",
        "handed_over | assign | receiver | handed_over",
        "handed_over | assign | lead | handed_over",
        "started | close | receiver | closed",
        "started | pass_on | transaction | closed",
        "started | assign | receiver | started",
        "started | assign | lead | started",
        "closed | reopen | receiver | started",
      ]
    `)
  })
})

const state = (transfer: Transfer, command: Command, side: 'sender' | 'receiver' | 'clock' = 'receiver', now = late) =>
  decide(transfer, command, side, now) as Transfer

test('a warm one is accepted first, a cold one is handed over at once', () => {
  expect(state(transferIn('offered'), commands.accept)).toMatchObject({
    status: 'accepted',
    caseworker: 'colleague',
    contactBy: deadline,
    startBy: null,
  })
  const cold = transferIn('offered', { warm: false, coldReason: 'own_wish' })
  expect(state(cold, commands.accept)).toMatchObject({ status: 'handed_over', startBy })
})

test('handed over when both have confirmed, whoever is first, and not before', () => {
  for (const [first, second] of [
    ['sender', 'receiver'],
    ['receiver', 'sender'],
  ] as const) {
    const half = state(transferIn('accepted'), commands.confirm_contact, first)
    expect(half).toMatchObject({ status: 'accepted', confirmedBy: [first] })
    expect(() => state(half, commands.confirm_contact, first)).toThrow('transfer.not_possible_now')
    expect(state(half, commands.confirm_contact, second)).toMatchObject({ status: 'handed_over', startBy })
  }
})

test('one takes back only the own confirmation, and only while it is not handed over', () => {
  const half = transferIn('accepted', { confirmedBy: ['sender'] })
  expect(state(half, commands.take_back_confirmation, 'sender').confirmedBy).toEqual([])
  expect(() => state(half, commands.take_back_confirmation, 'receiver')).toThrow(Refusal)
  expect(() => state({ ...half, status: 'handed_over' }, commands.take_back_confirmation, 'sender')).toThrow(Refusal)
})

test('a contact without the resident needs a reason why', () => {
  const without: Command = { type: 'confirm_contact', present: ['sender', 'receiver'], absentReason: null, startBy }
  expect(() => state(transferIn('accepted'), without)).toThrow('transfer.absence_unexplained')
  const explained: Command = { ...without, absentReason: 'ill' }
  expect(state(transferIn('accepted'), explained).absentReason).toBe('ill')
})

test('an offer expires at its deadline and not before; answering late is allowed until it has', () => {
  const early = new Date(deadline.getTime() - 1)
  expect(() => state(transferIn('offered'), commands.expire, 'clock', early)).toThrow('transfer.not_due')
  expect(state(transferIn('offered'), commands.expire, 'clock', deadline).status).toBe('expired')
  const gone: Command = { type: 'expire', nobodyThere: true, senderDueOn: '2026-12-01' }
  expect(state(transferIn('offered'), gone, 'clock', early).status).toBe('expired')
  expect(state(transferIn('offered'), commands.accept, 'receiver', late).status).toBe('accepted')
  expect(() => state(transferIn('expired'), commands.accept, 'receiver', late)).toThrow(Refusal)
})

test('a contact that is overdue once ends nothing; twice, and the offer returns', () => {
  const silent = transferIn('accepted')
  const waits: Command = { type: 'lapse', secondBy: much, senderDueOn: '2026-12-01' }
  expect(() => state(silent, waits, 'clock', late)).toThrow('transfer.not_due')
  expect(state(silent, waits, 'clock', much).status).toBe('expired')

  const failed = state(silent, commands.contact_failed)
  expect(failed).toMatchObject({ contactsMissed: 1, contactOn: startBy, contactBy: startBy })
  expect(() => state(failed, waits, 'clock', late)).toThrow('transfer.not_due')
  expect(state(failed, waits, 'clock', startBy).status).toBe('expired')
})

test('a failed contact with a nearer date leaves the term of the agreement as it is', () => {
  const soon = new Date('2026-11-25T10:00:00Z')
  const nearer: Command = { type: 'contact_failed', reason: 'no_answer', on: soon, contactBy: soon }
  expect(state(transferIn('accepted'), nearer).contactBy).toEqual(deadline)
})

test('reopening: within thirty days, and not what was passed on', () => {
  const closed = transferIn('closed')
  const last = new Date(deadline.getTime() + 30 * 86_400_000)
  expect(state(closed, commands.reopen, 'receiver', last)).toMatchObject({
    status: 'started',
    outcome: null,
    closedAt: null,
  })
  const after = new Date(last.getTime() + 1)
  expect(() => state(closed, commands.reopen, 'receiver', after)).toThrow('transfer.reopen_too_late')
  const passedOn = transferIn('closed', { outcome: 'passed_on' })
  expect(() => state(passedOn, commands.reopen)).toThrow('transfer.not_possible_now')
})

test('nobody can choose that a transfer was passed on', () => {
  expect(chosenOutcomes).toEqual(outcomes.filter((outcome) => outcome !== 'passed_on'))
})
