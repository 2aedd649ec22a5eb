import { inject, test, expect } from 'vitest'
import { syncRun } from './sync-kill.ts'

test(
  'the index holds what is published, however often the process that keeps it so is killed',
  { timeout: 120_000 },
  async () => {
    const run = await syncRun(inject('cluster'), { services: 400, changes: 500, kills: 6, drifts: 30, seed: 20261125 })
    expect(run).toMatchObject({ changes: 500, kills: 6, wrong: [], injected: 30, found: 30, left: [] })
    expect(run.inWork).toBeGreaterThan(0)
  },
)
