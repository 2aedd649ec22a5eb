import { useEffect, useRef, useState } from 'preact/hooks'
import { atRest } from './rest.ts'
import { type Asked, fromAddress, nothingAsked, toAddress } from './state.ts'

/** Typing replaces the address; choosing adds to it, so that Back undoes a choice and not a letter. */
type Ask = (next: Asked, remember: 'replace' | 'push') => void

/** Milliseconds without a key after which the address follows: it is dear, and nobody reads it while typing. */
const REST = 150

/** What is asked, kept in the address: Back, Forward and a reload bring it back. */
export function useAddress(): [Asked, Ask] {
  const [asked, setAsked] = useState<Asked>(nothingAsked)
  /** Writes what is still to be written, at once. */
  const write = useRef(() => {})
  const [rest] = useState(() => atRest(REST, () => write.current()))
  const forget = () => {
    rest.stop()
    write.current = () => {}
  }
  useEffect(() => {
    const read = () => {
      forget()
      setAsked(fromAddress(location.search, location.hash))
    }
    read()
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
  const ask: Ask = (next, remember) => {
    setAsked(next)
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
  return [asked, ask]
}
