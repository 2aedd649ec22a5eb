/** Where a page of a list ended, as whoever asks for the next one sends it back. Pure; it says nothing of anybody. */

/** The moment of the last row in microseconds, as the database has it, and its id. */
export type Cursor = { at: string; id: string }

const FORM = /^(\d{1,17})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

export const writeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at}.${id}`).toString('base64url')

/** Null for what is no cursor of ours. */
export function readCursor(text: string): Cursor | null {
  const [, at, id] = FORM.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? []
  return at && id ? { at, id } : null
}
