import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import {
  agreeAgreement,
  endAgreement,
  figuresPerPair,
  listKindsOfOrganizations,
  listOwnAgreements,
  listWhomToAgreeWith,
  openAgreement,
  proposeAgreement,
  sayKind,
} from './actions.ts'
import { agreementEnded, agreementProposed, kindSaid, onlyVersion } from './schema.ts'
import { agreementsView, agreementView, figuresView, kindsView, partnersView } from './view.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const missing = 'agreement.not_found'
  const read = { may: 'agreement.read', missing } as const
  const make = { may: 'agreement.make', missing } as const

  on('get', '/agreements', read, async (asked) => agreementsView(await listOwnAgreements(deps, asked), asked.viewer))
  on('get', '/agreements/figures', read, async (asked) => figuresView(await figuresPerPair(deps, asked), asked.viewer))
  on('get', '/agreements/partners', make, async (asked) =>
    partnersView(await listWhomToAgreeWith(deps, asked), asked.viewer),
  )
  const kinds = { may: 'organization.kind', missing } as const
  on('get', '/agreements/kinds', kinds, async (asked) => kindsView(await listKindsOfOrganizations(deps, asked)))
  on('put', '/agreements/kinds', { ...kinds, input: kindSaid }, async (asked) =>
    kindsView(await sayKind(deps, asked, asked.input)),
  )
  on('get', '/agreements/:id', read, async (asked) =>
    agreementView(await openAgreement(deps, asked, asked.id), asked.viewer),
  )
  on('post', '/agreements', { ...make, input: agreementProposed, status: 201 }, (asked) =>
    proposeAgreement(deps, asked, asked.input),
  )
  on('post', '/agreements/:id/agree', { ...make, input: onlyVersion }, (asked) =>
    agreeAgreement(deps, asked, asked.id, asked.input.version),
  )
  on('post', '/agreements/:id/end', { ...make, input: agreementEnded }, (asked) =>
    endAgreement(deps, asked, asked.id, asked.input),
  )

  return rest
}
