import { rmSync } from 'node:fs'
import { cp, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { publicHolidays } from './site/lib/hours/holidays.ts'
import { styles } from './site/styles/bundle.ts'

/** Pages stand for years when nothing is published: the holidays that they reckon with go along that far. */
const thisYear = new Date().getFullYear()
const holidays = publicHolidays(thisYear - 1, thisYear + 4)

/** The publisher says where the finished site goes; by hand it lands in the ignored `var/`. */
const target = process.env.VOORDEUR_OUT ?? 'var/site'

/**
 * Astro renders pages from a folder inside the project, and shares one between all builds whose output lies elsewhere.
 * Two publications at once would sweep away each other's pieces, so each process works in a folder of its own.
 */
const workshop = `.astro/build-${process.pid}`
process.once('exit', () => {
  for (const folder of [workshop, `${workshop}.cache`]) rmSync(folder, { recursive: true, force: true })
})

/** In bytes: the sheets of one sort of page are smaller, those that all public or all workspace pages share larger. */
const SMALL_STYLE = 12_000

const deliver = {
  name: 'deliver',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const made = fileURLToPath(dir)
      // Answers that the API fills are files, not pages with an address of their own.
      for (const [page, shell] of [
        ['shells/volgen', 'shells/volgen'],
        ['shells/volgen-en', 'shells/volgen-en'],
        ['shells/fout-melden', 'shells/fout-melden'],
        ['en/shells/fout-melden', 'shells/fout-melden-en'],
      ]) {
        await rename(join(made, `${page}/index.html`), join(made, `${shell}.html`))
        await rmdir(join(made, page))
      }
      await rmdir(join(made, 'en/shells'))
      // What hosts read stands where they look for it; Astro makes no page whose name begins with a dot or a dash.
      await mkdir(join(made, '.well-known'), { recursive: true })
      await rename(join(made, 'shells/security.txt'), join(made, '.well-known/security.txt'))
      await rename(join(made, 'shells/redirects.txt'), join(made, '_redirects'))
      await rm(target, { recursive: true, force: true })
      await cp(made, target, { recursive: true })
    },
  },
}

/**
 * What wakes the search page. A browser reads a function when it is first called, one after the other while the page
 * stands still: on an old telephone more than half of what it takes to wake it. Said at the head of a file, it reads
 * all of it beforehand and beside the page (V8's explicit compile hints; others see a comment).
 */
const wakes = /^_astro\/(client|engine|FindAService|hooks|page|preact)\./
const readBeforehand = {
  name: 'read-beforehand',
  generateBundle: {
    order: 'post',
    handler: (_, bundle) => {
      for (const [file, made] of Object.entries(bundle))
        if (made.type === 'chunk' && wakes.test(file)) made.code = `//# allFunctionsCalledOnLoad\n${made.code}`
    },
  },
}

const shared = /preload-helper|\/site\/lib\/(hours\/(now|say|show|zone)|quick-exit|read-aloud|shortlist)\.ts$/
const engine = join(import.meta.dirname, 'search/')

export default defineConfig({
  srcDir: 'site',
  publicDir: 'site/public',
  outDir: workshop,
  cacheDir: `${workshop}.cache`,
  site: process.env.PUBLIC_URL ?? 'http://localhost:4321',
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'auto', concurrency: 4 },
  devToolbar: { enabled: false },
  integrations: [preact(), deliver],
  vite: {
    plugins: [styles(), readBeforehand],
    define: { __HOLIDAYS__: JSON.stringify(holidays) },
    // Styles of one sort of page go along in it: a kilobyte or two, hardly more than the head of an answer, and nobody
    // waits for a second request. The sheet that all pages share stays a file, kept by the browser.
    build: {
      assetsInlineLimit: (file, { length }) => file.endsWith('.css') && length < SMALL_STYLE,
      modulePreload: false,
    },
    // What every public page runs is one file: a request costs an old telephone more than a kilobyte does.
    environments: {
      client: {
        build: {
          rollupOptions: {
            output: {
              manualChunks: (id) => {
                if (shared.test(id)) return 'page'
                // A task of its own: on an old telephone the two together hold up the page for longer than a key may wait.
                return id.startsWith(engine) ? 'engine' : undefined
              },
            },
          },
        },
      },
    },
  },
})
