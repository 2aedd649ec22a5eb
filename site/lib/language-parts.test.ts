import { expect, test } from 'vitest'
import { partOf } from './language-parts.ts'

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
