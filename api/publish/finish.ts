/** What a built site still needs before people see it: the hashes of its inline pieces, and smaller copies of its files. */
import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

const COMPRESSIBLE = /\.(html|js|mjs|css|json|svg|bin|geojson|txt|xml|webmanifest)$/
/** Below this a smaller copy saves nothing: it goes in one packet anyway. */
const WORTH_IT = 512
/** Up to this many files the best compression takes seconds; beyond, minutes for a tenth less. */
const BEST_UP_TO = 600
const QUICK = 5
const GOOD = 9
const LARGE_FILE = 1024 * 1024
const AT_ONCE = 8

export type Hashes = { scripts: string[]; styles: string[] }

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** Blocks of data (JSON-LD, for one) are not run, so no policy looks at them; each page has its own. */
const isRun = (attributes: string) => {
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1]?.toLowerCase() ?? ''
  return ['', 'module', 'importmap', 'text/javascript', 'application/javascript'].includes(type)
}

/** Inline scripts and styles of one page, as the Content-Security-Policy wants them named. */
export function inlineHashes(html: string): Hashes {
  const inside = (tag: string, counts: (attributes: string) => boolean) =>
    [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'gi'))]
      .filter(([, attributes = '', content]) => content !== '' && !/\ssrc\s*=/i.test(attributes) && counts(attributes))
      .map(([, , content]) => sha256(content ?? ''))
  return { scripts: inside('script', isRun), styles: inside('style', () => true) }
}

async function inParallel<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

function qualityFor(size: number, oneOfMany: boolean): number {
  if (oneOfMany) return QUICK
  return size > LARGE_FILE ? GOOD : constants.BROTLI_MAX_QUALITY
}

/** Writes `_headers.json` and the `.br` and `.gz` copies in `folder`. Gives how many pages it has. */
export async function finishSite(folder: string): Promise<{ pages: number; files: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const isLarge = files.length > BEST_UP_TO
  let pages = 0

  await inParallel(files, async (file) => {
    if (!COMPRESSIBLE.test(file)) return
    const bytes = await readFile(file)
    if (file.endsWith('.html')) {
      pages += 1
      const found = inlineHashes(bytes.toString('utf8'))
      found.scripts.forEach((hash) => scripts.add(hash))
      found.styles.forEach((hash) => styles.add(hash))
    }
    if (bytes.length < WORTH_IT) return
    const quality = qualityFor(bytes.length, isLarge && file.endsWith('.html'))
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    await writeFile(`${file}.br`, await brotli(bytes, { params }))
    await writeFile(`${file}.gz`, await gzipped(bytes))
  })
  const hashes: Hashes = { scripts: [...scripts].toSorted(), styles: [...styles].toSorted() }
  await writeFile(join(folder, '_headers.json'), `${JSON.stringify(hashes, null, 2)}\n`)
  return { pages, files: files.length }
}
