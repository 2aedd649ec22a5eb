import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startServer } from '../start/server.ts'
import { type Count, type Figure, counting } from './figure.ts'

const WITHIN_MS = 3000

/** Starts an installation and then `times` again; `before` runs ahead of each of those. */
async function again(times: number, before: (folder: string) => void): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'voordeur-again-'))
  chmodSync(folder, 0o711)
  const port = await freePort()
  const count = counting()
  try {
    for (let turn = 0; turn <= times; turn += 1) {
      if (turn > 0) before(folder)
      const server = startServer(port, { DATA_DIR: folder })
      const took = await server.answered
      if (turn > 0) count.hold(took <= WITHIN_MS, `answered after ${Math.round(took)} ms`)
      server.signal('SIGTERM')
      await server.ended
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return count
}

export const secondStart: Figure = {
  id: 'second-start',
  what: `starts of an installation that is there already, answering within ${WITHIN_MS / 1000} s`,
  onlyFull: true,
  run: () => again(5, () => undefined),
  control: async () => {
    const count = await again(1, (folder) => rmSync(join(folder, 'revisions'), { recursive: true }))
    return { broke: 'the published revisions taken away before the second start', ...count }
  },
}
