import { shortlistKey } from './shortlist.ts'

/** Empties the page and puts another in its place, so that Back does not return to it; the kept list goes too. */
export function leaveAtOnce(to: string, blank: string): void {
  // Who leaves in a hurry does not come back to erase the list.
  try {
    localStorage.removeItem(shortlistKey)
  } catch {
    // Storage may be switched off; then there is nothing to erase.
  }
  document.body.hidden = true
  document.title = blank
  location.replace(to)
}

/**
 * Leaves at once for a page that says nothing about the visitor: the page is emptied, and replaced in the history so that
 * Back does not return to it. Three times Shift within five seconds does the same (GOV.UK, exit this page).
 */
export function mountQuickExit(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-quick-exit]')
  const [first] = links
  if (!first) return
  const status = document.querySelector('[data-exit-status]')
  const leave = () => leaveAtOnce(first.href, first.dataset.blank ?? '')
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      leave()
    })
  }
  let presses: number[] = []
  // Shift by itself: who goes back with Shift and Tab, or types a capital, does not want to leave.
  let byItself = false
  window.addEventListener('keydown', ({ key, repeat }) => {
    if (key !== 'Shift') {
      byItself = false
      presses = []
    } else if (!repeat) byItself = true
  })
  window.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !byItself) return
    byItself = false
    presses = [...presses.filter((at) => event.timeStamp - at < 5000), event.timeStamp]
    if (presses.length === 3) return leave()
    if (status) status.textContent = (first.dataset.more ?? '').replace('#', String(3 - presses.length))
  })
}
