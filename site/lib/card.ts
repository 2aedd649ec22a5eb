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
  /** "Gratis", "€ 2,50 per keer", or that it is not known. */
  cost: string
  where: string | null
  /** "Per telefoon en online", where there is no door. */
  reach: string | null
  /** "Van 4 tot en met 18 jaar", or the groups it is for. */
  who: string
  /** "2 november 2026", null when nobody checked. */
  checked: string | null
  doors: Rule[][]
  places: string[]
  national: boolean
  crisis: boolean
  /** Of a theme such as violence. */
  sensitive: boolean
  wheelchair: boolean
  step: { kind: 'referral' | 'call' | 'walk_in' | 'sign_up' | 'none'; label: string; href: string }
  coordinates: [latitude: number, longitude: number][]
}
