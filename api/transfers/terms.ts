/** Working days for each waiting state: what was agreed when it was offered, or else the defaults. Source: domain.md section 4. */
import { DEFAULT_TERMS, type Terms } from '../agreements/agreement.ts'

/** What a transfer keeps of the agreement it was offered under; null: the default. */
export type KeptTerms = { contactDays: number | null; startDays: number | null }

/** The terms that count for this transfer until it is handed over, whatever was agreed since. */
export const termsOf = ({ contactDays, startDays }: KeptTerms): Pick<Terms, 'contact' | 'start'> => ({
  contact: contactDays ?? DEFAULT_TERMS.contact,
  start: startDays ?? DEFAULT_TERMS.start,
})
