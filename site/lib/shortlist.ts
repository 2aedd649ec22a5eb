/**
 * The list that a resident keeps: ids of services and nothing else. It lives in the fragment of the address, which no
 * server sees, and on the device only when the person says so.
 */
export const shortlistKey = 'voordeur-lijst'

/** What the list shows of one service. */
export type KeptService = {
  id: string
  url: string
  name: string
  organization: string
  access: string
  phone: string | null
  email: string | null
  address: string[]
  /** How many more places it has. */
  more: number
  hours: string[]
}

/** A list longer than this is no help any more. */
export const mostKept = 40

const isId = (text: string) => /^[0-9a-z]{8}$/.test(text)

/** The first eight hex digits tell services of one municipality apart, and keep a shared link short. */
export const shortId = (id: string) => id.replaceAll('-', '').slice(-8)

/** `#lijst=1a2b3c4d,5e6f7a8b` → ids; what is none is left out. */
export function idsInFragment(hash: string): string[] {
  const value = new URLSearchParams(hash.replace(/^#/, '')).get('lijst') ?? ''
  return [...new Set(value.split(',').filter(isId))].slice(0, mostKept)
}

export const fragmentOf = (ids: readonly string[]) => (ids.length > 0 ? `#lijst=${ids.join(',')}` : '')

/** What was kept on this device; empty when nothing was, or storage is switched off. */
export function kept(): string[] {
  try {
    return idsInFragment(`lijst=${localStorage.getItem(shortlistKey) ?? ''}`)
  } catch {
    return []
  }
}

/** Keeps the list on this device. False when the browser does not allow it. */
export function keep(ids: readonly string[]): boolean {
  try {
    localStorage.setItem(shortlistKey, ids.join(','))
    return true
  } catch {
    return false
  }
}

export function erase(): void {
  try {
    localStorage.removeItem(shortlistKey)
  } catch {
    // Storage is switched off: nothing was kept.
  }
}

/** The buttons that put a service on the list, and take it off; their words stand in the page, in its language. */
export function mountKeep(): void {
  for (const holder of document.querySelectorAll<HTMLElement>('[data-keep]')) {
    const id = holder.dataset.keep ?? ''
    const { put = '', is = '', added = '', removed = '', notAllowed = '' } = holder.dataset
    const button = holder.querySelector('button')
    const status = holder.querySelector('[role=status]')
    if (!button) continue
    const show = () => {
      const on = kept().includes(id)
      button.setAttribute('aria-pressed', String(on))
      button.textContent = on ? is : put
    }
    button.addEventListener('click', () => {
      const list = kept()
      const on = list.includes(id)
      const done = keep(on ? list.filter((one) => one !== id) : [...list, id].slice(-mostKept))
      show()
      if (status) status.textContent = done ? (on ? removed : added) : notAllowed
    })
    show()
    holder.hidden = false
  }
}
