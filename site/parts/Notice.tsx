/** Something the page tells: what went wrong, what worked, what to know. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Problem } from '../lib/api.ts'
import { refusalWords } from '../lib/words.ts'

type Tone = 'info' | 'ok' | 'warning' | 'error'
type Props = { tone: Tone; title?: string; children?: ComponentChildren; focus?: boolean; role?: 'status' | 'alert' }

/** `focus` takes the keyboard there: for an answer to what was just pressed. */
export function Notice({ tone, title, children, focus = false, role }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus) box.current?.focus()
  }, [focus, title])
  return (
    <div
      ref={box}
      tabIndex={focus ? -1 : undefined}
      role={role}
      class={`utrecht-alert utrecht-alert--${tone} vd-alert`}
    >
      <div class="utrecht-alert__content">
        <div class="utrecht-alert__message">
          {title && <p class="vd-alert__title">{title}</p>}
          {children}
        </div>
      </div>
    </div>
  )
}

/** What was refused, in words; read out at once. */
export const Refused = ({ problem, focus = true }: { problem: Problem; focus?: boolean }) => (
  <Notice tone="error" role="alert" title={refusalWords(problem)} focus={focus} />
)

/** A page that cannot show its facts: why, and the way on. */
export function Unreachable({ problem, retry }: { problem: Problem; retry: () => void }) {
  return (
    <Notice
      tone="error"
      role="alert"
      title={problem.code === 'offline' ? 'Er is geen verbinding.' : refusalWords(problem)}
    >
      <p>
        {problem.code === 'offline'
          ? 'Kijk of u internet hebt. De openbare pagina’s en de telefoonnummers vindt u op de startpagina.'
          : 'Blijft dit zo? Bel dan met uw beheerder.'}
      </p>
      <p class="vd-actions">
        <button type="button" class="nl-button nl-button--secondary" onClick={retry}>
          Probeer het opnieuw
        </button>
      </p>
    </Notice>
  )
}

/** While the facts are on their way. Says so after a moment only to those who listen. */
export const Loading = ({ what }: { what: string }) => (
  <p class="vd-loading" role="status">
    {what} wordt opgehaald…
  </p>
)
