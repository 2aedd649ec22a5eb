/** The index in a thread of its own, for a directory so large that every answer would hold up the page (decision 0012). */
import { openInSteps } from '../../../search/embedded/open.ts'
import type { Growing, SearchQuery } from '../../../search/embedded/open.ts'
import { answererOver } from './answer.ts'
import { breath } from './breath.ts'
import { handedOver, packed } from './packed.ts'
import type { Packed } from './packed.ts'

export type ToWorker =
  { kind: 'stage'; stage: Uint8Array; flags: string } | { kind: 'ask'; number: number; query: SearchQuery }
export type FromWorker = { kind: 'opened' } | { kind: 'refused' } | { kind: 'answer'; number: number; answer: Packed }

let index: Growing | null = null
let answer: ReturnType<typeof answererOver> | null = null

const say = (message: FromWorker, transfer: Transferable[] = []) => postMessage(message, { transfer })

/** The first stage that comes opens the index, the next ones are added to it. */
async function take(stage: Uint8Array, flags: string): Promise<void> {
  if (index) return index.add(stage)
  // Between two steps a question that waits is answered.
  index = await openInSteps(stage, breath)
  answer = answererOver(index.engine, flags)
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'ask') {
    if (!answer) return
    const made = packed(answer(data.query))
    return say({ kind: 'answer', number: data.number, answer: made }, handedOver(made))
  }
  take(data.stage, data.flags).then(
    () => say({ kind: 'opened' }),
    () => say({ kind: 'refused' }),
  )
})
