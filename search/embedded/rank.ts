/**
 * Keeps the `size` documents with the highest keys, highest first; equal keys by document number, which is from A to Z.
 * A heap of what is best so far, so that a question that thousands match costs little more than one ten match.
 */
export class Best {
  private readonly size: number
  private readonly documents: number[] = []
  private readonly keys: number[] = []

  constructor(size: number) {
    this.size = size
  }

  /** The key that a document must pass to get in, when there is no room; minus infinity while there is. */
  get least(): number {
    return this.documents.length < this.size ? -Infinity : (this.keys[0] ?? Infinity)
  }

  push(document: number, key: number): void {
    const { documents, keys, size } = this
    if (documents.length < size) {
      documents.push(document)
      keys.push(key)
      if (documents.length === size) for (let at = (size >>> 1) - 1; at >= 0; at--) this.sink(at)
      return
    }
    if (size === 0 || key < (keys[0] as number)) return
    if (key === keys[0] && document > (documents[0] as number)) return
    documents[0] = document
    keys[0] = key
    this.sink(0)
  }

  sorted(): number[] {
    const { documents, keys } = this
    return Array.from(documents.keys())
      .sort((a, b) => (keys[b] as number) - (keys[a] as number) || (documents[a] as number) - (documents[b] as number))
      .map((n) => documents[n] as number)
  }

  private sink(from: number): void {
    const { documents, keys } = this
    const length = documents.length
    const document = documents[from] as number
    const key = keys[from] as number
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= length) break
      if (child + 1 < length && this.worse(child + 1, keys[child] as number, documents[child] as number)) child++
      if (!this.worse(child, key, document)) break
      documents[at] = documents[child] as number
      keys[at] = keys[child] as number
      at = child
    }
    documents[at] = document
    keys[at] = key
  }

  private worse(at: number, key: number, document: number): boolean {
    const own = this.keys[at] as number
    return own < key || (own === key && (this.documents[at] as number) > document)
  }
}
