/** One service in the list of results, ready to show: every sentence is made at build, the browser only places it. */
import type { Rule } from './hours/rules.ts'

export type Card = {
  id: string
  url: string
  name: string
  organization: string
  text: string
  access: string
  /** No indication needed and on line 0: "Zonder indicatie". */
  open: boolean
  free: boolean
  where: string | null
  /** "Van 4 tot en met 18 jaar", or the groups it is for. */
  who: string | null
  /** "2 november 2026", null when nobody checked. */
  checked: string | null
  doors: Rule[][]
  places: string[]
  national: boolean
  crisis: boolean
  wheelchair: boolean
  step: { kind: 'referral' | 'call' | 'walk_in' | 'sign_up' | 'none'; label: string; href: string }
  coordinates: [latitude: number, longitude: number][]
}
