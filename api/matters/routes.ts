import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { closeMatter, issueFollowCode, openMatterFile, planNextAct, readFeedback, readWorkList } from './actions.ts'
import { closeMatter as closeInput, onlyVersion, planMatter, workQuery } from './schema.ts'
import { matterView } from './view.ts'
import { workView } from './work.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const missing = 'matter.not_found'

  on('get', '/work', { may: 'work.read', input: workQuery }, async (asked) => {
    const { rows, names } = await readWorkList(deps, asked)
    return workView(asked.input.list, rows, asked.viewer, names, deps.now())
  })
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

  return rest
}
