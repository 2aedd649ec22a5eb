import { closed } from '../shape.ts'

/** When most desks of the demo are closed. */
export const christmas = closed('2026-12-24', '2027-01-03', 'Gesloten rond Kerst en Nieuwjaar')
