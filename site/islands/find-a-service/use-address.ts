import { useEffect, useRef, useState } from 'preact/hooks'
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
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const forget = () => {
    clearTimeout(timer.current)
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
    forget()
    write.current = () => {
      forget()
      history.replaceState(null, '', address())
    }
    timer.current = setTimeout(() => write.current(), REST)
  }
  return [asked, ask]
}
