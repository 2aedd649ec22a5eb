/** Pages that the API answers with: the words are the site's, published as a shell; only what differs is filled in. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const BLOCK = /<!--if:([a-z_ ]+)-->([\s\S]*?)<!--\/if-->/g
const SLOT = /\{\{([a-z_]+)\}\}/g

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** The published shell `name` of the site in `folder`. */
export const readShell = (folder: string, name: string): Promise<string> =>
  readFile(join(folder, 'shells', `${name}.html`), 'utf8')

/**
 * A shell filled for one state: of `<!--if:one other-->…<!--/if-->` those that name it stay, `{{slot}}` becomes its text,
 * escaped. A state that the shell does not have or a slot without text is a fault of ours and throws: a page that leaves
 * out whom to call is worse than no page.
 */
export function fillPage(shell: string, state: string, slots: Readonly<Record<string, string>> = {}): string {
  let known = false
  const shown = shell.replace(BLOCK, (_, names: string, block: string) => {
    if (!names.split(' ').includes(state)) return ''
    known = true
    return block
  })
  if (!known) throw new Error(`The shell has no block for ${state}`)
  return shown.replace(SLOT, (_, name: string) => {
    const text = slots[name]
    if (text === undefined) throw new Error(`The shell asks for ${name}`)
    return escape(text)
  })
}
