import { closed } from '../shape.ts'

/** When most desks of the demo are closed. */
export const christmas = closed('2026-12-24', '2027-01-03', 'Gesloten rond Kerst en Nieuwjaar')
/** What stops when school stops. */
export const schoolHoliday = closed('2026-12-19', '2027-01-03', 'Kerstvakantie')
