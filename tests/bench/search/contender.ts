/** What takes part in the benchmark: our own engine and the ones it is compared with, behind one face. */
import type { SearchQuery } from '../../../search/engine.ts'
import type { Corpus } from './corpus.ts'

export type Found = { ids: number[]; total: number }
export type Opened = { search(query: SearchQuery): Found | Promise<Found>; close?(): Promise<void> }

export type Contender = {
  name: string
  /** Makes what travels or is stored. Stages in order; none when it lives in a server. */
  build(corpus: Corpus): Uint8Array[] | Promise<Uint8Array[]>
  open(files: readonly Uint8Array[]): Opened | Promise<Opened>
  /** A server far slower than the rest gets every so many'th of the timed queries. */
  every?: number
}
