/**
 * Before a session ends for want of use: asks, with minutes to spare, whether somebody is still there (WCAG 2.2.1). Who
 * types or points is there: they are not asked. The server says how long is left, for other tabs count as well.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SessionView } from '../../../api/accounts/schema.ts'
import { request } from '../../lib/api.ts'
import { Dialog } from '../../parts/Dialog.tsx'

const MINUTE = 60_000
/** This long before the end somebody is asked; and who did something in as many minutes is there. */
const WARN_MS = 5 * MINUTE
const LOOK_MS = 5_000
/** So often the server is asked at most. */
const ASK_MS = 30_000

type Props = { secondsLeft: number; onEnded: () => void }

export function StayIn({ secondsLeft, onEnded }: Props) {
  const [minutes, setMinutes] = useState<number | null>(null)
  /** Somebody is there, and still it ends: twelve hours are over. */
  const [isFixed, setFixed] = useState(false)
  /** What could not be put off was seen: not said again. */
  const [seen, setSeen] = useState(false)
  const at = useRef({ ends: Date.now() + secondsLeft * 1000, used: Date.now(), asked: 0 })

  async function look(stay = false) {
    const { ends, used, asked } = at.current
    const now = Date.now()
    if (!stay && ends - now > WARN_MS) return setMinutes(null)
    if (stay || now - asked >= ASK_MS || now >= ends) {
      at.current.asked = now
      const isThere = stay || now - used < WARN_MS
      const answer = await request<SessionView>('GET', '/session', undefined, { background: !isThere })
      if (answer.ok) {
        at.current.ends = Date.now() + answer.value.secondsLeft * 1000
        setFixed(isThere)
      } else if (answer.problem.code === 'viewer.unknown') return onEnded()
    }
    const left = at.current.ends - Date.now()
    setMinutes(left > WARN_MS ? null : Math.max(1, Math.ceil(left / MINUTE)))
    if (stay && left <= WARN_MS) setSeen(true)
  }

  useEffect(() => {
    const use = () => {
      at.current.used = Date.now()
    }
    const timer = setInterval(() => void look(), LOOK_MS)
    // A computer that slept looks at once.
    const wake = () => document.visibilityState === 'visible' && void look()
    for (const kind of ['keydown', 'pointerdown'] as const) addEventListener(kind, use, { passive: true })
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearInterval(timer)
      for (const kind of ['keydown', 'pointerdown'] as const) removeEventListener(kind, use)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [])

  if (minutes === null || seen) return null
  return (
    <Dialog
      id="nog-bezig"
      title={isFixed ? 'U logt straks opnieuw in' : 'Bent u er nog?'}
      onClose={() => void look(true)}
    >
      <p role="alert">
        {isFixed ? 'U bent bijna 12 uur ingelogd.' : 'U deed al een tijd niets.'} Over{' '}
        {minutes === 1 ? '1 minuut' : `${minutes} minuten`} wordt u uitgelogd. Wat u typte, blijft staan.
      </p>
      <p class="vd-actions">
        <button type="button" class="nl-button nl-button--primary" onClick={() => void look(true)}>
          {isFixed ? 'Ik heb het gezien' : 'Ingelogd blijven'}
        </button>
      </p>
    </Dialog>
  )
}
