/** Puts places that would lie on top of each other into one group. Order of the input decides, so it is stable. */
export function cluster<T>(items: readonly T[], project: (item: T) => { x: number; y: number }, radius = 44): T[][] {
  const cells = new Map<string, { x: number; y: number; items: T[] }[]>()
  const groups: T[][] = []
  for (const item of items) {
    const { x, y } = project(item)
    const [column, row] = [Math.floor(x / radius), Math.floor(y / radius)]
    const near = around(column, row).flatMap((key) => cells.get(key) ?? [])
    const group = near.find((one) => Math.hypot(one.x - x, one.y - y) < radius)
    if (group) {
      group.items.push(item)
      continue
    }
    const made = { x, y, items: [item] }
    const key = `${column},${row}`
    cells.set(key, [...(cells.get(key) ?? []), made])
    groups.push(made.items)
  }
  return groups
}

const around = (column: number, row: number) =>
  [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${column + dx},${row + dy}`))

type Point = { latitude: number; longitude: number }

/**
 * The points that a first view should show. In a real directory one wrong coordinate, or one head office far away,
 * would press all the others into a dot. Few points are all kept.
 */
export function withoutOutliers<T extends Point>(points: readonly T[]): readonly T[] {
  if (points.length < 8) return points
  const middle = { latitude: median(points.map((p) => p.latitude)), longitude: median(points.map((p) => p.longitude)) }
  const away = (p: Point) => Math.hypot(p.latitude - middle.latitude, p.longitude - middle.longitude)
  const usual = median(points.map(away))
  return points.filter((p) => away(p) <= Math.max(usual * 6, 0.02))
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
