/** Pages that the API answers with: the words are the site's, published as a shell; only what differs is filled in. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const EACH = /<!--each:([a-z_]+)-->([\s\S]*?)<!--\/each-->/g
const BLOCK = /<!--if:([a-z_ ]+)-->([\s\S]*?)<!--\/if-->/g
const SLOT = /\{\{([a-z_]+)\}\}/g

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** The published shell `name` of the site in `folder`. */
export const readShell = (folder: string, name: string): Promise<string> =>
  readFile(join(folder, 'shells', `${name}.html`), 'utf8')

export type Slots = Readonly<Record<string, string>>
/** One line of a list: which of its blocks are shown, and its own slots. */
export type Item = { states: readonly string[]; slots: Slots }

/**
 * A shell filled for what is the case: of `<!--if:one other-->…<!--/if-->` those that name one of `states` stay,
 * `<!--each:list-->…<!--/each-->` is filled once for each item, `{{slot}}` becomes its text, escaped. A first state that
 * the shell does not have, a list that is not given or a slot without text is a fault of ours and throws: a page that
 * leaves out whom to call is worse than no page.
 */
export function fillPage(
  shell: string,
  states: string | readonly [string, ...string[]],
  slots: Slots = {},
  lists: Readonly<Record<string, readonly Item[]>> = {},
): string {
  // Filled lists are set aside: what stands in them is text, and is not read again for slots.
  const filled: string[] = []
  const opened = shell.replace(EACH, (_, name: string, block: string) => {
    const items = lists[name]
    if (!items) return ''
    filled.push(items.map((item) => fillSlots(keepBlocks(block, item.states).shown, item.slots)).join(''))
    return `\u0000${filled.length - 1}\u0000`
  })
  const all = typeof states === 'string' ? ([states] as const) : states
  const { shown, named } = keepBlocks(opened, all)
  if (!named.has(all[0])) throw new Error(`The shell has no block for ${all[0]}`)
  return fillSlots(shown, slots).replace(/\u0000(\d+)\u0000/g, (_, index: string) => filled[Number(index)] ?? '')
}

function keepBlocks(text: string, states: readonly string[]): { shown: string; named: Set<string> } {
  const named = new Set<string>()
  const shown = text.replace(BLOCK, (_, names: string, block: string) => {
    const list = names.split(' ')
    for (const name of list) named.add(name)
    return list.some((name) => states.includes(name)) ? block : ''
  })
  return { shown, named }
}

const fillSlots = (text: string, slots: Slots) =>
  text.replace(SLOT, (_, name: string) => {
    const given = slots[name]
    if (given === undefined) throw new Error(`The shell asks for ${name}`)
    return escape(given)
  })
