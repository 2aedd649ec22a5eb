/** What figures share while they run, made at the first use and stopped at the end. */
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../setup/browser.ts'
import { type Cluster, startCluster } from '../setup/cluster.ts'

export type Bench = {
  /** The whole count instead of the short one. */
  full: boolean
  cluster(): Promise<Cluster>
  browser(): Promise<Browser>
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

  return {
    full,
    cluster,
    browser,
    close: async () => {
      for (const stop of stops.toReversed()) await stop()
    },
  }
}
