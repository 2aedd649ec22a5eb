import { describe, expect, test } from 'vitest'
import { Refusal } from '../errors.ts'
import { declineReasons } from '../transfers/codes.ts'
import { type Command, commandTypes, decide, openTo, returnReasons, type Signal, sides, statuses } from './signal.ts'

const due = new Date('2026-11-26T16:00:00Z')
const commands: Record<Command['type'], Command> = {
  send: { type: 'send', dueBy: due },
  discard: { type: 'discard' },
  take: { type: 'take', assignee: 'colleague' },
  withdraw: { type: 'withdraw', reason: 'solved at school', senderDueOn: '2026-11-24' },
  redirect: { type: 'redirect', receiverDesk: 'other desk', reason: 'lives in the north', dueBy: due },
  send_back: { type: 'send_back', reason: 'outside_area', betterAddress: 'the next town', senderDueOn: '2026-11-24' },
  ask: { type: 'ask', question: 'since when?', dueBy: due },
  answer: { type: 'answer', text: 'since summer' },
  resume: { type: 'resume' },
  conclude: { type: 'conclude', outcome: 'line0_answered', feedback: 'we visited' },
  ask_to_withdraw: { type: 'ask_to_withdraw', reason: 'solved at school' },
  assign: { type: 'assign', assignee: 'other colleague' },
}

function signalIn(status: Signal['status']): Signal {
  const ended = { returned: 'outside_area', concluded: null, withdrawn: null } as const
  return {
    id: 'signal',
    matterId: 'matter',
    sender: 'school',
    receiver: 'team',
    receiverDesk: 'desk',
    status,
    urgency: 'normal',
    dueBy: status === 'sent' || status === 'waiting' ? due : null,
    assignee: ['taken', 'waiting'].includes(status) ? 'colleague' : null,
    reason: status in ended ? ended[status as keyof typeof ended] : null,
    reasonText: null,
    betterAddress: null,
    withdrawalAsked: null,
    outcome: status === 'concluded' ? 'line0_answered' : null,
    feedback: status === 'concluded' ? 'we visited' : null,
    senderDueOn: null,
    version: 1,
  }
}

describe('every state, every command, every side', () => {
  const table = statuses.flatMap((status) =>
    commandTypes.flatMap((type) => sides.map((side) => [status, type, side] as const)),
  )

  test.each(table)('%s + %s by %s', (status, type, side) => {
    const signal = signalIn(status)
    const attempt = () => decide(signal, commands[type], side)
    if (openTo(signal, side).includes(type)) expect(attempt()).not.toEqual(signal)
    else expect(attempt).toThrow(Refusal)
  })

  test('these moves exist and no others: the table of domain.md', () => {
    const exist = table.filter(([status, type, side]) => openTo(signalIn(status), side).includes(type))
    const lines = exist.map(([status, type, side]) => {
      const after = decide(signalIn(status), commands[type], side)
      const next = after === null ? 'gone' : after.status
      return `${status} | ${type} | ${side} | ${next}`
    })
    expect(lines).toMatchInlineSnapshot(`
      [
        "draft | send | sender | sent",
        "draft | discard | sender | gone",
        "sent | take | receiver | taken",
        "sent | withdraw | sender | withdrawn",
        "sent | redirect | receiver | sent",
        "sent | send_back | receiver | returned",
        "taken | redirect | receiver | sent",
        "taken | send_back | receiver | returned",
        "taken | ask | receiver | waiting",
        "taken | conclude | receiver | concluded",
        "taken | ask_to_withdraw | sender | taken",
        "taken | assign | receiver | taken",
        "taken | assign | lead | taken",
        "waiting | answer | sender | taken",
        "waiting | resume | receiver | taken",
        "waiting | conclude | receiver | concluded",
        "waiting | ask_to_withdraw | sender | waiting",
        "waiting | assign | receiver | waiting",
        "waiting | assign | lead | waiting",
      ]
    `)
  })
})

test('the wrong side is told so before the wrong state is', () => {
  expect(() => decide(signalIn('concluded'), commands.take, 'sender')).toThrow('signal.not_yours')
  expect(() => decide(signalIn('concluded'), commands.take, 'receiver')).toThrow('signal.not_possible_now')
})

test('a signal that somebody took waits for nobody, and one that is asked waits for an answer', () => {
  expect(decide(signalIn('sent'), { type: 'take', assignee: 'me' }, 'receiver')).toMatchObject({
    status: 'taken',
    assignee: 'me',
    dueBy: null,
  })
  expect(decide(signalIn('taken'), { type: 'ask', question: '?', dueBy: due }, 'receiver').dueBy).toBe(due)
  expect(decide(signalIn('waiting'), { type: 'resume' }, 'receiver').dueBy).toBeNull()
})

test('sent on to another desk nobody has it in hand, and the same desk is no other desk', () => {
  const redirected = decide(signalIn('taken'), commands.redirect, 'receiver')
  expect(redirected).toMatchObject({ status: 'sent', receiverDesk: 'other desk', assignee: null, dueBy: due })
  const nowhere: Command = { type: 'redirect', receiverDesk: 'desk', reason: 'by mistake', dueBy: due }
  expect(() => decide(signalIn('sent'), nowhere, 'receiver')).toThrow(Refusal)
})

test('nothing done has a coded reason, everything else has none', () => {
  const nothing: Command = { type: 'conclude', outcome: 'no_action', reason: 'not_needed', feedback: 'all is well' }
  expect(decide(signalIn('taken'), nothing, 'receiver')).toMatchObject({ reason: 'not_needed', outcome: 'no_action' })
  expect(decide(signalIn('taken'), commands.conclude, 'receiver')).toMatchObject({ reason: null })
})

test('a signal is sent back for the reasons a transfer is declined for', () => {
  expect(returnReasons).toEqual(declineReasons)
})
