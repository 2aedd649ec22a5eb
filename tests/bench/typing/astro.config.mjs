/** The results page and its files only: of a large region that is seconds, where five thousand service pages are minutes. */
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import whole from '../../../astro.config.mjs'

const target = process.env.VOORDEUR_OUT ?? ''
const site = fileURLToPath(new URL('../../../site', import.meta.url))

const onlyResults = {
  name: 'only-results',
  hooks: {
    'astro:config:setup': ({ injectRoute, addMiddleware }) => {
      injectRoute({ pattern: '/[...lang]/zoeken', entrypoint: join(site, 'pages/[...lang]/zoeken/index.astro') })
      injectRoute({ pattern: '/zoek/[file]', entrypoint: join(site, 'pages/zoek/[file].ts') })
      addMiddleware({ order: 'pre', entrypoint: join(site, 'middleware.ts') })
    },
    'astro:build:done': async ({ dir }) => {
      await rm(target, { recursive: true, force: true })
      await cp(fileURLToPath(dir), target, { recursive: true })
    },
  },
}

export default {
  ...whole,
  // No folder of pages: the two above are all there is.
  srcDir: 'tests/bench/typing/no-pages',
  integrations: [...whole.integrations.filter(({ name }) => name !== 'deliver'), onlyResults],
}
