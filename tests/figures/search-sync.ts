import { randomInt } from 'node:crypto'
import { type SyncRun, syncRun } from '../faults/sync-kill.ts'
import { type Count, type Figure, counting } from './figure.ts'

function counted(run: SyncRun, seed: number): Count {
  const count = counting()
  count.hold(run.wrong.length === 0, run.wrong.slice(0, 5).join('; '))
  for (let n = 0; n < run.injected; n += 1)
    count.hold(n < run.found, `of ${run.injected} drifts ${run.found} were found`)
  count.hold(run.left.length === 0, run.left.slice(0, 5).join('; '))
  const { tried, held, lost } = count
  const more = `${run.changes} changes, ${run.kills} kills, ${run.inWork} of them in the midst of the work, ${run.wrong.length} missing, stale or surplus, ${run.found} of ${run.injected} drifts found, seed ${seed}`
  return { tried, held, lost, more }
}

export const searchSync: Figure = {
  id: 'search-sync',
  what: 'an index elsewhere under changes and kill -9: it holds what is published, and drift is found and mended',
  onlyFull: true,
  run: async (bench) => {
    const seed = randomInt(1_000_000)
    const asked = bench.full
      ? { services: 5_000, changes: 5_000, kills: 50, drifts: 100 }
      : { services: 1_000, changes: 1_000, kills: 10, drifts: 100 }
    return counted(await syncRun(await bench.cluster(), { ...asked, seed }), seed)
  },
  control: async (bench) => {
    const asked = { services: 300, changes: 200, kills: 2, drifts: 10, seed: 1 }
    // A server that says "succeeded" and forgets: only a look through everything would find it.
    const sabotage: NonNullable<Parameters<typeof syncRun>[1]['sabotage']> = ({ store }) => {
      const add = store.add.bind(store)
      store.add = (uid, documents) =>
        add(
          uid,
          documents.map((one, n) => (n % 10 === 0 ? { ...one, name: 'Verminkt' } : one)),
        )
    }
    const count = counted(await syncRun(await bench.cluster(), { ...asked, sabotage }), 1)
    return {
      broke: 'a server that keeps one document in ten otherwise than it says, and no look through everything',
      ...count,
    }
  },
}
