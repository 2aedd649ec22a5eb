/** Working days for each waiting state: what the two have agreed at this moment, or else the defaults. Source: domain.md section 4. */
import type { QueryExecutorProvider } from 'kysely'
import type { Terms } from '../agreements/agreement.ts'
import { termsBetween } from '../agreements/queries.ts'
import { dateIn } from '../calendar.ts'

type Between = { sender: string; senderDesk: string | null; receiver: string; receiverDesk: string }

/** The terms that count now for a transfer between these two. */
export async function termsFor(tx: QueryExecutorProvider, between: Between, now: Date): Promise<Terms> {
  const { sender, senderDesk, receiver, receiverDesk } = between
  return (await termsBetween(tx, { sender, senderDesk, receiver, receiverDesk }, dateIn(now))).terms
}
