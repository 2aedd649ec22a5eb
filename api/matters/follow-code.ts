/** The follow-code as a matter issues it: the code for the paper, the hash to keep. */
import { hashCode, makeCode } from '../followup/code.ts'

export function newFollowCode(secret: Uint8Array): { code: string; hash: Buffer } {
  const code = makeCode()
  return { code, hash: hashCode(secret, code) }
}
