import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { closeMatter, issueFollowCode, openMatterFile, planNextAct, readFeedback } from './actions.ts'
import { leaveMatter, lookAtMatter } from './presence-actions.ts'
import { closeMatter as closeInput, onlyVersion, planMatter } from './schema.ts'
import { exportQuery, findWork, workQuery } from './work-schema.ts'
import { matterView } from './view.ts'
import { exportWork, findInWork, readWorkList } from './work-actions.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const missing = 'matter.not_found'

  on('get', '/work', { may: 'work.read', input: workQuery }, (asked) => readWorkList(deps, asked, asked.input))
  on('get', '/work/export', { may: 'work.read', purpose: 'work.export', input: exportQuery }, (asked) =>
    exportWork(deps, asked, asked.input),
  )
  on('post', '/work/find', { may: 'work.read', input: findWork }, (asked) => findInWork(deps, asked, asked.input))
  on('get', '/matters/:id', { may: 'matter.read', missing }, async (asked) => {
    const { file, names } = await openMatterFile(deps, asked, asked.id)
    return matterView(file, asked.viewer, names, deps.now())
  })
  on('post', '/matters/:id/close', { may: 'matter.hold', missing, input: closeInput }, (asked) =>
    closeMatter(deps, asked, asked.id, asked.input),
  )
  on('post', '/matters/:id/plan', { may: 'matter.hold', missing, input: planMatter }, (asked) =>
    planNextAct(deps, asked, asked.id, asked.input),
  )
  on('post', '/matters/:id/follow-code', { may: 'matter.hold', missing, input: onlyVersion, status: 201 }, (asked) =>
    issueFollowCode(deps, asked, asked.id, asked.input),
  )
  on('post', '/matters/:id/feedback-read', { may: 'matter.read', missing }, (asked) =>
    readFeedback(deps, asked, asked.id),
  )
  on('post', '/matters/:id/looking', { may: 'matter.read', missing }, (asked) => lookAtMatter(deps, asked, asked.id))
  on('post', '/matters/:id/left', { may: 'matter.read', missing }, (asked) => leaveMatter(deps, asked, asked.id))

  return rest
}
