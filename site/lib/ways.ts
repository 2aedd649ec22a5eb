/** The ways through the workspace, and which of them are for whom: by what the server says somebody may do. */
import type { SessionView } from '../../api/accounts/schema.ts'
import type { Permission } from '../../api/permissions.ts'

/** A way is for whoever has one of its permissions; one without is for everybody. */
export type Way = { href: string; name: string; may?: readonly Permission[] }
type MayDo = Pick<SessionView, 'may'>

/** Whom most pages are opened by. Shown until it is known who this is, so that nothing jumps for them. */
const frontLine: MayDo = {
  may: ['work.read', 'signal.send', 'meeting.read', 'consult.ask', 'signpost.give', 'agreement.read', 'team.read'],
}

const ways: readonly Way[] = [
  { href: '/werk/', name: 'Werklijst', may: ['work.read'] },
  { href: '/werk/signaal/', name: 'Signaal sturen', may: ['signal.send'] },
  { href: '/werk/school/', name: 'Schooloverleg', may: ['meeting.read'] },
  { href: '/werk/sparren/', name: 'Sparren', may: ['consult.ask'] },
  { href: '/werk/wegwijzen/', name: 'Wegwijzen', may: ['signpost.give'] },
  { href: '/werk/meldingen/', name: 'Meldingen', may: ['report.settle'] },
  { href: '/werk/leesbaarheid/', name: 'Leesbaarheid', may: ['plain_words.read'] },
  { href: '/werk/afspraken/', name: 'Afspraken', may: ['agreement.read'] },
  { href: '/werk/zoekwoorden/', name: 'Zoekwoorden', may: ['search.words', 'search.counting'] },
  { href: '/werk/contacten/', name: 'Contacten', may: ['link.contact'] },
  { href: '/werk/koppelingen/', name: 'Koppelingen', may: ['partner.manage'] },
  { href: '/werk/team/', name: 'Team', may: ['team.read'] },
  { href: '/', name: 'Sociale kaart' },
]

/** The ways of this person, in the order of the menu; the first one is theirs above all. */
export const waysOf = (who: MayDo | null): Way[] => {
  const { may } = who ?? frontLine
  return ways.filter((way) => !way.may || way.may.some((permission) => may.includes(permission)))
}

/** Where somebody begins: the first page of the workspace that is for them; with none, what they were told. */
export const homeOf = (who: MayDo): string =>
  waysOf(who).find(({ href }) => href.startsWith('/werk/'))?.href ?? '/werk/berichten/'
