/** Which colleagues have this matter open at the same moment. Told to colleagues only, and kept nowhere. */
import { useEffect, useState } from 'preact/hooks'
import { request } from '../lib/api.ts'

const EVERY_MS = 20_000
const byItself = { background: true }

export function Looking({ matterId }: { matterId: string }) {
  const [looking, setLooking] = useState<readonly string[]>([])
  useEffect(() => {
    const tell = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await request<{ looking: string[] }>('POST', `/matters/${matterId}/looking`, {}, byItself)
      setLooking(answer.ok ? answer.value.looking : [])
    }
    void tell()
    const timer = setInterval(() => void tell(), EVERY_MS)
    return () => {
      clearInterval(timer)
      void request('POST', `/matters/${matterId}/left`, {}, byItself)
    }
  }, [matterId])
  return (
    <p role="status" class={looking.length > 0 ? 'vd-looking' : 'vd-hidden'}>
      {looking.length > 0 && `Nu ook open bij ${looking.join(', ')}.`}
    </p>
  )
}
