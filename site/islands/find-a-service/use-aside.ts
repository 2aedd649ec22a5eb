import { useEffect, useState } from 'preact/hooks'
import { aside } from './breath.ts'

/** What it was, until all else has gone first: what is dear to draw and not looked at is no part of a frame that is. */
export function useAside<Value>(value: Value): Value {
  const [late, setLate] = useState(value)
  useEffect(() => {
    if (value === late) return undefined
    let overtaken = false
    void aside().then(() => {
      if (!overtaken) setLate(value)
    })
    return () => {
      overtaken = true
    }
  }, [value])
  return late
}
