import { shortlistKey } from './shortlist.ts'

/**
 * Leaves at once for a page that says nothing about the visitor: the page is emptied, and replaced in the history so that
 * Back does not return to it. Three times Shift within five seconds does the same (GOV.UK, exit this page).
 */
export function mountQuickExit(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-quick-exit]')
  const [first] = links
  if (!first) return
  const status = document.querySelector('[data-exit-status]')
  const leave = () => {
    // The list that somebody kept on this device goes too: who leaves in a hurry does not come back to erase it.
    try {
      localStorage.removeItem(shortlistKey)
    } catch {
      // Storage may be switched off; then there is nothing to erase.
    }
    document.body.hidden = true
    document.title = first.dataset.blank ?? ''
    location.replace(first.href)
  }
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      leave()
    })
  }
  let presses: number[] = []
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Shift' || event.repeat) return
    presses = [...presses.filter((at) => event.timeStamp - at < 5000), event.timeStamp]
    if (presses.length === 3) return leave()
    if (status) status.textContent = (first.dataset.more ?? '').replace('#', String(3 - presses.length))
  })
}
