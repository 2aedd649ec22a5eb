import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MeiliEngine } from '../../search/meili/engine.ts'
import { openMeili } from '../../search/meili/engine.ts'
import { remoteIndex } from '../../search/meili/rebuild.ts'
import type { SearchSettings } from '../../search/settings.ts'
import { bringInLine } from '../../search/sync.ts'
import type { ServiceDocument } from '../../search/document.ts'
import { documents, engineCases, settings } from './cases.ts'
import { filteredCases } from './cases-filtered.ts'
import { typedCases } from './cases-typed.ts'
import { directory, directorySettings } from './directory.ts'
import { startReplay } from './meilisearch/server.ts'

type Address = { url: string; key: string | null; index?: string }
type Closing = () => Promise<void>

/** The very cases of the embedded engine, on what `address` leads to. */
function cases(open: () => Promise<{ address: Address; close: Closing }>): void {
  const over = (
    services: readonly ServiceDocument[],
    words: SearchSettings,
    run: (engine: () => MeiliEngine) => void,
  ) =>
    describe(`${services.length} services`, () => {
      let engine: MeiliEngine
      let close: Closing
      beforeAll(async () => {
        const opened = await open()
        close = opened.close
        await bringInLine(remoteIndex(opened.address), { documents: services, settings: words })
        engine = openMeili(opened.address, words)
      }, 120_000)
      afterAll(() => close())
      run(() => engine)
    })

  over(documents, settings, (engine) => engineCases(engine))
  over(directory, directorySettings, (engine) => {
    typedCases(engine)
    filteredCases(engine)
  })
  over([], settings, (engine) =>
    test('an empty directory answers every question with nothing', async () =>
      expect(await engine().search({ text: 'geld', place: 'lindeveen' })).toMatchObject({ hits: [], total: 0 })),
  )
}

describe('the client, over a server that replays what Meilisearch is documented to answer', () => {
  cases(async () => {
    const replay = await startReplay()
    return { address: replay, close: replay.close }
  })
})

const url = process.env.MEILI_URL

describe.skipIf(!url)(`Meilisearch itself${url ? '' : ': left out, MEILI_URL is not set'}`, () => {
  cases(() =>
    Promise.resolve({
      // An index of its own: the one of an installation is not touched.
      address: { url: url ?? '', key: process.env.MEILI_KEY ?? null, index: 'voordeur_cases' },
      close: () => Promise.resolve(),
    }),
  )
})
