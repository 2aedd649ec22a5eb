import type { Generated } from 'kysely'
import type { Kind } from '../agreements/codes.ts'

/** Organisations with a recorded covenant: only these may receive. */
export type ParticipantTable = {
  organization_id: string
  covenant_on: string
  left_on: string | null
  /** Of which kind agreements of a kind see it. */
  kind: Generated<Kind | null>
}

/** The queue of one organisation that receives; work goes to a desk, never to one person. */
export type DeskTable = {
  id: string
  organization_id: string
  name: string
  phone: string | null
  email: string | null
  /** Takes over when an organisation vanishes; at most one. */
  safety_net: Generated<boolean>
}

/** Days on which the desk does not work, both included; they do not count in its deadlines. */
export type DeskClosingTable = {
  desk_id: string
  from_on: string
  until_on: string
}

/** Through which desk a service is asked for; only these services are offered in a transfer. */
export type DeskServiceTable = {
  desk_id: string
  service_id: string
}
