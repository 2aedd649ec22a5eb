import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { finishSite, inlineHashes } from './finish.ts'

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

test('only what a browser runs is hashed: inline code and styles, no data and no files', () => {
  const html = `
    <style>p { color: red }</style>
    <script type="application/ld+json">{"@type":"Service"}</script>
    <script src="/a.js"></script><script type="module">start()</script><script>go()
</script>`
  expect(inlineHashes(html)).toEqual({
    scripts: [hash('start()'), hash('go()\n')],
    styles: [hash('p { color: red }')],
  })
})

test('every page gets smaller copies that hold the same, and its hashes stand in one file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'voordeur-site-'))
  const page = `<script>go()</script>${'<p>Hulp bij schulden</p>'.repeat(100)}`
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'small.css'), 'p{}')
  expect(await finishSite(folder)).toEqual({ pages: 1, files: 2 })
  expect(brotliDecompressSync(await readFile(join(folder, 'index.html.br'))).toString()).toBe(page)
  expect(gunzipSync(await readFile(join(folder, 'index.html.gz'))).toString()).toBe(page)
  await expect(readFile(join(folder, 'small.css.br'))).rejects.toThrow(/ENOENT/)
  const headers: unknown = JSON.parse(await readFile(join(folder, '_headers.json'), 'utf8'))
  expect(headers).toEqual({ scripts: [hash('go()')], styles: [] })
  await rm(folder, { recursive: true })
})
