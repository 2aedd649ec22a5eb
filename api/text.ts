import { z } from 'zod'

/** What people put between the digits of one number: a space of any kind, a dot, a hyphen, a slash, an underscore. */
const BETWEEN = String.raw`[ .\-\u2010-\u2015\u2212/_\t]{1,3}`

const anyOf = (...parts: string[]) => new RegExp(parts.join('|'), 'g')

const PHONES = [
  // Abroad or with country code: +31 6 12345678, 0031 (0)592 12 34 56. Ten digits or more, so not a BSN with a plus.
  String.raw`(?:\+|(?<!\d)00)(?=[1-9])\d{1,3}(?:${BETWEEN})?(?:\(0\)(?:${BETWEEN})?)?\d(?:(?:${BETWEEN})?\d){7,11}(?!\d)`,
  // At home, ten digits: 0612345678, 06-12 34 56 78, 0592 123456. The area code stands apart or everything is together.
  String.raw`(?<!\d)0[1-9]\d{8}(?!\d)`,
  String.raw`(?<!\d)0(?=(?:\D{0,3}\d){9}(?!\d))[1-9]\d{0,2}${BETWEEN}\d(?:(?:${BETWEEN})?\d){5,7}(?!\d)`,
]
/** Free and paid numbers of eight digits: 0800-2000. Of services, never of a person. */
const SERVICE_NUMBER = String.raw`(?<!\d)0[89]00(?:${BETWEEN})?\d{4}(?!\d)`
/** Dates: 22-11-2026, 2026-11-22. */
const DATES = [
  String.raw`(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:19|20)\d\d(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)`,
]

/** Numbers of books, and of files that begin with their year: 978-90-1234-567-8, 2026-00123. */
const NUMBERED = [
  String.raw`(?<!\d)97[89][- ]\d{1,5}[- ]\d{1,7}[- ]\d{1,6}[- ]\d(?!\d)`,
  String.raw`(?<!\d)20[0-3]\d[-/]\d{4,6}(?!\d)`,
]

/** Numbers that are known to be something else, taken out first so that their parts do not pass for a BSN. */
const KNOWN = anyOf(...PHONES, SERVICE_NUMBER, ...DATES, ...NUMBERED)
const RUN = new RegExp(String.raw`\d+(?:${BETWEEN}\d+)*`, 'g')

/** Eleven-test of the citizen service number: 9a+8b+…+2h−i divisible by 11, not all zero. */
function passesElevenTest(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0)
  return sum % 11 === 0 && digits !== '000000000'
}

/** One spelling of digits, spaces and area codes: full-width and Arabic digits become 0-9, invisible characters go. */
function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
      .replace(/[\p{Zs}]/gu, ' ')
      // An area code in brackets: (0592) 12 34 56.
      .replace(/\((0[1-9]\d{0,2})\) ?/g, '$1-')
  )
}

/**
 * Whether free text holds what looks like a BSN: neighbouring groups of digits that together are nine and pass the
 * eleven-test, also with spaces, dots or hyphens between them. Phone numbers and dates are set aside first.
 * Source: protection.md section 0 rule 2.
 */
export function holdsBsn(text: string): boolean {
  const runs = plain(text).replace(KNOWN, '#').match(RUN) ?? []
  return runs.some((run) => nineDigitParts(run.match(/\d+/g) ?? []).some(passesElevenTest))
}

/** Every sequence of whole neighbouring groups that is nine digits long. */
function nineDigitParts(groups: readonly string[]): string[] {
  return groups.flatMap((_, start) => {
    let digits = ''
    for (const group of groups.slice(start, start + 9)) {
      digits += group
      if (digits.length >= 9) break
    }
    return digits.length === 9 ? [digits] : []
  })
}

/** What a text without persons must not hold; each is refused by its name (domain.md, Consult). */
export const personalKinds = ['bsn', 'phone', 'email', 'address', 'birth_date'] as const
export type PersonalKind = (typeof personalKinds)[number]

const MONTH = String.raw`(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?`
const WRITTEN_DATE = String.raw`(?<!\d)(?:0?[1-9]|[12]\d|3[01])e?[ -]${MONTH}[ -]'?(?:(?:19|20)\d\d|\d\d)(?!\d)`
const SHORT_DATE = String.raw`(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ]\d\d(?!\d)|(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d(?!\d)`
const BIRTH = String.raw`(?:\bgeb\b|geboren|geboorte|\bgbd\b|verjaart|verjaardag|\bjarig)`

/** A mobile number in any groups, 061 234 56 78: where no BSN is looked for, since one may begin with 06. */
const MOBILE = String.raw`(?<!\d)06(?:(?:${BETWEEN})?\d){8}(?!\d)`
const ANY_PHONE = anyOf(...PHONES, MOBILE, String.raw`(?<![\d.,])6[ -]?[1-9]\d{7}(?!\d)`)
const NO_PHONE = anyOf(...DATES, SERVICE_NUMBER)
const EMAIL =
  /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\]|\(a\)|apenstaartje) ?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|[\p{L}\d._%+-]+ at [\p{L}\d-]+ (?:punt|dot) (?:nl|be|de|eu|com|org|net)\b/iu
/** Two small letters that are a word or a measure and no postcode: "2000 en 15", "1500km 3". */
const WORDS = 'al|ca|de|en|er|ik|in|is|ja|je|na|nr|nu|of|om|op|te|uw|we|zo'
const MEASURES = 'cm|gr|ha|kb|kg|km|kw|mb|mg|ml|mm|pk|st'
const POSTCODE = String.raw`(?<![\p{L}\d])[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|(?! ?(?:${MEASURES}|sa|sd|ss)| (?:${WORDS})) ?[a-z]{2})(?!\p{L})`
const STREET = 'straat|laan|weg|plein|pad|singel|kade|dijk|hof|dreef|steeg|gracht|wal|park|baan|ring|markt|brink|veld'
/** `7811 AB 12`, `7811AB nr. 12a`, `Kerkstraat 12-3, 7811 AB`, `7811 AB, Kerkstraat 12`. */
const ADDRESS = new RegExp(
  [
    String.raw`(?:${POSTCODE})[ ,;:(-]{0,3}(?:(?:huis)?(?:nr|no|nummer)\.?:? ?)?\d{1,5}(?![\d%])`,
    String.raw`(?<![\d.,-])\d{1,5}(?: ?[a-z])?(?:-\d{1,4})?[ ,;\n]{1,3}(?:${POSTCODE})`,
    String.raw`(?:${POSTCODE})[^\n\d]{0,40}?(?:${STREET}) \d{1,5}(?!\d)`,
  ].join('|'),
  'u',
)
const NEAR_BIRTH = new RegExp(
  String.raw`${BIRTH}[^\n]{0,25}?(?:${[...DATES, WRITTEN_DATE, SHORT_DATE].join('|')})|(?:${[...DATES, WRITTEN_DATE].join('|')})[ ,(]{0,4}${BIRTH}`,
  'iu',
)
const FULL_DATES = new RegExp([...DATES, WRITTEN_DATE].join('|'), 'giu')

/**
 * Kinds of personal data that free text holds, in the order of `personalKinds`. A full date counts as a date of birth
 * beside a word of birth, and when its year is before last year: people are spoken of by day only when they were born
 * then. An age, a year, a postcode alone and the number of a service are nobody's. Source: domain.md section 4, Consult.
 */
export function personalDataIn(text: string, thisYear = new Date().getFullYear()): PersonalKind[] {
  const said = plain(text)
  const longAgo = (date: string) => {
    const year = /(?:19|20)\d\d/.exec(date)?.[0]
    return year !== undefined && Number(year) < thisYear - 1
  }
  const holds: Record<PersonalKind, boolean> = {
    bsn: holdsBsn(text),
    phone: said.replace(NO_PHONE, '#').search(ANY_PHONE) >= 0,
    email: EMAIL.test(said),
    address: ADDRESS.test(said),
    birth_date: NEAR_BIRTH.test(said) || (said.match(FULL_DATES) ?? []).some(longAgo),
  }
  return personalKinds.filter((kind) => holds[kind])
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

/**
 * Text that is kept while somebody types it: as it stands, also when it is empty. Refuses what may never be kept, a BSN
 * and control characters, and what is longer than its field.
 */
export const keptText = ({ max }: { max: number }) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC'))
    .pipe(
      z
        .string()
        .max(max, { error: 'text.too_long' })
        .refine((text) => !CONTROL.test(text) && text.isWellFormed(), { error: 'text.control_characters' })
        .refine((text) => !holdsBsn(text), { error: 'text.bsn' }),
    )

/** Free text in which nobody can be found back: what is found is refused by name, everything at once. */
export const anonymousText = (given: { min?: number; max: number }) =>
  freeText(given).check((context) => {
    for (const kind of personalDataIn(context.value)) {
      // The BSN is refused in every text already.
      if (kind !== 'bsn')
        context.issues.push({ code: 'custom', message: `personal.${kind}`, input: context.value, continue: true })
    }
  })

/** An e-mail address as people type it: lower case, one @, nothing around it. */
export const emailAddress = z
  .string()
  .max(254, { error: 'text.too_long' })
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => /^[^@\s\u0000]+@[^@\s\u0000]+$/.test(text) && text.isWellFormed(), { error: 'email.malformed' })
