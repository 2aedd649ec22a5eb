/** The ways through the workspace. On a telephone the first one stays in sight and the rest stands behind one button. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { WorkView } from '../../../api/matters/work-schema.ts'
import { type Way, waysOf } from '../../lib/ways.ts'

type Props = {
  here: string
  who: SessionView | null
  counts: WorkView['counts'] | null
  /** Consults that wait for this person. */
  asked: number
}

export function WorkNav({ here, who, counts, asked }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const isHere = (href: string) => (href === '/' || href === '/werk/' ? here === href : here.startsWith(href))
  useEffect(() => {
    if (!open) return
    const closes = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('keydown', closes)
    return () => document.removeEventListener('keydown', closes)
  }, [open])

  const [first, ...others] = waysOf(who)
  const item = ({ href, name }: Way) => (
    <li key={href} class="utrecht-nav-list__item">
      <a href={href} aria-current={isHere(href) ? 'page' : undefined}>
        {href === '/werk/school/' && who?.roles.includes('school_team') ? 'Schoolteam' : name}
        {href === '/werk/' && <Waiting counts={counts} />}
        {href === '/werk/sparren/' && asked > 0 && (
          <span class="vd-count">
            {asked}
            <span class="vd-hidden">{asked === 1 ? ' wacht op u' : ' wachten op u'}</span>
          </span>
        )}
      </a>
    </li>
  )
  return (
    <nav class="vd-nav" aria-label="Werkplek" hidden={who?.byLink ?? false}>
      <ul class="utrecht-nav-list" role="list" id="werkplek-wegen" data-open={open}>
        {first && item(first)}
        {others.length > 0 && (
          <li class="vd-nav__more">
            <button
              ref={button}
              type="button"
              class="nl-button nl-button--secondary"
              aria-expanded={open}
              aria-controls="werkplek-wegen"
              onClick={() => setOpen(!open)}
            >
              Menu
              {asked > 0 && !open && (
                <span class="vd-count">
                  {asked}
                  <span class="vd-hidden"> bij Sparren</span>
                </span>
              )}
            </button>
          </li>
        )}
        {others.map(item)}
      </ul>
    </nav>
  )
}

/** How much waits for this person and their team, and how much is late. */
function Waiting({ counts }: Pick<Props, 'counts'>) {
  if (!counts) return null
  const waiting = counts.mine + counts.team
  return (
    <>
      {waiting > 0 && (
        <span class="vd-count">
          {waiting}
          <span class="vd-hidden"> wachten op u of uw team</span>
        </span>
      )}
      {counts.overdue > 0 && <span class="vd-count vd-count--late">{counts.overdue} te laat</span>}
    </>
  )
}
