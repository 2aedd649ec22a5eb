/**
 * Documents alike in themes, target groups, line and ages are one kind. Most of what is filtered on and counted is said
 * of a kind: there are hundreds of them where there are thousands of documents.
 */
import type { Access, Column } from './columns.ts'

export type Kinds = {
  /** The kind of each document. */
  of: Uint16Array | Uint32Array
  /** How many documents a kind has. */
  size: Uint32Array
  /** Of each kind, every code once. */
  themes: string[][]
  targetGroups: string[][]
  access: Access[]
}

export function kindsOf(themes: Column<string[]>, targetGroups: Column<string[]>, access: Column<Access>): Kinds {
  const count = themes.of.length
  const numbers = new Map<number, number>()
  const wide = new Uint32Array(count)
  const made: [number, number, number][] = []
  for (let n = 0; n < count; n++) {
    const [theme, group, rule] = [themes.of[n] as number, targetGroups.of[n] as number, access.of[n] as number]
    const key = (theme * targetGroups.values.length + group) * access.values.length + rule
    let kind = numbers.get(key)
    if (kind === undefined) {
      kind = made.length
      numbers.set(key, kind)
      made.push([theme, group, rule])
    }
    wide[n] = kind
  }
  const size = new Uint32Array(made.length)
  for (let n = 0; n < count; n++) size[wide[n] as number] = (size[wide[n] as number] as number) + 1
  const once = ({ values }: Column<string[]>) => values.map((codes) => [...new Set(codes)])
  const [themeCodes, groupCodes] = [once(themes), once(targetGroups)]
  return {
    of: made.length < 65_536 ? Uint16Array.from(wide) : wide,
    size,
    themes: made.map(([theme]) => themeCodes[theme] as string[]),
    targetGroups: made.map(([, group]) => groupCodes[group] as string[]),
    access: made.map(([, , rule]) => access.values[rule] as Access),
  }
}
