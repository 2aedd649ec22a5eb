/** Fills the lines that say whether it is open now, and keeps them right while the page stands open. */
import type { Rule } from './rules.ts'
import { type Holidays, statusOf } from './now.ts'
import { type SayLang, sayStatus } from './say.ts'

/** Put in by the build (astro.config.mjs). */
declare const __HOLIDAYS__: Holidays
export const holidays: Holidays = __HOLIDAYS__

export type Said = { text: string | null; open: boolean }

/** What to say of these doors at this moment. */
export function sayNow(doors: readonly (readonly Rule[])[], now = Date.now()): Said {
  const lang: SayLang = document.documentElement.lang === 'en' ? 'en' : 'nl'
  const status = statusOf(doors, now, holidays)
  return { text: sayStatus(status, now, lang), open: status.open }
}

/** Every `data-hours` of the page: its last element gets the sentence. Again each minute and when the page is seen again. */
export function keepShowingNow(): void {
  if (!document.querySelector('[data-hours]')) return
  const show = () => {
    for (const line of document.querySelectorAll<HTMLElement>('[data-hours]')) {
      const { text, open } = sayNow(JSON.parse(line.dataset.hours ?? '[]') as Rule[][])
      const words = line.lastElementChild
      if (words && words.textContent !== (text ?? '')) words.textContent = text ?? ''
      line.classList.toggle('vd-now--open', open)
      line.classList.toggle('vd-now--said', text !== null)
    }
  }
  show()
  setInterval(show, 60_000)
  document.addEventListener('visibilitychange', show)
}
