import { leaveAtOnce } from '../../lib/quick-exit.ts'
import { telephone } from '../../lib/telephone.ts'

export type Safety = {
  title: string
  /** What cannot wait: the number, and when to call it. */
  numbers: { number: string; text: string }[]
  leave: string
  /** What the tab is called while it leaves. */
  blank: string
}

/**
 * On a theme such as violence: whom to call now, and the way out, as on the pages of such a theme (QuickExit.astro). Here
 * Shift does nothing: somebody types.
 */
export function SafeWays({ safety }: { safety: Safety }) {
  const away = 'https://www.buienradar.nl/'
  return (
    <section class="vd-crisis vd-crisis--strip vd-find__safe" aria-labelledby="direct-hulp">
      <h3 class="vd-crisis__title" id="direct-hulp">
        {safety.title}
      </h3>
      <ul class="vd-crisis__list" role="list">
        {safety.numbers.map(({ number, text }) => (
          <li key={number}>
            <a class="vd-crisis__number" href={telephone(number)}>
              {number}
            </a>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <p>
        <a
          class="nl-button nl-button--primary nl-button--negative"
          href={away}
          rel="noreferrer nofollow"
          onClick={(event) => {
            event.preventDefault()
            leaveAtOnce(away, safety.blank)
          }}
        >
          {safety.leave}
        </a>
      </p>
    </section>
  )
}
