/** One service in the list of results, ready to show: every sentence is made at build, the browser only places it. */
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
  step: { kind: 'referral' | 'call' | 'walk_in' | 'sign_up' | 'none'; label: string; href: string }
  coordinates: [latitude: number, longitude: number][]
}
