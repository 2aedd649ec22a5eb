/** The accounts of the demo municipality: called by what they do, never by a person's name, one password for all. */
import { createHmac } from 'node:crypto'
import type { Tx } from '../db.ts'
import { demoId, type DeskKey, desks, type OrganizationKey, organizations } from '../demo/ids.ts'
import type { Role } from '../viewer.ts'
import { hashPassword } from './password.ts'
import { findEmails, insertMember } from './queries.ts'

export type DemoAccount = {
  id: string
  name: string
  email: string
  organization: OrganizationKey
  desks: readonly DeskKey[]
  roles: readonly Role[]
}

const account = (
  key: string,
  name: string,
  organization: OrganizationKey,
  roles: readonly Role[],
  at: readonly DeskKey[] = [],
): DemoAccount => ({
  id: demoId('account', key),
  name,
  email: `${key}@voorbeeld.example`,
  organization,
  desks: at,
  roles,
})

const front = ['worker', 'desk_member'] as const

/** Every desk has somebody, so every desk can be chosen. The first few play the story of the README. */
export const demoAccounts = {
  school: account('zorgteam-delinde', 'Zorgteam basisschool De Linde', 'school', ['school_team'], ['zorgteam']),
  teamNoord: account('team-noord', 'Team Lindeveen-Noord, aanmelding', 'teams', front, ['teamNoord']),
  jeugdhulp: account('jeugdhulp', 'Jeugdhulp De Brug, aanmelding', 'jeugdhulp', front, ['jeugdhulp']),
  jeugdhulpLeider: account(
    'jeugdhulp-teamleider',
    'Jeugdhulp De Brug, teamleider',
    'jeugdhulp',
    ['team_lead'],
    ['jeugdhulp'],
  ),
  opvoedhulp: account('opvoedhulp', 'Opvoedhulp Veenrand, aanmelding', 'opvoedhulp', front, ['opvoedhulp']),
  opvoedhulpLeider: account(
    'opvoedhulp-teamleider',
    'Opvoedhulp Veenrand, teamleider',
    'opvoedhulp',
    ['team_lead'],
    ['opvoedhulp'],
  ),
  teamNoordWerker: account('team-noord-2', 'Team Lindeveen-Noord, gezinswerker', 'teams', ['worker'], ['teamNoord']),
  teamleider: account(
    'teamleider',
    'Teamleider Sociale Teams',
    'teams',
    ['team_lead', 'worker'],
    ['teamNoord', 'teamZuid'],
  ),
  teamZuid: account('team-zuid', 'Team Lindeveen-Zuid, aanmelding', 'teams', front, ['teamZuid']),
  schuldhulp: account('schuldhulp', 'Schuldhulp, aanmelding', 'schuldhulp', front, ['schuldhulp']),
  schuldhulpLeider: account(
    'schuldhulp-teamleider',
    'Schuldhulp, teamleider',
    'schuldhulp',
    ['team_lead'],
    ['schuldhulp'],
  ),
  thuisadministratie: account('thuisadministratie', 'Thuisadministratie, aanmelding', 'thuisadministratie', front, [
    'thuisadministratie',
  ]),
  welzijn: account('welzijn', 'Welzijn Lindeveen, aanmelding', 'welzijn', front, ['welzijn']),
  college: account('zorgteam-college', 'Zorgteam Lindeveen College', 'college', ['school_team'], ['zorgteamCollege']),
  jeugdgezondheid: account('jeugdgezondheid', 'Jeugdverpleging', 'jeugdgezondheid', front, ['jeugdgezondheid']),
  huisarts: account('praktijkondersteuner', 'Praktijkondersteuner jeugd', 'huisarts', front, ['praktijkJeugd']),
  mantelzorg: account('mantelzorg', 'Steunpunt Mantelzorg, aanmelding', 'mantelzorg', front, ['mantelzorg']),
  thuiszorg: account('wijkverpleging', 'Wijkverpleging De Vaart', 'thuiszorg', front, ['thuiszorg']),
  ggz: account('ggz', 'GGZ Lindenhof, aanmelding', 'ggz', [...front, 'consultant'], ['ggz']),
  verslaving: account('dekade', 'De Kade, aanmelding', 'verslaving', front, ['verslaving']),
  wonen: account('woonconsulent', 'Woonconsulent Veenwijk', 'wonen', front, ['wonen']),
  werk: account('werkplein', 'Werkplein, aanmelding', 'werk', front, ['werk']),
  loket: account('loket', 'Gemeenteloket Lindeveen', 'gemeente', [...front, 'consultant'], ['loket']),
  consulent: account('consulent', 'Consulent jeugd en Wmo', 'gemeente', ['consultant']),
  crisis: account('crisisregisseur', 'Crisisregisseur', 'gemeente', ['crisis_manager']),
  beleid: account('beleidsregisseur', 'Beleidsregisseur sociaal domein', 'gemeente', ['policy_officer']),
  redactie: account('hoofdredacteur', 'Hoofdredacteur sociale kaart', 'gemeente', ['chief_editor', 'directory_editor']),
  privacy: account('fg', 'Functionaris gegevensbescherming', 'gemeente', ['privacy_officer']),
  beheer: account('beheerder', 'Beheerder', 'gemeente', ['administrator']),
} as const satisfies Record<string, DemoAccount>

/**
 * The password of all demo accounts. It follows from the secret of the installation: there is nothing to keep, it is
 * the same at every start, and no two installations share it.
 */
export function demoPassword(secret: Uint8Array): string {
  const bytes = createHmac('sha256', secret).update('demo-password').digest()
  const signs = [...bytes.subarray(0, 16)].map((byte) => 'abcdefghjkmnpqrstvwxyz0123456789'[byte & 31]).join('')
  return signs.match(/.{4}/g)?.join('-') ?? signs
}

/** Makes the demo accounts that are not there yet, as the owner of the tables, after the demo's directory. Gives how many. */
export async function loadDemoAccounts(tx: Tx, secret: Uint8Array): Promise<number> {
  const all = Object.values<DemoAccount>(demoAccounts)
  const there = await findEmails(tx)
  if (all.every(({ email }) => there.has(email))) return 0
  // One hash for all: they share the password, and twenty-six would be seconds of work.
  const passwordHash = await hashPassword(demoPassword(secret))
  let made = 0
  for (const each of all) {
    const isNew = await insertMember(tx, {
      id: each.id,
      name: each.name,
      email: each.email,
      passwordHash,
      organizationId: organizations[each.organization].id,
      roles: each.roles,
      deskIds: each.desks.map((key) => desks[key].id),
    })
    if (isNew) made += 1
  }
  return made
}
