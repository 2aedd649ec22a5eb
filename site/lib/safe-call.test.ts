import { expect, test } from 'vitest'
import { safeCallWords } from './safe-call.ts'

const person = {
  name: 'Gezin aan de Vaart',
  phone: '06 12345678',
  mayCall: true,
  callWhen: 'na 15.00 uur',
  voicemail: false,
  interpreter: 'Pools',
  wheelchair: false,
}

test('who may be called: when, whether to leave a message, and in which language', () => {
  expect(safeCallWords(person)).toEqual([
    'Bellen mag.',
    'Wanneer: na 15.00 uur.',
    'Spreek geen voicemail in en stuur geen bericht.',
    'Tolk nodig: Pools.',
  ])
})

test('who may not be called: that first, then the way that is safe, and nothing of a number or a voicemail', () => {
  const words = safeCallWords({ ...person, mayCall: false, callWhen: 'op school aanspreken', voicemail: true })
  expect(words.slice(0, 2)).toEqual(['Niet bellen.', 'Wel zo: op school aanspreken.'])
  expect(words.join(' ')).not.toMatch(/06|oicemail/)
  expect(safeCallWords({ ...person, mayCall: false, callWhen: null })[1]).toContain('Overleg met de verzender')
})
