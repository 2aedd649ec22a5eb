/** The bytes of an index file: header, checksum, and the few shapes everything else is written in. DESIGN.md says why. */

/** "VDZK": Voordeur zoeken. */
const magic = 0x4b5a4456
export const version = 4
const headerBytes = 24

/** Why an index file is not used. The page fetches it again; it never answers from it. */
export class IndexRefused extends Error {
  override name = 'IndexRefused'
  readonly reason: 'not_an_index' | 'other_version' | 'damaged' | 'other_stage'
  constructor(reason: IndexRefused['reason']) {
    super(`Search index refused: ${reason}`)
    this.reason = reason
  }
}

/** Two 32-bit lanes over little-endian words; each step is a bijection, so one changed word never goes unseen. */
export function checksum(bytes: Uint8Array): number {
  let a = 0x9e3779b9 ^ bytes.length
  let b = 0x85ebca6b
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length & ~3
  for (let at = 0; at < whole; at += 4) {
    const word = view.getUint32(at, true)
    a = Math.imul(a ^ word, 0x01000193)
    a ^= a >>> 15
    b = (Math.imul(b, 0x2c1b3c6d) + word) | 0
  }
  for (let at = whole; at < bytes.length; at++) a = Math.imul(a ^ (bytes[at] ?? 0), 0x01000193)
  a = Math.imul(a ^ (b >>> 13) ^ b, 0x297a2d39)
  return (a ^ (a >>> 16)) >>> 0
}

/** Puts the header before a payload: magic, version, stage, length, checksum, and the checksum of the first stage. */
export function seal(payload: Uint8Array, stage: number, first: number | null): Uint8Array {
  const file = new Uint8Array(headerBytes + payload.length)
  const view = new DataView(file.buffer)
  file.set(payload, headerBytes)
  view.setUint32(0, magic, true)
  view.setUint16(4, version, true)
  view.setUint16(6, stage, true)
  view.setUint32(8, payload.length, true)
  view.setUint32(16, first ?? 0, true)
  view.setUint32(20, checksum(payload), true)
  view.setUint32(12, checksum(file.subarray(16)), true)
  return file
}

export const sealOf = (file: Uint8Array): number =>
  new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(20, true)

/** Gives the payload of a whole, undamaged file of this version and stage; refuses everything else. */
export function unseal(file: Uint8Array, stage: number, first: number | null): Reader {
  if (file.length < headerBytes) throw new IndexRefused('not_an_index')
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (view.getUint32(0, true) !== magic) throw new IndexRefused('not_an_index')
  if (view.getUint16(4, true) !== version) throw new IndexRefused('other_version')
  if (view.getUint32(8, true) !== file.length - headerBytes) throw new IndexRefused('damaged')
  if (view.getUint32(12, true) !== checksum(file.subarray(16))) throw new IndexRefused('damaged')
  if (view.getUint16(6, true) !== stage) throw new IndexRefused('other_stage')
  if (view.getUint32(16, true) !== (first ?? 0)) throw new IndexRefused('other_stage')
  return new Reader(file.subarray(headerBytes))
}

/** Whole numbers of any size take as many bytes as they need; the small ones, which are most, take one. */
export class Writer {
  private bytes = new Uint8Array(1 << 12)
  private length = 0

  private room(extra: number): void {
    if (this.length + extra <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + extra))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }

  number(value: number): void {
    this.room(5)
    let rest = value
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  /** Small negative numbers stay small. */
  signed(value: number): void {
    this.number(((value << 1) ^ (value >> 31)) >>> 0)
  }

  raw(bytes: Uint8Array): void {
    this.room(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** A run of bytes with its length before it. */
  block(bytes: Uint8Array): void {
    this.number(bytes.length)
    this.raw(bytes)
  }

  text(text: string): void {
    this.block(new TextEncoder().encode(text))
  }

  numbers(list: readonly number[]): void {
    this.number(list.length)
    for (const value of list) this.number(value)
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

export class Reader {
  private at = 0
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  number(): number {
    const bytes = this.bytes
    let byte = bytes[this.at++] as number
    if (byte < 128) return byte
    let value = byte & 127
    for (let shift = 7; ; shift += 7) {
      byte = bytes[this.at++] as number
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }

  signed(): number {
    const value = this.number()
    return (value >>> 1) ^ -(value & 1)
  }

  raw(length: number): Uint8Array {
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  block(): Uint8Array {
    return this.raw(this.number())
  }

  text(): string {
    return new TextDecoder().decode(this.block())
  }

  numbers(): number[] {
    return Array.from({ length: this.number() }, () => this.number())
  }
}

/**
 * Work in steps: between two of them whoever runs it may let others go first. Both ways do the same work, so that an
 * index opened in steps is the index opened at once.
 */
export type Steps<Made> = Generator<undefined, Made, undefined>

/** All steps behind each other. */
export function atOnce<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** All steps, and `pause` after each that ends `milliseconds` or more after the last pause. */
export async function inSteps<Made>(
  steps: Steps<Made>,
  pause: () => Promise<void>,
  milliseconds: number,
): Promise<Made> {
  for (let begun = performance.now(); ;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - begun < milliseconds) continue
    await pause()
    begun = performance.now()
  }
}
