/** One finger scrolls the page, two move the map: otherwise nobody gets past a map on a telephone. */

/** `hold` is told whether one pointer may drag; `hint` is shown while somebody tries with one finger. */
export function useTwoFingers(element: HTMLElement, hold: (mayDrag: boolean) => void, hint: HTMLElement): void {
  let hiding = 0
  element.append(hint)
  element.classList.add('vd-map--touch')
  element.addEventListener('pointerdown', ({ pointerType }) => hold(pointerType !== 'touch'), { capture: true })
  element.addEventListener(
    'touchmove',
    ({ touches }) => {
      hint.hidden = touches.length > 1
      clearTimeout(hiding)
      hiding = window.setTimeout(() => (hint.hidden = true), 1200)
    },
    { passive: true },
  )
}
