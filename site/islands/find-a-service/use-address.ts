import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { atRest } from './rest.ts'
import { type Asked, fromAddress, nothingAsked, toAddress } from './state.ts'

/**
 * Typing replaces the address; choosing adds to it, so that Back undoes a choice and not a letter. What is `drawn` already,
 * where it changes something, has the rest of the page follow when it is next drawn.
 */
type Ask = (next: Asked, remember: 'replace' | 'push', drawn?: boolean) => void

/**
 * Milliseconds without a key after which the address follows: it is dear, and nobody reads it while typing. Longer than
 * most keys are apart, or it comes between two of them.
 */
const REST = 1000

const typedIn = (id: string) => document.querySelector<HTMLInputElement>(`input#${id}`)?.value ?? ''

/** What somebody typed before this island woke: on a slow line nobody loses a letter. While it is built there is nobody. */
function typedEarly(): Partial<Pick<Asked, 'text' | 'where'>> {
  if (typeof document === 'undefined') return {}
  const [text, where] = [typedIn('wat'), typedIn('waar')]
  return { ...(text && { text }), ...(where && { where }) }
}

/** What is asked now, kept in the address: Back, Forward and a reload bring it back. */
export function useAddress(): [{ readonly current: Asked }, Ask] {
  const asked = useRef<Asked>(nothingAsked)
  const [, draw] = useState(nothingAsked)
  const setAsked = (next: Asked, drawn = false) => {
    asked.current = next
    if (!drawn) draw(next)
  }
  const [early] = useState(typedEarly)
  /** Writes what is still to be written, at once. */
  const write = useRef(() => {})
  const [rest] = useState(() => atRest(REST, () => write.current()))
  const forget = () => {
    rest.stop()
    write.current = () => {}
  }
  const ask: Ask = (next, remember, drawn) => {
    setAsked(next, drawn)
    const address = () => toAddress(next) || location.pathname
    if (remember === 'push') {
      write.current()
      return history.pushState(null, '', address())
    }
    write.current = () => {
      forget()
      history.replaceState(null, '', address())
    }
    rest.touch()
  }
  // At once, before any key: what is typed between drawing and reading would be read over.
  useLayoutEffect(() => {
    const read = () => {
      forget()
      setAsked(fromAddress(location.search, location.hash))
    }
    read()
    if (early.text || early.where) ask({ ...fromAddress(location.search, location.hash), ...early }, 'replace')
    // Whoever leaves must find the last letter again.
    const leave = () => write.current()
    addEventListener('popstate', read)
    addEventListener('hashchange', read)
    addEventListener('click', leave, true)
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('popstate', read)
      removeEventListener('hashchange', read)
      removeEventListener('click', leave, true)
      removeEventListener('pagehide', leave)
    }
  }, [])
  return [asked, ask]
}
