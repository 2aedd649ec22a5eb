import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { listDesks } from './actions.ts'
import { publishedServices } from './published.ts'
import { agreeNorm, readTeam, recordAbsence, recordClosing, removeAbsence, removeClosing } from './team-actions.ts'
import * as team from './team-schema.ts'
import { desksView } from './view.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const published = publishedServices(deps.siteFolder)

  on('get', '/desks', { may: 'desk.choose' }, async ({ viewer, reason }) =>
    desksView(await listDesks(deps, viewer, reason, published)),
  )

  on('get', '/team', { may: 'team.read' }, (asked) => readTeam(deps, asked))
  on('post', '/team/absences', { may: 'team.read', input: team.absence }, async (asked) => {
    await recordAbsence(deps, asked, asked.input)
    return readTeam(deps, asked)
  })
  on('post', '/team/absences/end', { may: 'team.read', input: team.endAbsence }, async (asked) => {
    await removeAbsence(deps, asked, asked.input)
    return readTeam(deps, asked)
  })
  on('post', '/team/closings', { may: 'team.manage', input: team.closing }, async (asked) => {
    await recordClosing(deps, asked, asked.input)
    return readTeam(deps, asked)
  })
  on('post', '/team/closings/end', { may: 'team.manage', input: team.endClosing }, async (asked) => {
    await removeClosing(deps, asked, asked.input)
    return readTeam(deps, asked)
  })
  on('post', '/team/norm', { may: 'team.manage', input: team.norm }, async (asked) => {
    await agreeNorm(deps, asked, asked.input)
    return readTeam(deps, asked)
  })

  return rest
}
