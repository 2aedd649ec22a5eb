/** Which teams are proposed for a signal, each with why. Pure. */
import { allOf } from './agreement-words.ts'
import { type Desk, fits } from './desks.ts'

export type Proposal = { desk: Desk; why: string[] }

/** How many are proposed at once: more is a list to search, not a proposal. */
const MOST = 3

/**
 * The teams elsewhere that fit this theme and place, each with why. First with whom something was agreed, then where
 * one sent to before, then who helps with many kinds of questions, then who works for fewest places: nearest by. The
 * safety net of the municipality comes last. Nothing is proposed without a theme.
 */
export function proposed(
  desks: readonly Desk[],
  { theme, place }: { theme: string; place: string },
  names: { themes: Record<string, string>; places: Record<string, string> },
): Proposal[] {
  if (!theme) return []
  return desks
    .filter((desk) => !desk.own && fits(desk, { theme, place, text: '' }))
    .map((desk) => ({ desk, serving: servingIn(desk, theme, place) }))
    .toSorted((a, b) => compare(rankOf(a), rankOf(b)) || a.desk.name.localeCompare(b.desk.name, 'nl'))
    .slice(0, MOST)
    .map(({ desk, serving }) => ({ desk, why: whyOf(desk, serving, theme, place, names) }))
}

/** A service for this many kinds of questions is a front door: who does one thing is asked by the team behind it. */
const BROAD_THEMES = 4
const isBroad = (service: Service) => service.themes.length >= BROAD_THEMES

type Service = Desk['services'][number]
type Fitting = { desk: Desk; serving: readonly Service[] }

/** A national service works everywhere: farther away than any that names its places. */
const FAR = 1_000

const rankOf = ({ desk, serving }: Fitting): number[] => [
  serving.length === 0 ? 1 : 0,
  desk.agreement ? 0 : 1,
  -desk.sentBefore,
  serving.some(isBroad) ? 0 : 1,
  Math.min(FAR, ...serving.map(({ national, places }) => (national ? FAR : places.length))),
]
const compare = (a: readonly number[], b: readonly number[]) =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0

const servingIn = (desk: Desk, theme: string, place: string): Service[] =>
  desk.services.filter(
    (service) => service.themes.includes(theme) && (!place || service.national || service.places.includes(place)),
  )

/** With whom it was agreed: the two of us, or all of a kind. */
function agreedWords({ agreement }: Desk): string {
  if (!agreement) return ''
  if (agreement.fromKind) return `Er is een afspraak met dit team voor ${allOf(agreement.fromKind)}`
  return agreement.toKind ? `U hebt een afspraak met ${allOf(agreement.toKind)}` : 'U hebt een afspraak met dit team'
}

function whyOf(
  desk: Desk,
  serving: readonly Service[],
  theme: string,
  place: string,
  names: Parameters<typeof proposed>[2],
): string[] {
  const [first, ...others] = serving.toSorted((a, b) => b.themes.length - a.themes.length)
  if (!first) return ['Vangnet van de gemeente: als u geen ander team vindt']
  const more = others.length > 0 ? ` en nog ${others.length}` : ''
  const where = serving.every(({ national }) => national) ? 'heel Nederland' : (names.places[place] ?? place)
  return [
    `Helpt bij ${(names.themes[theme] ?? theme).toLowerCase()}: ${first.name}${more}`,
    place ? `Werkt in ${where}` : '',
    isBroad(first) ? 'Denkt mee over veel soorten vragen' : '',
    agreedWords(desk),
    desk.sentBefore > 0 ? `U stuurde hier dit jaar ${desk.sentBefore} keer iets naartoe` : '',
  ].filter(Boolean)
}
