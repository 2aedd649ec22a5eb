/**
 * `npm run bench -- map`: the published map module in a real browser with 10,000 places, as a person handles it; and
 * grouping by supercluster beside the grid that stood there before, in the same run.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { cluster } from '../../../site/islands/find-a-service/cluster.ts'
import type { Groups } from '../../../site/islands/find-a-service/cluster.ts'
import { launchBrowser } from '../../setup/browser.ts'
import { startCluster } from '../../setup/cluster.ts'
import { openHouse } from '../../setup/house.ts'
import { grid } from './baseline.ts'

/** Source: issue 3, "Done means" 7. */
const FIRST_DRAW_MS = 200
const LONGEST_TASK_MS = 50
const PLACES = 10_000
const ROUNDS = 5

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** As places lie: thick in a few towns, thin between them. The same every time. */
function madePlaces(count: number) {
  let seed = 1
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const towns = Array.from({ length: 12 }, () => ({
    latitude: 52.55 + random() * 0.25,
    longitude: 6.3 + random() * 0.4,
  }))
  return Array.from({ length: count }, (_, at) => {
    const town = towns[Math.floor(random() ** 2 * towns.length)] ?? { latitude: 52.65, longitude: 6.5 }
    const spread = () => (random() + random() + random() - 1.5) * 0.03
    return {
      id: String(at),
      name: `Plek ${at}`,
      latitude: town.latitude + spread(),
      longitude: town.longitude + spread() * 1.6,
    }
  })
}

/** Prints what was seen. Gives whether all of it is within the limits. */
export async function benchMap(): Promise<boolean> {
  const places = madePlaces(PLACES)
  await grouping(places)
  const { cluster: database, stop } = await startCluster()
  const house = await openHouse(database)
  const browser = await launchBrowser()
  try {
    const chunk = readdirSync(join(house.siteFolder, '_astro')).find((name) => /^leaflet-map.*\.js$/.test(name))
    if (!chunk) throw new Error('The published site has no map.')
    const draws: number[] = []
    const tasks: number[] = []
    let signs = 0
    let most = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      await page.goto(`${house.url}/over/`, { waitUntil: 'networkidle' })
      const drawn = await draw(page, `/_astro/${chunk}`, places)
      draws.push(drawn.ms)
      signs = drawn.signs
      const handled = await handle(page)
      tasks.push(Math.max(0, ...handled.tasks))
      most = Math.max(most, handled.most)
      await page.close()
    }
    const first = median(draws)
    const longest = Math.max(...tasks)
    console.log(`${PLACES} places, ${signs} signs: first draw ${first.toFixed(0)} ms (at most ${FIRST_DRAW_MS})`)
    console.log(
      `pan and zoom, up to ${most} signs: longest task of ${ROUNDS} rounds ${longest.toFixed(0)} ms (each: ${tasks.map((ms) => ms.toFixed(0)).join(', ')}; 0 for none over 50; at most ${LONGEST_TASK_MS})`,
    )
    return first <= FIRST_DRAW_MS && longest <= LONGEST_TASK_MS
  } finally {
    await browser.close()
    await house.close()
    await stop()
  }
}

async function draw(page: Page, chunk: string, places: unknown[]): Promise<{ ms: number; signs: number }> {
  return await page.evaluate(
    async ({ chunk: path, places: all }) => {
      const { createMap } = await import(path)
      const base = await (await fetch('/kaart/basis.json')).json()
      const element = document.createElement('div')
      element.className = 'vd-map'
      document.body.replaceChildren(element)
      const begun = performance.now()
      const map = createMap(element, {
        label: 'Kaart',
        ground: { tiles: null, drawn: base },
        onChoose: () => undefined,
      })
      await map.show(all)
      // Signs come a frame's worth at a time: it is drawn when three frames bring no more.
      let ms = 0
      for (let still = 0, before = -1; still < 3;) {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        const count = element.querySelectorAll('.vd-pin').length
        if (count !== before) ms = performance.now() - begun
        still = count === before ? still + 1 : 0
        before = count
      }
      const seen = window as unknown as { tasks: number[] }
      seen.tasks = []
      new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      })
      return { ms, signs: element.querySelectorAll('.vd-pin').length }
    },
    { chunk, places },
  )
}

/** Drags the map about and zooms in and out with its own buttons. Gives the tasks over 50 ms, and how many signs there were at most. */
async function handle(page: Page): Promise<{ tasks: number[]; most: number }> {
  const box = await page.locator('.vd-map').boundingBox()
  if (!box) throw new Error('no map')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const drag = async (by: number) => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + by, y + by / 2, { steps: 12 })
    await page.mouse.up()
    await page.waitForTimeout(350)
  }
  let most = 0
  // Deep enough to meet every crowd of signs there is, and back.
  for (const step of ['in', 'in', 'in', 'out', 'in', 'in', 'out', 'out', 'in']) {
    await page.getByTitle(step === 'in' ? 'Vergroot de kaart' : 'Verklein de kaart').click()
    await page.waitForTimeout(450)
    await drag(220)
    await drag(-300)
    most = Math.max(most, await page.locator('.vd-pin').count())
  }
  return { tasks: await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks), most }
}

/** Once all zooms, and then a look, beside a grid for each zoom. Interleaved, medians. */
async function grouping(places: ReturnType<typeof madePlaces>): Promise<void> {
  const view = { west: 6.2, south: 52.5, east: 6.8, north: 52.9 }
  const zooms = [9, 11, 13, 15]
  const times = { load: [] as number[], ours: [] as number[], before: [] as number[] }
  const timed = async (list: number[], work: () => unknown) => {
    const begun = performance.now()
    await work()
    list.push(performance.now() - begun)
  }
  for (let round = 0; round < 7; round += 1) {
    let index: Groups<(typeof places)[number]> | undefined
    await timed(times.load, async () => (index = await cluster(places, 18, () => Promise.resolve())))
    await timed(times.ours, () => zooms.map((zoom) => index?.inView(view, zoom)))
    await timed(times.before, () => zooms.map((zoom) => grid(places, (place) => pixels(place, zoom))))
  }
  const [load, ours, before] = [median(times.load), median(times.ours), median(times.before)]
  console.log(
    `grouping at ${zooms.length} zooms: supercluster ${(ours / before).toFixed(2)} of the grid (${load.toFixed(0)} ms once, then ${ours.toFixed(1)} ms; grid ${before.toFixed(1)} ms)`,
  )
}

/** Web Mercator, as the map does it. */
function pixels({ latitude, longitude }: { latitude: number; longitude: number }, zoom: number) {
  const size = 256 * 2 ** zoom
  const sine = Math.sin((latitude * Math.PI) / 180)
  return {
    x: ((longitude + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  }
}
