/** Sends a command on one or many lines; each record is checked again by the server, which says of each what happened. */
import type { BulkResult } from '../../../api/bulk.ts'
import type { WorkItem } from '../../../api/matters/work-schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { commandWords, type FromList, lineResult } from '../../lib/work-words.ts'

/** What became of it, in words: one sentence, and a line per record where there was more than one or something failed. */
export type Done = { title: string; lines: string[]; failed: boolean }

/** As it was filled in: what is missing or wrong the API says, at the field. */
export type Conclusion = { outcome: string; reason: string | null; feedback: string; next: unknown }
/** What goes along with a command: the colleague, the desk and why, or what came of it. */
export type Along = { colleague: string } | { receiverDesk: string; reason: string } | Conclusion | null

export async function sendMany(command: FromList, items: readonly WorkItem[], along: Along): Promise<Answer<Done>> {
  const refused = new Map<string, string | null>()
  for (const kind of ['signal', 'transfer'] as const) {
    const records = items.filter((item) => item.kind === kind).map(({ id, version }) => ({ id, version }))
    if (records.length === 0) continue
    const answer = await ask<BulkResult>('POST', `/${kind}s/bulk`, { command, items: records, ...bodyOf(kind, along) })
    if (!answer.ok) return answer
    for (const result of answer.value.results) refused.set(result.id, result.refused)
  }
  return { ok: true, value: told(command, items, refused) }
}

function bodyOf(kind: 'signal' | 'transfer', along: Along): object {
  if (along === null) return {}
  if ('colleague' in along) return kind === 'signal' ? { assignee: along.colleague } : { caseworker: along.colleague }
  return along
}

function told(command: FromList, items: readonly WorkItem[], refused: ReadonlyMap<string, string | null>): Done {
  const failed = items.filter((item) => refused.get(item.id) !== null).length
  const [only] = items
  if (items.length === 1 && only && failed === 0) {
    return { title: `${only.reference} is ${commandWords[command].done}.`, lines: [], failed: false }
  }
  const well = items.length - failed
  return {
    title:
      failed === 0
        ? `${well} hulpvragen: ${commandWords[command].done}.`
        : `${well} van ${items.length}: ${commandWords[command].done}.`,
    lines: items.map((item) => `${item.reference}: ${lineResult(command, refused.get(item.id) ?? null)}`),
    failed: failed > 0,
  }
}

/** A question or a conclusion is of one signal. */
export async function sendOne(
  command: 'ask' | 'conclude',
  item: WorkItem,
  body: { question: string } | Conclusion,
): Promise<Answer<Done>> {
  const answer = await ask('POST', `/signals/${item.id}/${command}`, { version: item.version, ...body })
  if (!answer.ok) return answer
  const words = { ask: 'De vraag is gesteld', conclude: 'Afgerond' }[command]
  return { ok: true, value: { title: `${item.reference}: ${words.toLowerCase()}.`, lines: [], failed: false } }
}
