/** Makes the index of so many documents in a process of its own and says what that took: `node make.ts 200000`. */
import { buildIndex } from '../../../search/embedded/build.ts'
import { corpusOf } from './corpus.ts'

export type Making = {
  documents: number
  milliseconds: number
  /** The most this process ever had, documents and all; and what it had before it began. */
  peakMegabytes: number
  before: number
}

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1000)
const count = Number(process.argv[2])
const { documents, settings } = corpusOf(count)
const before = megabytes()
const begun = performance.now()
buildIndex(documents, settings)
const milliseconds = Math.round(performance.now() - begun)
const made: Making = { documents: count, milliseconds, peakMegabytes: megabytes(), before }
console.log(JSON.stringify(made))
