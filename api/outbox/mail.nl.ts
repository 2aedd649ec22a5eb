/**
 * The words of every mail, at B1 level. A mail says that something is there and where to sign in, and nothing else: no
 * name, no theme, no organisation (domain.md invariant 6). Mail is read over shoulders and forwarded.
 */

import { type ReportOutcome, reportOutcomes } from '../reports/codes.ts'

export type MailText = { subject: string; text: string }

const foot = `Deze e-mail noemt met opzet geen namen en geen onderwerp. Zo blijft alles vertrouwelijk.
U kunt deze e-mail niet beantwoorden.`

const opening = {
  message: {
    subject: 'Er staat een bericht voor u klaar',
    lead: 'Er staat een bericht voor u klaar in Voordeur.',
  },
  reminder: {
    subject: 'Herinnering: er wacht iets op u',
    lead: 'Er wacht iets op uw antwoord in Voordeur. De termijn is bijna voorbij.',
  },
  overdue: {
    subject: 'Er wacht iets te lang',
    lead: 'In Voordeur is een termijn voorbij. Kijk wat er nodig is.',
  },
} as const
type MailKind = keyof typeof opening

/** What kind of mail belongs to a topic: its last word says whether it reminds, or tells that a term has passed. */
function kindOf(topic: string): MailKind {
  if (topic.endsWith('.remind')) return 'reminder'
  return topic.endsWith('.overdue') ? 'overdue' : 'message'
}

/** What became of a report, told to whoever left an address with it. Not which page it was about: that tells of them. */
const answers: Record<ReportOutcome, string> = {
  mended: 'U had gelijk. Wij hebben het aangepast.',
  was_right: 'Wij hebben het nagevraagd. Het staat er goed.',
  passed_on: 'Wij hebben het doorgegeven aan de organisatie.',
  unclear: 'Wij begrepen niet goed wat er niet klopte. Wilt u het nog eens melden?',
}

const answerText = (outcome: ReportOutcome, publicUrl: string): MailText => ({
  subject: 'Antwoord op uw melding',
  text: `U meldde een fout op onze site. Dank u wel.

${answers[outcome]}

${publicUrl}

Deze e-mail noemt met opzet niet over welke pagina het ging. Wij wissen uw adres binnenkort.
U kunt deze e-mail niet beantwoorden.
`,
})

/** The mail that belongs to a topic (`signal.remind`, `report.answer.mended`). */
export function mailText(topic: string, publicUrl: string): MailText {
  const outcome = reportOutcomes.find((each) => topic === `report.answer.${each}`)
  if (outcome) return answerText(outcome, publicUrl)
  const { subject, lead } = opening[kindOf(topic)]
  return { subject, text: `${lead}\n\nLog in om het te lezen:\n${publicUrl}/werk/\n\n${foot}\n` }
}

/** What came in quiet hours or since the last overview, in one mail: only how much. */
export function digestText(messages: number, publicUrl: string): MailText {
  const lead =
    messages === 1
      ? 'Er staat 1 bericht voor u klaar in Voordeur.'
      : `Er staan ${messages} berichten voor u klaar in Voordeur.`
  return {
    subject: messages === 1 ? 'Er staat een bericht voor u klaar' : 'Er staan berichten voor u klaar',
    text: `${lead}\n\nLog in om ze te lezen:\n${publicUrl}/werk/\n\n${foot}\n`,
  }
}

/** The mail with a one-time link, and nothing of what it opens. The code that goes with it is said over the phone. */
export const linkText = (token: string, publicUrl: string): MailText => ({
  subject: 'Een link om iets te bekijken',
  text: `Een organisatie wil met u overleggen. Zij belt u met een code van zes cijfers.

Open dan deze link en vul de code in:
${publicUrl}/inzien/#${token}

De link werkt één keer, en drie dagen. Verwacht u dit niet? Dan hoeft u niets te doen.

${foot}
`,
})
