/** Whether one row of an HSDS table can be taken. Pure: knows neither file nor database. */
import { type Kind, type Table, tableOf } from './tables.ts'

export type Value = string | number | null
export type Row = Record<string, Value>
/** What is wrong with one value: `why` says it, `mend` says what to do about it. */
export type RowFault = { column: string | null; code: FaultCode; why: string; mend: string }
export type FaultCode =
  | 'required'
  | 'wrong_kind'
  | 'not_one_of'
  | 'script'
  | 'control_character'
  | 'contradiction'
  | 'columns_count'
  | 'duplicate_id'
  | 'dangling'
  | 'hangs_on_refused'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const EMAIL = /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\]]+$/
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DATETIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/
const TIME = /^([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?:Z|[+-]\d{2}:?\d{2})?$/
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
/** Text that a browser could run: a script tag, an event handler in a tag, a link that is code. */
const SCRIPT =
  /<\s*(script|iframe|object|embed|svg|style|meta|base)\b|<[a-z][^>]*\son[a-z]+\s*=|(javascript|vbscript):\S|data\s*:\s*text\/html/i

const oneOf: Partial<Record<Kind, readonly string[]>> = {
  service_status: ['active', 'inactive', 'defunct', 'temporarily closed'],
  place_type: ['physical', 'postal', 'virtual'],
  weekday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
  frequency: ['WEEKLY', 'MONTHLY'],
}

const ranges: Partial<Record<Kind, { min: number; max: number; whole: boolean; mend: string }>> = {
  number: { min: -1e12, max: 1e12, whole: false, mend: 'Write a number with a point, for instance 12.5.' },
  integer: { min: -2147483648, max: 2147483647, whole: true, mend: 'Write a whole number, for instance 2026.' },
  count: { min: 0, max: 2147483647, whole: true, mend: 'Write a whole number of 0 or more.' },
  positive: { min: 1, max: 2147483647, whole: true, mend: 'Write a whole number of 1 or more.' },
  quantity: { min: 0, max: 1e12, whole: false, mend: 'Write a number of 0 or more.' },
  amount: { min: 0, max: 9999999999, whole: false, mend: 'Write an amount with a point, for instance 2.50.' },
  age: { min: 0, max: 150, whole: false, mend: 'Write an age between 0 and 150.' },
  latitude: { min: -90, max: 90, whole: false, mend: 'Write degrees between -90 and 90, for instance 52.7.' },
  longitude: { min: -180, max: 180, whole: false, mend: 'Write degrees between -180 and 180, for instance 6.5.' },
}

function realDate(text: string): boolean {
  const found = DATE.exec(text)
  if (!found) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && Number(found[1]) > 0
}

function link(text: string, schemes: readonly string[]): boolean {
  return URL.canParse(text) && schemes.includes(new URL(text).protocol)
}

type Read = { value: Value } | { code: FaultCode; why: string; mend: string }
const wrong = (why: string, mend: string): Read => ({ code: 'wrong_kind', why, mend })
const shown = (text: string) => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`

/** One value as its kind wants it, or what is wrong with it. */
function read(kind: Kind, text: string): Read {
  if (SCRIPT.test(text)) {
    return { code: 'script', why: `holds code: ${shown(text)}`, mend: 'Take the code out; plain text is enough.' }
  }
  if (CONTROL.test(text)) {
    return { code: 'control_character', why: 'holds a control character', mend: 'Remove the invisible character.' }
  }
  const range = ranges[kind]
  if (range) {
    const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
    const fits = number >= range.min && number <= range.max && (!range.whole || Number.isInteger(number))
    return fits ? { value: number } : wrong(`${shown(text)} is not a number that fits here`, range.mend)
  }
  const allowed = oneOf[kind]
  if (allowed) {
    if (allowed.includes(text)) return { value: text }
    return {
      code: 'not_one_of',
      why: `${shown(text)} is not a known value`,
      mend: `Use one of: ${allowed.join(', ')}.`,
    }
  }
  switch (kind) {
    case 'uuid': {
      const lower = text.toLowerCase()
      return UUID.test(lower)
        ? { value: lower }
        : wrong(`${shown(text)} is not a UUID`, 'Use an id of the form 8-4-4-4-12.')
    }
    case 'email':
      return EMAIL.test(text)
        ? { value: text }
        : wrong(`${shown(text)} is not an e-mail address`, 'Write one address, without name.')
    case 'link':
      return link(text, ['http:', 'https:'])
        ? { value: text }
        : wrong(`${shown(text)} is not a web address`, 'Begin with https:// or http://.')
    case 'uri':
      return link(text, ['http:', 'https:', 'urn:', 'tag:', 'mailto:', 'tel:'])
        ? { value: text }
        : wrong(`${shown(text)} is not a URI`, 'Begin with https://, http:// or urn:.')
    case 'date':
      return realDate(text)
        ? { value: text }
        : wrong(`${shown(text)} is not a date`, 'Write year-month-day, for instance 2026-11-22.')
    case 'datetime': {
      const found = DATETIME.exec(text)
      const moment = found ? new Date(`${found[1]}T${found[2]}${found[3] ?? 'Z'}`) : null
      return found && realDate(found[1] as string) && moment && !Number.isNaN(moment.getTime())
        ? { value: moment.toISOString() }
        : wrong(`${shown(text)} is not a date with time`, 'Write for instance 2026-11-22T09:30:00Z.')
    }
    case 'time': {
      const found = TIME.exec(text)
      return found && (found[1] !== '24' || (found[2] === '00' && (found[3] ?? '00') === '00'))
        ? { value: `${found[1]}:${found[2]}:${found[3] ?? '00'}` }
        : wrong(`${shown(text)} is not a time`, 'Write hours and minutes, for instance 09:30.')
    }
    case 'entity':
      return tableOf(text)
        ? { value: text }
        : {
            code: 'not_one_of',
            why: `${shown(text)} is not a table of HSDS`,
            mend: 'Use the singular name, for instance service.',
          }
    default:
      return { value: text }
  }
}

const contradicts = (column: string, why: string, mend: string): RowFault => ({
  column,
  code: 'contradiction',
  why,
  mend,
})

/** Values that are each in order but do not go together; the same checks stand on the tables. */
function together(table: Table, row: Row): RowFault[] {
  const faults: RowFault[] = []
  const { minimum_age: from, maximum_age: to, valid_from: since, valid_to: until } = row
  if (typeof from === 'number' && typeof to === 'number' && from > to) {
    faults.push(
      contradicts('maximum_age', `the highest age ${to} is below the lowest ${from}`, 'Swap or correct the ages.'),
    )
  }
  if (typeof since === 'string' && typeof until === 'string' && since > until) {
    faults.push(contradicts('valid_to', `${until} is before valid_from ${since}`, 'Swap or correct the dates.'))
  }
  if (table.name === 'location' && (row.latitude === null) !== (row.longitude === null)) {
    faults.push(contradicts('latitude', 'latitude and longitude stand alone', 'Give both or neither.'))
  }
  for (const parent of ['parent_organization_id', 'parent_id']) {
    if (parent in row && row[parent] === row.id)
      faults.push(contradicts(parent, 'is its own parent', 'Leave the parent empty.'))
  }
  return faults
}

/**
 * Reads one record of `table`. In: texts by column name; absent and empty mean no value. Out: the row with every HSDS
 * column of the table, and all its faults at once; only a row without faults may be stored.
 */
export function checkRow(table: Table, record: Record<string, string | undefined>): { row: Row; faults: RowFault[] } {
  const row: Row = {}
  const faults: RowFault[] = []
  for (const { name, kind, required } of table.columns) {
    const text = record[name]?.trim() ?? ''
    row[name] = null
    if (text === '') {
      if (required) faults.push({ column: name, code: 'required', why: 'is empty', mend: 'Fill it in.' })
      continue
    }
    const result = read(kind, text)
    if ('value' in result) row[name] = result.value
    else faults.push({ column: name, ...result })
  }
  return { row, faults: [...faults, ...together(table, row)] }
}
