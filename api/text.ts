import { z } from 'zod'

const NINE_DIGITS = /(?<![\d])(\d[ .-]?){8}\d(?![\d])/g

/** Eleven-test of the citizen service number: 9a+8b+…+2h−i divisible by 11, not all zero. */
function passesElevenTest(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0)
  return sum % 11 === 0 && digits !== '000000000'
}

/**
 * Whether free text holds what looks like a BSN: nine digits, also with spaces, dots or hyphens between, that pass the
 * eleven-test. Source: protection.md section 0 rule 2. Phone numbers have ten digits and do not match.
 */
export function holdsBsn(text: string): boolean {
  return [...text.matchAll(NINE_DIGITS)].some(([found]) => passesElevenTest(found.replace(/\D/g, '')))
}

/** NUL and other control characters but tab and newline: no person types them, and PostgreSQL refuses NUL. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/**
 * Free text as people type it: trimmed, newlines made one kind, at least `min` and at most `max` characters; refuses a
 * BSN (`input.bsn`) and control characters. The faults arrive with all the others, one per field.
 */
export function freeText({ min = 1, max }: { min?: number; max: number }) {
  return z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim().normalize('NFC'))
    .pipe(
      z
        .string()
        .min(min, { error: min > 0 ? 'text.required' : 'text.too_short' })
        .max(max, { error: 'text.too_long' })
        .refine((text) => !CONTROL.test(text) && text.isWellFormed(), { error: 'text.control_characters' })
        .refine((text) => !holdsBsn(text), { error: 'text.bsn' }),
    )
}
