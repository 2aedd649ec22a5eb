import { rename, rmdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { styles } from './site/styles/bundle.ts'

/** The publisher says where the finished site goes; by hand it lands in the ignored `var/`. */
const outDir = process.env.VOORDEUR_OUT ?? 'var/site'

/** The answer of the follow page is a file the API fills, not a page with an address of its own. */
const shellsAsFiles = {
  name: 'shells-as-files',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(new URL('shells/volgen/', dir))
      await rename(`${folder}index.html`, fileURLToPath(new URL('shells/volgen.html', dir)))
      await rmdir(folder)
    },
  },
}

export default defineConfig({
  srcDir: 'site',
  publicDir: 'site/public',
  outDir,
  cacheDir: `${outDir.replace(/\/$/, '')}.cache`,
  site: process.env.PUBLIC_URL ?? 'http://localhost:4321',
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  integrations: [preact(), shellsAsFiles],
  vite: { plugins: [styles()], build: { assetsInlineLimit: 0 } },
})
