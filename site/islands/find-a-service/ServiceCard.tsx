import type { Card } from '../../lib/card.ts'
import { stepIcons } from '../../lib/signs.ts'
import type { Said } from '../../lib/hours/show.ts'
import type { ResultWords } from '../../lib/result-words.ts'
import { distanceWords } from '../../lib/where.ts'
import { sign } from './Sign.tsx'

/** A card and how far it is, in kilometres, where that is known. */
export type Placed = Card & { distance: number | null }

type Props = { place: number; card: Placed; now: Said | null; textLang: string | undefined; words: ResultWords }

/**
 * One service: what, of whom, for whom, where, when, and one clear thing to do. What is read aloud of that is put together
 * by reference: hidden words would be laid out at every key. `place` is where the card stands in the list, from 0.
 */
export function ServiceCard({ place, card, now, textLang, words }: Props) {
  return (
    <article class="vd-card">
      <h3 class="vd-card__name">
        <a class="vd-link" id={`naam-${place}`} href={card.url} lang={textLang}>
          {card.name}
        </a>
      </h3>
      <p class="vd-card__org" lang={textLang}>
        {card.organization}
      </p>
      <p class="vd-card__text" lang={textLang}>
        {card.text}
      </p>
      <ul class="vd-facts">
        <li class={card.open ? 'vd-facts__open' : undefined}>
          {sign(card.open ? 'open' : 'letter')}
          {card.access}
        </li>
        <li>
          {sign('euro')}
          {card.cost}
        </li>
        <li lang={textLang}>
          {sign('people')}
          {card.who}
        </li>
        {card.where && (
          <li>
            {sign('place')}
            {card.where}
            {card.distance !== null && `, ${distanceWords(card.distance)} ${words.away}`}
          </li>
        )}
        {card.reach && (
          <li>
            {sign('phone')}
            {card.reach}
          </li>
        )}
        {card.checked && (
          <li>
            {sign('check')}
            {words.checked} {card.checked}
          </li>
        )}
      </ul>
      {now?.text && (
        <p class={`vd-now vd-now--said${now.open ? ' vd-now--open' : ''}`}>
          {sign('clock')}
          <span>{now.text}</span>
        </p>
      )}
      <p class="vd-card__step">
        <a class="nl-button nl-button--secondary" aria-labelledby={`stap-${place} naam-${place}`} href={card.step.href}>
          <span class="nl-button__icon-start">{sign(stepIcons[card.step.kind])}</span>
          <span class="nl-button__label" id={`stap-${place}`}>
            {card.step.label}
          </span>
        </a>
      </p>
    </article>
  )
}
