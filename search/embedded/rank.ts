/**
 * The `limit` documents with the highest keys, highest first; equal keys by document number, which is from A to Z.
 * Keeps a heap of what is best so far, so that a question that thousands match costs little more than one ten match.
 */
export function best(documents: Uint32Array, keys: Float64Array, count: number, limit: number): number[] {
  const size = Math.min(limit, count)
  if (size <= 0) return []
  const worse = (a: number, b: number) =>
    (keys[a] as number) - (keys[b] as number) || (documents[b] as number) - (documents[a] as number)
  if (size > count / 4) {
    return Array.from({ length: count }, (_, n) => n)
      .sort((a, b) => worse(b, a))
      .slice(0, size)
      .map((n) => documents[n] as number)
  }
  const heap: number[] = []
  const sink = (from: number) => {
    for (let at = from; ;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && worse(heap[child] as number, heap[least] as number) < 0) least = child
      }
      if (least === at) return
      const own = heap[at] as number
      heap[at] = heap[least] as number
      heap[least] = own
      at = least
    }
  }
  for (let n = 0; n < size; n++) heap.push(n)
  for (let at = size >>> 1; at >= 0; at--) sink(at)
  for (let n = size; n < count; n++) {
    if (worse(n, heap[0] as number) <= 0) continue
    heap[0] = n
    sink(0)
  }
  return heap.sort((a, b) => worse(b, a)).map((n) => documents[n] as number)
}
