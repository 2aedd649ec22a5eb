import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deps } from '../deps.ts'
import { type PlainWordsView, plainWordsFile } from './schema.ts'

/**
 * What the publication that is live found of every service and every step of the guide. The texts are public, so every
 * editor reads all of it. A revision without a report, or of before it had a date, gives none. Source: issue 3, plain
 * words.
 */
export async function readPlainWords({ siteFolder }: Pick<Deps, 'siteFolder'>): Promise<PlainWordsView> {
  const folder = siteFolder()
  if (folder === null) return { report: null }
  const text = await readFile(join(folder, '..', 'plain-words.json'), 'utf8').catch(() => null)
  if (text === null) return { report: null }
  const report = plainWordsFile.safeParse(JSON.parse(text))
  return { report: report.success ? report.data : null }
}
