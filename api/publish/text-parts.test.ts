import { expect, test } from 'vitest'
import { paragraphs, partOf } from './text-parts.ts'

test.each([
  ['English: you can walk in any day.', { lang: 'en' }],
  ['Türkçe: randevu almadan gelebilirsiniz.', { lang: 'tr' }],
  ['العربية: يمكنك الحضور في أي يوم.', { lang: 'ar', dir: 'rtl' }],
  ['Loop binnen op maandag.', {}],
  ['Engels: wij spreken ook Engels.', {}],
  ['English', {}],
  ['Let op: neem uw brief mee.', {}],
  ['constructor: dit is geen taal', {}],
])('%s', (line, part) => expect(partOf(line)).toEqual(part))

test('lines with a dash are a list', () => {
  expect(paragraphs('Dit doen we:\n- een\n- twee\n\nEn meer.')).toEqual([
    { list: false, lines: ['Dit doen we:'] },
    { list: true, lines: ['een', 'twee'] },
    { list: false, lines: ['En meer.'] },
  ])
})
