/** A municipality whose administrator speaks for kinds of organisations, and everybody an agreement of a kind concerns. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { AgreementMoved, KindsView } from '../../api/agreements/schema.ts'
import { type FreshDatabase, monday } from '../setup/database.ts'
import { agreementDraft, forgetAgreements } from './agreements.ts'
import { type Answer, care, type Party } from './care.ts'

export const org = (party: Party) => ({ organizationId: party.org })
export const ofTeams = { kind: 'social_team' }

export type TownOfKinds = Awaited<ReturnType<typeof townOfKinds>>

export async function townOfKinds(house: FreshDatabase) {
  const c = await care(house)
  const town = await c.party('Gemeente', ['administrator'])
  await sql`insert into directory.municipality (name, language, organization_id)
    values ('Lindeveen', 'nl', ${town.org})`.execute(house.db)
  const debtsLead = await c.colleague(c.parties.debts, { roles: ['team_lead'] })

  const say = ({ org }: Party, kind: string | null, by: Party = town) =>
    c.call<KindsView>(by, 'PUT', '/agreements/kinds', { organizationId: org, kind })
  const draft = (given: object = {}) => agreementDraft(ofTeams, org(c.parties.debts), { answerDays: 1, ...given })
  const offerTo = (by: Party, given: object = {}): Promise<Answer<AgreementMoved>> =>
    c.call(by, 'POST', '/agreements', draft(given))
  const agree = (by: Party, id: string) => c.call<AgreementMoved>(by, 'POST', `/agreements/${id}/agree`)
  return {
    c,
    /** The municipality's administrators and its team lead. */
    admin: town,
    second: await c.colleague(town, { roles: ['administrator'] }),
    townLead: await c.colleague(town, { roles: ['team_lead'] }),
    lead: await c.colleague(c.parties.team, { roles: ['team_lead', 'worker'] }),
    debtsLead,
    /** The administrator of an organisation that is no municipality, and of no kind. */
    elsewhere: await c.colleague(c.parties.stranger, { roles: ['administrator'] }),
    say,
    offerTo,
    agree,
    /** Proposed and agreed; gives its id. */
    agreed: async (given: object = {}, by: Party = town, and: Party = debtsLead): Promise<string> => {
      const { id } = (await offerTo(by, given)).body
      expect((await agree(and, id)).body.status).toBe('agreed')
      return id
    },
    /** No agreement, and each organisation of the kind it began with. */
    begin: async () => {
      house.setNow(monday)
      await forgetAgreements(house)
      await say(c.parties.school, 'primary_school')
      await say(c.parties.team, 'social_team')
      await say(c.parties.debts, 'debt_help')
    },
  }
}
