/** How it goes per pair; protected by the function, which sees rows that the app may not see any more. */
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { Quarter } from './figures.ts'

export type FigureRow = {
  from: string
  to: string
  offered: number | null
  inTime: number | null
  accepted: number | null
  declined: number | null
  expired: number | null
  answerDays: number | null
  contactDays: number | null
  startDays: number | null
  reasons: Record<string, number>
}

/** Of every pair in which the viewer's organisation stands, what was offered in this quarter and what came of it. */
export async function readFigures(tx: Tx, { from, until }: Quarter): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select from_org as "from", to_org as "to", offered, answered_in_time as "inTime", accepted, declined, expired,
      answer_days::float as "answerDays", contact_days::float as "contactDays", start_days::float as "startDays", reasons
    from sec.pair_figures(${from}::date::timestamp at time zone 'Europe/Amsterdam',
      ${until}::date::timestamp at time zone 'Europe/Amsterdam')
  `.execute(tx)
  return rows
}
