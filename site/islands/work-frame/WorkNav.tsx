/** The ways through the workspace. On a telephone the work list stays in sight and the rest stands behind one button. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { WorkView } from '../../../api/matters/work-schema.ts'
import { isEditor } from '../../lib/session.ts'

type Props = {
  here: string
  who: SessionView | null
  counts: WorkView['counts'] | null
  /** Consults that wait for this person. */
  asked: number
}
type Way = { href: string; name: string; for?: (who: SessionView) => boolean }

const ways: Way[] = [
  { href: '/werk/signaal/', name: 'Signaal sturen' },
  { href: '/werk/school/', name: 'Schooloverleg' },
  { href: '/werk/sparren/', name: 'Sparren' },
  { href: '/werk/wegwijzen/', name: 'Wegwijzen' },
  { href: '/werk/afspraken/', name: 'Afspraken' },
  { href: '/werk/meldingen/', name: 'Meldingen', for: ({ roles }) => roles.some(isEditor) },
  { href: '/werk/leesbaarheid/', name: 'Leesbaarheid', for: ({ roles }) => roles.some(isEditor) },
  {
    href: '/werk/zoekwoorden/',
    name: 'Zoekwoorden',
    for: ({ roles }) => roles.some((role) => role === 'chief_editor' || role === 'administrator'),
  },
  { href: '/werk/contacten/', name: 'Contacten', for: ({ roles }) => roles.includes('administrator') },
  { href: '/werk/koppelingen/', name: 'Koppelingen', for: ({ roles }) => roles.includes('administrator') },
  { href: '/werk/team/', name: 'Team' },
  { href: '/', name: 'Sociale kaart' },
]

export function WorkNav({ here, who, counts, asked }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const waiting = counts ? counts.mine + counts.team : 0
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

  const item = (href: string, children: ComponentChildren) => (
    <li key={href} class="utrecht-nav-list__item">
      <a href={href} aria-current={isHere(href) ? 'page' : undefined}>
        {children}
      </a>
    </li>
  )
  return (
    <nav class="vd-nav" aria-label="Werkplek" hidden={who?.byLink ?? false}>
      <ul class="utrecht-nav-list" role="list" id="werkplek-wegen" data-open={open}>
        {item(
          '/werk/',
          <>
            Werklijst
            {waiting > 0 && (
              <span class="vd-count">
                {waiting}
                <span class="vd-hidden"> wachten op u of uw team</span>
              </span>
            )}
            {counts && counts.overdue > 0 && <span class="vd-count vd-count--late">{counts.overdue} te laat</span>}
          </>,
        )}
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
        {ways
          .filter((way) => !way.for || (who !== null && way.for(who)))
          .map(({ href, name }) =>
            item(
              href,
              <>
                {href === '/werk/school/' && who?.roles.includes('school_team') ? 'Schoolteam' : name}
                {href === '/werk/sparren/' && asked > 0 && (
                  <span class="vd-count">
                    {asked}
                    <span class="vd-hidden">{asked === 1 ? ' wacht op u' : ' wachten op u'}</span>
                  </span>
                )}
              </>,
            ),
          )}
      </ul>
    </nav>
  )
}
