/**
 * A search that helped nobody is told, where the municipality counts and the page says so: only words of the published
 * list leave the device, in the order of the alphabet, without anything that says who.
 */
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { listedIn } from '../../../search/dutch/word-list.ts'

/** Somebody who stops typing this long has asked something. */
const settledMs = 4_000

/** `found` is how many results stand there; null while there is no answer. Does nothing without a list. */
export function useMisses(
  listUrl: string | null,
  text: string,
  found: number | null,
  list: RefObject<HTMLElement>,
): void {
  const words = useRef<ReadonlySet<string> | null>(null)
  const clicked = useRef(false)

  // Where nothing is counted, a key makes no work for after its frame.
  const asked = listUrl === null ? '' : text
  useEffect(() => {
    if (listUrl === null || found === null || text.trim() === '') return undefined
    clicked.current = false
    let settled = false
    const timer = setTimeout(() => {
      settled = true
      if (!words.current) void load(listUrl).then((loaded) => (words.current = loaded))
    }, settledMs)
    const leave = () => {
      if (settled && words.current && (found === 0 || !clicked.current)) tell(text, found, words.current)
      settled = false
    }
    const click = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('a')) clicked.current = true
    }
    const element = list.current
    element?.addEventListener('click', click)
    addEventListener('pagehide', leave)
    return () => {
      clearTimeout(timer)
      element?.removeEventListener('click', click)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [listUrl, asked, listUrl === null ? null : found])
}

/** Neither the session of who works here, nor the page with its filters, goes along; it arrives also when the page is left. */
const unnamed: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', keepalive: true }

async function load(url: string): Promise<ReadonlySet<string> | null> {
  try {
    const answer = await fetch(url, unnamed)
    return answer.ok ? new Set((await answer.text()).split('\n')) : null
  } catch {
    // Counting is never worth an error.
    return null
  }
}

function tell(text: string, found: number, list: ReadonlySet<string>): void {
  const words = listedIn(text, list)
  if (words.length === 0) return
  const body = JSON.stringify({ kind: found === 0 ? 'nothing' : 'no_click', words })
  const headers = { 'Content-Type': 'application/json' }
  void fetch('/api/v1/search/misses', { ...unnamed, method: 'POST', headers, body }).catch(() => undefined)
}
