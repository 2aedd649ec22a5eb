import { describe, expect, test } from 'vitest'
import { hashCode, makeCode, readCode } from './code.ts'

describe('the follow-code', () => {
  test('is sixteen signs in groups of four, and never the same twice', () => {
    const codes = Array.from({ length: 2_000 }, makeCode)
    expect(codes.every((code) => /^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('uses all 32 signs on every place: eighty bits', () => {
    const codes = Array.from({ length: 4_000 }, () => makeCode().replaceAll('-', ''))
    const perPlace = Array.from({ length: 16 }, (_, place) => new Set(codes.map((code) => code[place])).size)
    expect(perPlace).toEqual(Array.from({ length: 16 }, () => 32))
  })

  const code = '7K2M-0B1V-QXYZ-9A3C'
  test.each([
    ['as printed', '7K2M-0B1V-QXYZ-9A3C'],
    ['in lower case', '7k2m-0b1v-qxyz-9a3c'],
    ['without hyphens', '7K2M0B1VQXYZ9A3C'],
    ['with spaces', ' 7K2M 0B1V  QXYZ 9A3C '],
    ['with wide hyphens', '7K2M – 0B1V – QXYZ – 9A3C'],
    ['with an O for the zero', '7K2M-OB1V-QXYZ-9A3C'],
    ['with a small o for the zero', '7k2m-ob1v-qxyz-9a3c'],
    ['with an I for the one', '7K2M-0BIV-QXYZ-9A3C'],
    ['with a small l for the one', '7k2m-0blv-qxyz-9a3c'],
    ['with a U for the V', '7K2M-0B1U-QXYZ-9A3C'],
    ['copied with invisible characters', '\u200b7K2M\u00a00B1V\u00adQXYZ 9A3C\ufeff'],
  ])('is read %s', (_, typed) => expect(readCode(typed)).toBe(code.replaceAll('-', '')))

  test.each(['', '7K2M', `${code}0`, '7K2M-0B1V-QXYZ-9A3!', 'x'.repeat(5_000), '7K2M-0B1V-QXYZ-9A3\u0000'])(
    '%j cannot be a code',
    (typed) => expect(readCode(typed)).toBeNull(),
  )

  test('is kept as a hash that differs per installation', () => {
    const [ours, theirs] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    expect(hashCode(ours, code)).toHaveLength(32)
    expect(hashCode(ours, code)).toEqual(hashCode(ours, '7k2m ob1u qxyz 9a3c'))
    expect(hashCode(ours, code)).not.toEqual(hashCode(theirs, code))
  })
})
