import { signs } from '../../lib/signs.ts'
import type { SignName } from '../../lib/signs.ts'

export function Sign({ name }: { name: SignName }) {
  return (
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
}
