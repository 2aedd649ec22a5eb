/**
 * Leaves at once for a page that says nothing about the visitor: the page is emptied, and replaced in the history so that
 * Back does not return to it. Three times Shift within five seconds does the same (GOV.UK, exit this page).
 */
export function mountQuickExit(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-quick-exit]')
  const [first] = links
  if (!first) return
  const leave = () => {
    document.body.hidden = true
    document.title = 'Even geduld'
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
    if (presses.length === 3) leave()
  })
}
