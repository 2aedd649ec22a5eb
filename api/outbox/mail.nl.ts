/**
 * The words of every mail, at B1 level. A mail says that something is there and where to sign in, and nothing else: no
 * name, no theme, no organisation (domain.md invariant 6). Mail is read over shoulders and forwarded.
 */

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
export type MailKind = keyof typeof opening

/** What kind of mail belongs to a topic: its last word says whether it reminds, or tells that a term has passed. */
export function kindOf(topic: string): MailKind {
  if (topic.endsWith('.remind')) return 'reminder'
  return topic.endsWith('.overdue') ? 'overdue' : 'message'
}

export function mailText(kind: MailKind, publicUrl: string): MailText {
  const { subject, lead } = opening[kind]
  return { subject, text: `${lead}\n\nLog in om het te lezen:\n${publicUrl}/werk/\n\n${foot}\n` }
}
