/** The ids of the documents, kept as they travel: a question shows twenty of them, so that is how many are written out. */
import type { Reader, Writer } from './format.ts'

export type Ids = {
  of(document: number): string
  /** The number of the document with this id; -1 when there is none. */
  find(id: string): number
}

const counted = /^(.*?)(0|[1-9]\d{0,8})$/s
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Ids that count (`service-12`) or are UUIDs take a few bytes; any others travel as they are. */
export function writeIds(writer: Writer, ids: readonly string[]): void {
  const parts = ids.map((id) => counted.exec(id))
  const start = parts[0]?.[1] ?? ''
  if (ids.length > 0 && parts.every((part) => part?.[1] === start)) {
    writer.number(1)
    writer.text(start)
    let before = 0
    for (const part of parts) {
      const number = Number(part?.[2])
      writer.signed(number - before)
      before = number
    }
  } else if (ids.length > 0 && ids.every((id) => uuid.test(id))) {
    writer.number(2)
    for (const id of ids) {
      writer.raw(Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
    }
  } else {
    writer.number(0)
    writer.text(JSON.stringify(ids))
  }
}

export function readIds(reader: Reader, count: number): Ids {
  const kind = reader.number()
  if (kind === 0) {
    const ids = JSON.parse(reader.text()) as string[]
    return withFind(count, (document) => ids[document] as string)
  }
  if (kind === 1) return readCounted(reader, count)
  const bytes = reader.raw(16 * count)
  return withFind(count, (document) => {
    const one = bytes.subarray(document * 16, document * 16 + 16)
    const hex = Array.from(one, (byte) => byte.toString(16).padStart(2, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  })
}

function readCounted(reader: Reader, count: number): Ids {
  const start = reader.text()
  const numbers = new Int32Array(count)
  let number = 0
  for (let n = 0; n < count; n++) numbers[n] = number += reader.signed()
  const { of, find } = withFind(count, (document) => `${start}${numbers[document]}`)
  // Where documents are numbered in their own order, as publishing does, nothing need be looked up.
  return { of, find: (id) => (of(Number(id.slice(start.length))) === id ? Number(id.slice(start.length)) : find(id)) }
}

function withFind(count: number, of: (document: number) => string): Ids {
  let numbers: Map<string, number> | null = null
  return {
    of,
    find(id) {
      numbers ??= new Map(Array.from({ length: count }, (_, document) => [of(document), document]))
      return numbers.get(id) ?? -1
    },
  }
}
