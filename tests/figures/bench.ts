/** What figures share while they run, made at the first use and stopped at the end. */
import type { Browser } from 'playwright-core'
import { isPublic, sitePages, someOfEach } from '../cases/site-pages.ts'
import { type Visit, visit } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type Cluster, startCluster } from '../setup/cluster.ts'
import { type House, openHouse } from '../setup/house.ts'
import { inLanes } from './figure.ts'
import { type Played, playAndLook } from './played.ts'

export type Bench = {
  /** The whole count instead of the short one. */
  full: boolean
  cluster(): Promise<Cluster>
  browser(): Promise<Browser>
  /** The demo municipality, published and served. */
  house(): Promise<House>
  /** One visit to each public page (short: to three of each kind), made once for all who count something of it. */
  visits(): Promise<readonly Visit[]>
  /** The story, played once in a house of its own, with what was seen on the way. */
  played(): Promise<Played>
}

export function openBench(full: boolean): Bench & { close(): Promise<void> } {
  const stops: (() => Promise<unknown>)[] = []
  const once = <T>(make: () => Promise<{ it: T; stop: () => Promise<unknown> }>): (() => Promise<T>) => {
    let made: Promise<T> | null = null
    return () =>
      (made ??= make().then(({ it, stop }) => {
        stops.push(stop)
        return it
      }))
  }

  const cluster = once(async () => {
    const { cluster: it, stop } = await startCluster()
    return { it, stop }
  })
  const browser = once(async () => {
    const it = await launchBrowser()
    return { it, stop: () => it.close() }
  })
  const house = once(async () => {
    const it = await openHouse(await cluster())
    return { it, stop: it.close }
  })
  const visits = once(async () => {
    const { url, siteFolder, visitor } = await house()
    const pages = sitePages(siteFolder).filter(isPublic)
    const it: Visit[] = []
    const context = await visitor(await browser())
    // Most of a visit is waiting until nothing more comes: three at once wait together.
    await inLanes(full ? pages : someOfEach(pages, 3), [1, 2, 3], async (path) => {
      it.push(await visit(context, url, path))
    })
    await context.close()
    return { it, stop: async () => undefined }
  })
  const played = once(async () => {
    const it = await playAndLook(await openHouse(await cluster()), await browser(), full)
    return { it, stop: it.house.close }
  })

  return {
    full,
    cluster,
    browser,
    house,
    visits,
    played,
    close: async () => {
      for (const stop of stops.toReversed()) await stop()
    },
  }
}
