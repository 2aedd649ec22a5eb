import { useEffect, useState } from 'preact/hooks'

/**
 * The ids in the fragment of this page (`#<id>/<id>/<id>`, or a word and an id: `#concept/<id>`), which no server sees.
 * Follows the address when it changes, but for a fragment that is a place on the page.
 */
export function useFragment(): readonly [string, string, string] {
  const [ids, setIds] = useState(read)
  useEffect(() => {
    const follow = () => {
      if (location.hash === '' || read().some((id) => id !== '')) setIds(read())
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return ids
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function read(): readonly [string, string, string] {
  const [first = '', second = '', third = ''] = location.hash.slice(1).split('/')
  const id = (text: string) => (ID.test(text) ? text : '')
  return [id(first), id(second), id(third)]
}
