import { expect, test } from 'vitest'
import { addressOfNotification, topicWords } from './notification-words.ts'

const at = (topic: string, objectId: string | null = 'x') =>
  addressOfNotification({ id: '1', at: '', topic, unread: true, matter: null, objectId })

test('an alarm, an agreement, a question and a meeting each have a sentence of their own', () => {
  const said = [
    'resident.alarm',
    'agreement.propose',
    'consult.ask',
    'consult.answer',
    'meeting.report',
    'signal.remind',
  ]
  const words = said.map((topic) => topicWords({ topic }))
  expect(new Set(words).size).toBe(said.length)
  expect(words).not.toContain(topicWords({ topic: 'something.new' }))
})

test('it leads to where that is read, and nowhere when it is not ours any more', () => {
  expect(at('consult.answer')).toBe('/werk/sparren/#x')
  expect(at('agreement.agree')).toBe('/werk/afspraken/#x')
  expect(at('guidance.propose')).toBe('/werk/sparren/adviezen/')
  expect(at('meeting.report')).toBe('/werk/school/')
  expect(at('meeting.report', null)).toBeNull()
  expect(at('something.new')).toBeNull()
})
