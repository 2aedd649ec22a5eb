/** Personal data in a text that must hold none: what is found, and what is wrongly found. */
import { describe, expect, test } from 'vitest'
import { personalTexts, THIS_YEAR } from '../tests/cases/personal-texts.ts'
import { anonymousText, personalDataIn } from './text.ts'

describe('personal data in a text that must hold none', () => {
  test('in 10,000 generated texts none is missed and none is wrongly found', () => {
    const texts = personalTexts(10_000, 20_261_122)
    const wrong = texts.filter(({ text, kind }) => {
      const found = personalDataIn(text, THIS_YEAR)
      return kind ? !found.includes(kind) : found.length > 0
    })
    expect(wrong).toEqual([])
  })

  test('everything that is found is named, at once', () => {
    const parsed = anonymousText({ max: 200 }).safeParse(
      'Mail moeder@voorbeeld.nl of bel 06-12345678, zij woont op 7811 AB 12, geboren op 3-4-1988.',
    )
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      'personal.phone',
      'personal.email',
      'personal.address',
      'personal.birth_date',
    ])
  })

  test('a BSN is refused as in every text', () => {
    const parsed = anonymousText({ max: 200 }).safeParse('Het nummer is 111222333.')
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['text.bsn'])
  })

  test.each([
    ['0612345678', ['phone']],
    ['６１２３４５６７８ of 06\u200b12345678', ['phone']],
    ['7811 SS 12', []],
    ['Wat kan er op 12-03-2026?', []],
    ['Wat kan er op 12-03-2024?', ['birth_date']],
    ['geboren op 12-03-2026', ['birth_date']],
  ])('%s: %j', (text, kinds) => {
    expect(personalDataIn(text, THIS_YEAR).filter((kind) => kind !== 'bsn')).toEqual(kinds)
  })
})
