/** What stood in the place of supercluster before: a grid in pixels, reckoned anew at every zoom. The yardstick. */
export function grid<T>(items: readonly T[], project: (item: T) => { x: number; y: number }, radius = 44): T[][] {
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
