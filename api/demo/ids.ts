/**
 * The names and ids of the demo municipality that others need: who takes part, and which desks receive. All of it is
 * fictional. Ids are made from the key, so they are the same in every installation.
 */
import { createHash } from 'node:crypto'

/** A UUID of version 5 shape, always the same for the same words. */
export function demoId(...words: string[]): string {
  const hex = createHash('sha1')
    .update(`voordeur-demo/${words.join('/')}`)
    .digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const organization = (key: string, name: string) => ({ id: demoId('organization', key), name })

/** Organisations with a covenant: they may send and receive. */
export const organizations = {
  gemeente: organization('gemeente', 'Gemeente Lindeveen (voorbeeld)'),
  teams: organization('teams', 'Sociale Teams Lindeveen'),
  school: organization('school', 'OBS De Linde'),
  college: organization('college', 'Lindeveen College'),
  welzijn: organization('welzijn', 'Stichting Welzijn Lindeveen'),
  schuldhulp: organization('schuldhulp', 'Schuldhulp Lindeveen'),
  thuisadministratie: organization('thuisadministratie', 'Thuisadministratie Lindeveen'),
  jeugdhulp: organization('jeugdhulp', 'Jeugdhulp De Brug'),
  opvoedhulp: organization('opvoedhulp', 'Opvoedhulp Veenrand'),
  jeugdgezondheid: organization('jeugdgezondheid', 'Jeugdgezondheidszorg Lindeveen'),
  huisarts: organization('huisarts', 'Huisartsenpraktijk Het Veen'),
  mantelzorg: organization('mantelzorg', 'Steunpunt Mantelzorg Lindeveen'),
  thuiszorg: organization('thuiszorg', 'Thuiszorg De Vaart'),
  ggz: organization('ggz', 'GGZ Lindenhof'),
  verslaving: organization('verslaving', 'Verslavingszorg De Kade'),
  wonen: organization('wonen', 'Woonstichting Veenwijk'),
  werk: organization('werk', 'Werkplein Lindeveen'),
} as const
export type OrganizationKey = keyof typeof organizations

const desk = (key: string, of: OrganizationKey, name: string) => ({
  id: demoId('desk', key),
  organizationId: organizations[of].id,
  name,
})

/** The desks that receive. Work goes to a desk, never to one person. */
export const desks = {
  teamNoord: desk('teamNoord', 'teams', 'Team Lindeveen-Noord'),
  teamZuid: desk('teamZuid', 'teams', 'Team Lindeveen-Zuid'),
  /** The safety net: takes over when an organisation vanishes. */
  loket: desk('loket', 'gemeente', 'Gemeenteloket Lindeveen'),
  zorgteam: desk('zorgteam', 'school', 'Zorgteam basisschool'),
  zorgteamCollege: desk('zorgteamCollege', 'college', 'Zorgteam Lindeveen College'),
  welzijn: desk('welzijn', 'welzijn', 'Aanmelding Welzijn Lindeveen'),
  schuldhulp: desk('schuldhulp', 'schuldhulp', 'Aanmelding Schuldhulp'),
  thuisadministratie: desk('thuisadministratie', 'thuisadministratie', 'Aanmelding Thuisadministratie'),
  jeugdhulp: desk('jeugdhulp', 'jeugdhulp', 'Aanmelding Jeugdhulp De Brug'),
  opvoedhulp: desk('opvoedhulp', 'opvoedhulp', 'Aanmelding Opvoedhulp Veenrand'),
  jeugdgezondheid: desk('jeugdgezondheid', 'jeugdgezondheid', 'Jeugdverpleging'),
  praktijkJeugd: desk('praktijkJeugd', 'huisarts', 'Praktijkondersteuner jeugd'),
  mantelzorg: desk('mantelzorg', 'mantelzorg', 'Aanmelding Mantelzorg'),
  thuiszorg: desk('thuiszorg', 'thuiszorg', 'Wijkverpleging'),
  ggz: desk('ggz', 'ggz', 'Aanmelding GGZ Lindenhof'),
  verslaving: desk('verslaving', 'verslaving', 'Aanmelding De Kade'),
  wonen: desk('wonen', 'wonen', 'Woonconsulenten'),
  werk: desk('werk', 'werk', 'Aanmelding Werkplein'),
} as const
export type DeskKey = keyof typeof desks
