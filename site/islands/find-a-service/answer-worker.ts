/** The index in a thread of its own, for a directory so large that opening it would hold up the page (decision 0012). */
import type { SearchQuery } from '../../../search/embedded/open.ts'
import { answererOf } from './answer.ts'
import type { Answer } from './answer.ts'

export type ToWorker =
  { kind: 'open'; stages: Uint8Array[]; flags: string } | { kind: 'ask'; number: number; query: SearchQuery }
export type FromWorker = { kind: 'opened' } | { kind: 'refused' } | { kind: 'answer'; number: number; answer: Answer }

let answer: ReturnType<typeof answererOf> | null = null

const say = (message: FromWorker) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'ask') {
    if (answer) say({ kind: 'answer', number: data.number, answer: answer(data.query) })
    return
  }
  try {
    answer = answererOf(data.stages, data.flags)
    say({ kind: 'opened' })
  } catch {
    say({ kind: 'refused' })
  }
})
