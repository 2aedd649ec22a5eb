import type { VNode } from 'preact'
import { signs } from '../../lib/signs.ts'
import type { SignName } from '../../lib/signs.ts'

const made = new Map<SignName, VNode>()

/** The same piece each time: whoever draws anew sees at a glance that a sign has not changed. */
export function sign(name: SignName): VNode {
  const known = made.get(name)
  if (known) return known
  const drawn = (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={signs[name]} />
    </svg>
  )
  made.set(name, drawn)
  return drawn
}
