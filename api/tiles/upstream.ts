/** Asks the national base map for one tile: in time, of the right kind, and with nothing of who wants to see it. */
import type { Tile } from './tile.ts'

const WITHIN_MS = 4_000
/** A tile of the base map is 5 to 40 kB. */
const LARGEST = 512 * 1024
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Fails with a sentence for the log when there is no such tile, no answer in time, or something else than a picture. */
export async function fetchTile(address: string, { z, x, y }: Tile): Promise<Uint8Array<ArrayBuffer>> {
  const url = address.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y))
  // Only these headers: no address, language or page of the visitor goes along.
  const answer = await fetch(url, {
    headers: { 'User-Agent': 'Voordeur tile cache', Accept: 'image/png' },
    redirect: 'error',
    signal: AbortSignal.timeout(WITHIN_MS),
  })
  if (!answer.ok) throw new Error(`the base map answered ${answer.status}`)
  const kind = answer.headers.get('Content-Type') ?? 'nothing said'
  if (!/^image\/png\b/.test(kind)) throw new Error(`the base map sent ${kind}`)
  const bytes = await upTo(answer, LARGEST)
  if (!PNG.every((byte, at) => bytes[at] === byte)) throw new Error('the base map sent what is no picture')
  return bytes
}

async function upTo(answer: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of answer.body ?? []) {
    length += piece.byteLength
    if (length > most) throw new Error(`the base map sent more than ${most} bytes`)
    pieces.push(piece)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}
