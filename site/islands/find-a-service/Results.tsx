import type { Ref } from 'preact'
import { sayNow } from '../../lib/hours/show.ts'
import type { ResultWords } from '../../lib/result-words.ts'
import type { Placed } from './order.ts'
import { ServiceCard } from './ServiceCard.tsx'

type Props = {
  phase: 'loading' | 'failed' | 'ready'
  cards: Placed[]
  /** The moment for which it is said whether it is open. */
  minute: number
  total: number
  page: number
  pages: number
  pointed: string | null
  placeName: string | undefined
  suggestion: string | undefined
  textLang: string | undefined
  filtered: boolean
  words: ResultWords
  heading: Ref<HTMLHeadingElement>
  onRetry: () => void
  onPage: (page: number) => void
  onSuggestion: (text: string) => void
  onReset: () => void
}

export function Results(props: Props) {
  const { phase, total, words } = props
  const count =
    phase === 'ready'
      ? total === 0
        ? words.none
        : `${total} ${total === 1 ? words.one : words.many}`
      : phase === 'loading'
        ? words.loading
        : ''
  return (
    <section aria-labelledby="gevonden">
      <h2 class="nl-heading nl-heading--level-2 vd-find__count" id="gevonden" tabIndex={-1} ref={props.heading}>
        {phase === 'failed' ? words.results : count}
      </h2>
      <p class="vd-hidden" role="status">
        {count}
      </p>
      {phase === 'failed' && (
        <div class="vd-notice" role="alert">
          <p>{words.failed}</p>
          <p>
            <button class="nl-button nl-button--secondary" type="button" onClick={props.onRetry}>
              {words.retry}
            </button>{' '}
            <a class="nl-link" href="/themas/">
              {words.tipThemes}
            </a>
          </p>
        </div>
      )}
      {phase === 'ready' && props.suggestion !== undefined && (
        <p>
          {words.didYouMean}{' '}
          <button class="vd-as-link" type="button" onClick={() => props.onSuggestion(props.suggestion ?? '')}>
            {props.suggestion}
          </button>
        </p>
      )}
      {phase === 'ready' && total > 0 && props.placeName !== undefined && (
        <p class="vd-find__first">
          {words.first} {props.placeName}.
        </p>
      )}
      {phase === 'ready' && total === 0 ? <Nothing {...props} /> : <List {...props} />}
      {props.pages > 1 && <Pages {...props} />}
    </section>
  )
}

function List({ cards, pointed, textLang, words, minute }: Props) {
  return (
    <ul class="vd-list">
      {cards.map((card) => (
        <li key={card.id} data-card={card.id} class={card.id === pointed ? 'vd-list__pointed' : undefined}>
          <ServiceCard
            card={card}
            now={card.doors.length > 0 ? sayNow(card.doors, minute) : null}
            textLang={textLang}
            words={words}
          />
        </li>
      ))}
    </ul>
  )
}

/** Nothing found is never the end: other words, themes, letters, a human. */
function Nothing({ words, filtered, onReset }: Props) {
  return (
    <div class="vd-notice">
      <p>{words.noneTips}</p>
      <ul>
        {filtered && (
          <li>
            <button class="vd-as-link" type="button" onClick={onReset}>
              {words.reset}
            </button>
          </li>
        )}
        <li>{words.tipWords}</li>
        <li>
          <a class="nl-link" href="/themas/">
            {words.tipThemes}
          </a>
        </li>
        <li>
          <a class="nl-link" href="/aanbod/">
            {words.tipLetters}
          </a>
        </li>
        <li>
          <a class="nl-link" href="/contact/">
            {words.tipCall}
          </a>
        </li>
      </ul>
    </div>
  )
}

function Pages({ page, pages, words, onPage }: Props) {
  return (
    <nav class="vd-pages" aria-label={words.pages}>
      {page > 1 && (
        <button class="nl-button nl-button--secondary" type="button" onClick={() => onPage(page - 1)}>
          {words.previous}
        </button>
      )}
      <span>
        {words.page} {page} {words.of} {pages}
      </span>
      {page < pages && (
        <button class="nl-button nl-button--secondary" type="button" onClick={() => onPage(page + 1)}>
          {words.next}
        </button>
      )}
    </nav>
  )
}
