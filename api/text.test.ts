import { describe, expect, test } from 'vitest'
import { freeText, holdsBsn } from './text.ts'

/** The same numbers in every run: a failure can be looked at again. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function elevenTestNumber(next: (below: number) => number): string {
  for (;;) {
    const digits = Array.from({ length: 8 }, () => next(10))
    const last = digits.reduce((sum, digit, index) => sum + digit * (9 - index), 0) % 11
    if (last < 10 && digits.some((digit) => digit > 0)) return [...digits, last].join('')
  }
}

const cut = (number: string, lengths: number[], between: string) => {
  let at = 0
  return lengths.map((length) => number.slice(at, (at += length))).join(between)
}

const spellings: Record<string, (bsn: string) => string> = {
  'in one piece': (bsn) => bsn,
  'in threes with spaces': (bsn) => cut(bsn, [3, 3, 3], ' '),
  'in threes with dots': (bsn) => cut(bsn, [3, 3, 3], '.'),
  'in threes with hyphens': (bsn) => cut(bsn, [3, 3, 3], '-'),
  'in threes with wide hyphens': (bsn) => cut(bsn, [3, 3, 3], ' – '),
  'four two three': (bsn) => cut(bsn, [4, 2, 3], '.'),
  'four two three with spaces': (bsn) => cut(bsn, [4, 2, 3], ' '),
  'two two two three': (bsn) => cut(bsn, [2, 2, 2, 3], ' '),
  'digit by digit': (bsn) => [...bsn].join(' '),
  'no-break spaces': (bsn) => cut(bsn, [3, 3, 3], '\u00a0'),
  'behind its name': (bsn) => `bsn:${bsn}, adres volgt`,
  'glued to its name': (bsn) => `BSN${bsn}`,
  'behind a house number': (bsn) => `Kerkstraat 12 ${bsn}`,
  'behind a date of birth': (bsn) => `geboren 12-03-1980 ${bsn}`,
  'behind a phone number': (bsn) => `tel. 06-12345678, ${bsn}`,
  'before an age': (bsn) => `nummer ${bsn} 8 jaar`,
  'between brackets': (bsn) => `(${bsn})`,
  'full-width digits': (bsn) => bsn.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  'Arabic digits': (bsn) => bsn.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  'with invisible characters': (bsn) => [...bsn].join('\u200b'),
}

describe('a BSN in free text is found', () => {
  test.each(Object.entries(spellings))('%s, 10,000 of 10,000', (_, spell) => {
    const next = numbers(19)
    const missed = Array.from({ length: 10_000 }, () => spell(elevenTestNumber(next))).filter((text) => !holdsBsn(text))
    expect(missed).toEqual([])
  })

  test('nine digits that fail the eleven-test are no BSN, 10,000 of 10,000', () => {
    const next = numbers(23)
    const refused = Array.from({ length: 10_000 }, () => {
      const bsn = elevenTestNumber(next)
      return bsn.slice(0, 8) + ((Number(bsn[8]) + 1 + next(9)) % 10)
    }).filter((number) => holdsBsn(number))
    expect(refused).toEqual([])
  })
})

const digits = (next: (below: number) => number, count: number) =>
  Array.from({ length: count }, () => next(10)).join('')

const innocent: Record<string, (next: (below: number) => number) => string> = {
  'a mobile number': (next) => `06${digits(next, 8)}`,
  'a mobile number with a hyphen': (next) => `06-${digits(next, 8)}`,
  'a mobile number in pairs': (next) => `06 ${cut(digits(next, 8), [2, 2, 2, 2], ' ')}`,
  'a mobile number from abroad': (next) => `+31 6 ${digits(next, 8)}`,
  'a mobile number from abroad, glued': (next) => `+316${digits(next, 8)}`,
  'a mobile number with two zeros': (next) => `0031-6-${digits(next, 8)}`,
  'a mobile number with a zero between': (next) => `+31 (0)6 ${digits(next, 8)}`,
  'an area number': (next) => `0592 ${digits(next, 6)}`,
  'an area number between brackets': (next) => `(0592) ${cut(digits(next, 6), [2, 2, 2], ' ')}`,
  'an area number with wide spacing': (next) => `030 - ${cut(digits(next, 7), [3, 2, 2], ' ')}`,
  'a company number': (next) => `088 ${cut(digits(next, 7), [3, 4], ' ')}`,
  'a free number and a count': (next) => `0800-${digits(next, 4)} ${next(9) + 1} dagen per week`,
  'a postcode and a house number': (next) => `${1000 + next(8999)} AB ${digits(next, 3)}`,
  'a date and a count': (next) => `${10 + next(18)}-${10 + next(3)}-20${digits(next, 2)} ${next(10)} kinderen`,
  'an amount': (next) => `€ ${1 + next(9)}.${digits(next, 3)}.${digits(next, 3)},${digits(next, 2)}`,
  'an account number': (next) => `NL${digits(next, 2)} VOOR 0${cut(digits(next, 9), [3, 4, 2], ' ')}`,
}

describe('numbers that are something else may be typed', () => {
  test.each(Object.entries(innocent))('%s, 10,000 of 10,000', (_, make) => {
    const next = numbers(29)
    const refused = Array.from({ length: 10_000 }, () => make(next)).filter((text) => holdsBsn(text))
    expect(refused).toEqual([])
  })
})

describe('free text', () => {
  const field = freeText({ max: 40 })

  test('is trimmed and keeps its lines', () => {
    expect(field.parse('  Eerste regel\r\nTweede regel  ')).toBe('Eerste regel\nTweede regel')
  })

  test.each([
    ['   ', 'text.required'],
    ['x'.repeat(41), 'text.too_long'],
    ['nul\u0000', 'text.control_characters'],
    ['los \ud800 half teken', 'text.control_characters'],
    ['nummer 111222333', 'text.bsn'],
  ])('%j is refused as %s', (text, code) => {
    expect(field.safeParse(text).error?.issues.map((issue) => issue.message)).toContain(code)
  })

  test('a long row of digits is judged at once', () => {
    const start = performance.now()
    holdsBsn('0 '.repeat(50_000))
    holdsBsn('0'.repeat(50_000))
    holdsBsn('+31 6 1'.repeat(10_000))
    expect(performance.now() - start).toBeLessThan(500)
  })
})
