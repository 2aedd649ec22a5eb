/** Parsing at the door: everything that is wrong, in one answer, with a JSON pointer to each fault. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { type Fault, Refusal } from '../errors.ts'
import type { HouseEnv } from './house-env.ts'

/** A signal with every field full is about 12 kB. */
const MOST_BYTES = 64 * 1024

/** The JSON body by `schema`. An empty body is `{}`. Refused: not JSON, more than 64 kB, anything the schema does not know. */
export async function parseBody<Input>(c: Context<HouseEnv>, schema: z.ZodType<Input>): Promise<Input> {
  const declared = Number(c.req.header('Content-Length') ?? 0)
  if (declared > MOST_BYTES) throw new Refusal('input.too_large', { mostBytes: MOST_BYTES })
  const text = await readAtMost(c.req.raw, MOST_BYTES)
  if (text === '') return parse(schema, {})
  if (!/^application\/json(;|$)/i.test(c.req.header('Content-Type') ?? '')) throw new Refusal('input.not_json')
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Refusal('input.invalid', {}, [{ pointer: '', code: 'json.malformed' }])
  }
  return parse(schema, body)
}

export const parseQuery = <Input>(c: Context<HouseEnv>, schema: z.ZodType<Input>): Input => parse(schema, c.req.query())

function parse<Input>(schema: z.ZodType<Input>, value: unknown): Input {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refusal('input.invalid', {}, result.error.issues.flatMap(faultsOf))
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const pointer = issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: `${pointer}/${key.slice(0, 60)}`, code: 'field.unknown' }))
  }
  // Our own schemas name their faults ("text.too_long"); zod's other sentences are not for people.
  const code = /^[a-z_]+\.[a-z_]+$/.test(issue.message) ? issue.message : `field.${issue.code}`
  const params = 'maximum' in issue ? { maximum: Number(issue.maximum) } : undefined
  return [{ pointer, code, ...(params && { params }) }]
}

async function readAtMost(request: Request, most: number): Promise<string> {
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > most) throw new Refusal('input.too_large', { mostBytes: most })
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks))
}
