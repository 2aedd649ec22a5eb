import { describe, expect, test } from 'vitest'
import type { Status } from './codes.ts'
import { type Command, decide, type Guidance, openTo } from './guidance.ts'

const guidance = (status: Status): Guidance => ({ id: 'g', organization: 'o', writtenBy: 'writer', status, version: 1 })
const commands: Record<Command['type'], Command> = {
  check: { type: 'check' },
  refuse: { type: 'refuse', reason: 'Klopt niet meer.' },
}

/** Every state × command × person, written out. */
const table: [Status, Command['type'], string, string][] = [
  ['proposed', 'check', 'second', 'checked'],
  ['proposed', 'check', 'writer', 'guidance.not_yours'],
  ['proposed', 'refuse', 'second', 'refused'],
  ['proposed', 'refuse', 'writer', 'refused'],
  ['checked', 'check', 'second', 'guidance.not_possible_now'],
  ['checked', 'check', 'writer', 'guidance.not_yours'],
  ['checked', 'refuse', 'second', 'refused'],
  ['checked', 'refuse', 'writer', 'refused'],
  ['refused', 'check', 'second', 'guidance.not_possible_now'],
  ['refused', 'check', 'writer', 'guidance.not_yours'],
  ['refused', 'refuse', 'second', 'guidance.not_possible_now'],
  ['refused', 'refuse', 'writer', 'guidance.not_possible_now'],
]

describe('guidance', () => {
  test.each(table)('%s, %s by the %s: %s', (status, type, person, expected) => {
    const attempt = () => decide(guidance(status), commands[type], person)
    if (expected.startsWith('guidance.')) expect(attempt).toThrow(expected)
    else expect(attempt()).toBe(expected)
    expect(openTo(guidance(status), person).includes(type)).toBe(!expected.startsWith('guidance.'))
  })
})
