/** What the cards of a signal and a transfer share. */
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { MessageView, SideRef } from '../../../api/matters/schema.ts'
import { momentWords } from '../../lib/deadline.ts'
import { nameOf } from '../../parts/sides.ts'

type CardProps = {
  id: string
  name: string
  state: string
  from: SideRef
  to: SideRef
  /** Shown whole; otherwise folded away under its name. */
  isFirst: boolean
  children: ComponentChildren
}

export function Card({ id, name, state, from, to, isFirst, children }: CardProps) {
  const way = (
    <p class="vd-piece__way">
      van {nameOf(from)} naar {nameOf(to)}
    </p>
  )
  // What was whole stays whole while somebody works in it, whatever its state becomes.
  const whole = useRef(isFirst)
  whole.current ||= isFirst
  if (!whole.current) {
    return (
      <details class="vd-piece vd-piece--over">
        <summary>
          <span class="vd-piece__name">{name}</span> <span class="vd-state-pill">{state}</span>{' '}
          <span class="vd-piece__way">naar {nameOf(to)}</span>
        </summary>
        {way}
        {children}
      </details>
    )
  }
  return (
    <section class="vd-piece" aria-labelledby={`kop-${id}`}>
      <div class="vd-piece__head">
        <h2 id={`kop-${id}`} class="nl-heading nl-heading--level-2">
          {name} <span class="vd-state-pill">{state}</span>
        </h2>
        {way}
      </div>
      {children}
    </section>
  )
}

/** Whom to call at the other side. */
export function Call({ side }: { side: SideRef }) {
  const phone = side.desk?.phone
  if (!phone || side.organization.isUs) return null
  return (
    <p class="vd-piece__call">
      Overleggen? Bel {side.desk?.name}: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
    </p>
  )
}

export function Facts({ facts }: { facts: readonly (readonly [string, ComponentChildren])[] }) {
  const filled = facts.filter(([, value]) => value !== null && value !== undefined && value !== '')
  if (filled.length === 0) return null
  return (
    <dl class="vd-facts-list">
      {filled.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const kinds: Record<MessageView['kind'], string> = { question: 'vraagt', answer: 'antwoordt', note: 'schrijft' }

export function Messages({ messages }: { messages: readonly MessageView[] }) {
  if (messages.length === 0) return null
  return (
    <div class="vd-messages">
      <h3 class="nl-heading nl-heading--level-3">Vragen en antwoorden</h3>
      <ol role="list">
        {messages.map((message) => (
          <li key={message.at} class={message.from.isUs ? 'vd-messages__ours' : undefined}>
            <p class="vd-messages__who">
              {message.from.isUs ? 'U' : message.from.name}{' '}
              {message.from.isUs ? ours[message.kind] : kinds[message.kind]}{' '}
              <time dateTime={message.at}>{momentWords(message.at)}</time>
            </p>
            <p class="vd-said">{message.body}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}

const ours: Record<MessageView['kind'], string> = { question: 'vroeg', answer: 'antwoordde', note: 'schreef' }
