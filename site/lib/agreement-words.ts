/** Dutch of the codes of an agreement. Exhaustive over the codes that travel: a new one does not compile without its words. */
import type { Kind, Standing } from '../../api/agreements/codes.ts'
import type { AgreementMoved, AgreementSide } from '../../api/agreements/schema.ts'

export const standingWords: Record<Standing, string> = {
  proposed: 'voorgesteld',
  coming: 'gaat nog in',
  in_force: 'geldt nu',
  superseded: 'vervangen door een nieuwe versie',
  expired: 'voorbij',
  ended: 'gestopt',
}

/** What it means: whose turn it is, and what counts meanwhile. */
export const standingNow: Record<Standing, string> = {
  proposed: 'Dit is een voorstel. Het telt pas als de ander akkoord is.',
  coming: 'Hierover zijn beide kanten het eens. De afspraak gaat nog in.',
  in_force: 'Deze afspraak geldt nu. Zij telt bij elk nieuw signaal en elke nieuwe overdracht.',
  superseded: 'Er is een nieuwere versie. Die geldt.',
  expired: 'De einddatum is voorbij. Deze afspraak telt niet meer.',
  ended: 'Deze afspraak is gestopt, of het voorstel is niet aangenomen.',
}

/** A kind of organisations: what one of them is, and what all of them are. */
export const kindWords: Record<Kind, { one: string; all: string }> = {
  primary_school: { one: 'basisschool', all: 'basisscholen' },
  secondary_school: { one: 'middelbare school', all: 'middelbare scholen' },
  vocational_school: { one: 'mbo-school', all: 'mbo-scholen' },
  social_team: { one: 'sociaal team', all: 'sociale teams' },
  municipality: { one: 'gemeente', all: 'gemeenten' },
  welfare: { one: 'welzijnswerk', all: 'organisaties voor welzijnswerk' },
  volunteers: { one: 'vrijwilligersorganisatie', all: 'vrijwilligersorganisaties' },
  debt_help: { one: 'schuldhulp', all: 'organisaties voor schuldhulp' },
  work_and_income: { one: 'werk en inkomen', all: 'organisaties voor werk en inkomen' },
  youth_health: { one: 'jeugdgezondheidszorg', all: 'organisaties voor jeugdgezondheidszorg' },
  youth_care: { one: 'jeugdhulp', all: 'organisaties voor jeugdhulp' },
  parenting_support: { one: 'opvoedhulp', all: 'organisaties voor opvoedhulp' },
  general_practice: { one: 'huisartsenpraktijk', all: 'huisartsenpraktijken' },
  home_care: { one: 'thuiszorg', all: 'organisaties voor thuiszorg' },
  mental_health: { one: 'ggz', all: 'ggz-organisaties' },
  addiction_care: { one: 'verslavingszorg', all: 'organisaties voor verslavingszorg' },
  housing: { one: 'woningcorporatie', all: 'woningcorporaties' },
  safety: { one: 'veiligheid', all: 'organisaties voor veiligheid' },
}
export const allOf = (kind: Kind): string => `alle ${kindWords[kind].all}`
/** Whether a choice is a kind, and not an organisation. */
export const isKind = (code: string): code is Kind => code in kindWords

const sideWords = ({ desk, organization, kind, isUs }: AgreementSide): string =>
  desk?.name ?? (kind ? allOf(kind) : isUs ? 'ons' : (organization?.name ?? ''))

/** "Van ons naar Aanmelding Schuldhulp", "Van alle basisscholen naar Opvoedhulp Veenrand". */
export const wayOf = ({ from, to }: { from: AgreementSide; to: AgreementSide }): string =>
  `Van ${sideWords(from)} naar ${sideWords(to)}`

export const agreementCommands: Record<AgreementMoved['commands'][number], string> = {
  agree: 'Akkoord geven',
  end: 'Stoppen',
}

/** "binnen 1 werkdag", "binnen 2 werkdagen". */
export const withinWords = (days: number): string => (days === 1 ? 'binnen 1 werkdag' : `binnen ${days} werkdagen`)

/** The terms that count where nothing was agreed, as the domain has them. */
export const defaultWords = 'Zonder afspraak: antwoord binnen 3 werkdagen, gesprek binnen 5, start binnen 10.'
