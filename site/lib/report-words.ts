/** Every Dutch sentence that belongs to a code of a report of an error: on the public form and on the editors' screen. */
import type { ReportKind, ReportOutcome, ReportStatus } from '../../api/reports/codes.ts'
import { nl } from './frame/nl.ts'

export const reportKindWords: Record<ReportKind, string> = nl.report.kinds

export const reportLists: Record<ReportStatus, { name: string; empty: string }> = {
  new: { name: 'Nieuw', empty: 'Er zijn geen nieuwe meldingen.' },
  in_hand: { name: 'In behandeling', empty: 'Er is geen melding in behandeling.' },
  settled: { name: 'Afgehandeld', empty: 'Er is nog niets afgehandeld.' },
}

export const reportOutcomes: Record<ReportOutcome, { label: string; hint: string }> = {
  mended: { label: 'Aangepast', hint: 'De melding klopte en de pagina is aangepast.' },
  was_right: { label: 'Het stond al goed', hint: 'U hebt het nagevraagd.' },
  passed_on: { label: 'Doorgegeven aan de organisatie', hint: 'Zij passen het aan.' },
  unclear: { label: 'Niet duidelijk', hint: 'U begrijpt niet wat er niet klopt.' },
}

/** Said after each command. */
export const reportDone: Record<'take' | 'settle' | 'reopen', string> = {
  take: 'U hebt de melding opgepakt.',
  settle: 'De melding is afgehandeld.',
  reopen: 'De melding is heropend en staat bij u.',
}
