/** The page's end of the index in a thread of its own. Fetched only where a directory is that large (decision 0012). */
import type { SearchQuery } from '../../../search/embedded/open.ts'
import type { Answer } from './answer.ts'
import type { FromWorker, ToWorker } from './answer-worker.ts'
import type { Opened } from './load.ts'
import { type MakeHit, unpacked } from './packed.ts'

/** Of so many hits reading is one task and putting them in order the next; a key has no more than a hundred. */
const many = 1000

/** Opens the first stage there; rejects when it is refused. */
export async function inWorker(first: Uint8Array, flags: string, make: MakeHit): Promise<Opened> {
  const worker = new Worker(new URL('answer-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  let taken = () => {}
  let refused = (_: Error) => {}
  const say = (message: ToWorker) => worker.postMessage(message)
  const add = (stage: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      taken = resolve
      refused = reject
      say({ kind: 'stage', stage, flags })
    })
  worker.addEventListener('error', () => refused(new Error('worker')))
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'opened') taken()
    else if (data.kind === 'refused') refused(new Error('index refused'))
    else {
      const answered = waiting.get(data.number)
      waiting.delete(data.number)
      const answer = unpacked(data.answer, make)
      if (answer.hits.length > many) setTimeout(() => answered?.(answer))
      else answered?.(answer)
    }
  })
  try {
    await add(first)
  } catch (error) {
    worker.terminate()
    throw error
  }
  const ask = (query: SearchQuery) => {
    const number = asked++
    say({ kind: 'ask', number, query })
    return new Promise<Answer>((answered) => waiting.set(number, answered))
  }
  return { ask, add }
}
