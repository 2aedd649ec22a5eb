import { useEffect, useState } from 'preact/hooks'
import { type Asked, fromAddress, nothingAsked, toAddress } from './state.ts'

/** Typing replaces the address; choosing adds to it, so that Back undoes a choice and not a letter. */
type Ask = (next: Asked, remember: 'replace' | 'push') => void

/** What is asked, kept in the address: Back, Forward and a reload bring it back. */
export function useAddress(): [Asked, Ask] {
  const [asked, setAsked] = useState<Asked>(nothingAsked)
  useEffect(() => {
    const read = () => setAsked(fromAddress(location.search, location.hash))
    read()
    addEventListener('popstate', read)
    addEventListener('hashchange', read)
    return () => {
      removeEventListener('popstate', read)
      removeEventListener('hashchange', read)
    }
  }, [])
  const ask: Ask = (next, remember) => {
    setAsked(next)
    history[remember === 'push' ? 'pushState' : 'replaceState'](null, '', toAddress(next) || location.pathname)
  }
  return [asked, ask]
}
