/**
 * Turns an entry stylesheet of this folder into one file: follows its imports into the design system's packages and
 * leaves of its design tokens what a page needs (tokens.ts).
 */
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { type Selector, type SelectorComponent, bundleAsync, transform } from 'lightningcss'
import { namesUsed, prune, settle } from './tokens.ts'

const require = createRequire(import.meta.url)
const here = import.meta.dirname
const siteFolder = resolve(here, '..')
const entries = new Set(['site.css', 'werk.css'])

type Plugin = {
  name: string
  enforce: 'pre'
  load(this: { addWatchFile(path: string): void }, id: string): Promise<string | undefined>
}

export function styles(): Plugin {
  return {
    name: 'voordeur-styles',
    enforce: 'pre',
    async load(id) {
      const path = id.split('?')[0] ?? id
      if (path === join(here, 'map-rules.ts')) {
        return `export const mapRules = ${JSON.stringify(rulesOf(await bundleStyles(join(here, 'kaart.css'))))}`
      }
      if (!path.startsWith(here) || !entries.has(path.slice(here.length + 1))) return undefined
      for (const name of readdirSync(here)) this.addWatchFile(join(here, name))
      return bundleStyles(path)
    },
  }
}

/** One stylesheet with all its imports, fonts and images by absolute path so that the site build takes them along. */
export async function bundleStyles(path: string): Promise<string> {
  const known = path.endsWith('site.css') ? publicClasses() : null
  const { code } = await bundleAsync({
    filename: path,
    targets: { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (2 << 8) },
    minify: false,
    resolver: {
      resolve: (specifier, from) =>
        specifier.startsWith('.') ? resolve(from, '..', specifier) : packageFile(specifier),
    },
    visitor: {
      Url: (url) => ({ ...url, url: absolute(url.url) }),
      Rule: {
        style: ({ value }) => (value.selectors.some((selector) => isMet(selector, known)) ? undefined : []),
      },
      Selector: (selector) => (known !== null && selector.some(isUserInvalid) ? [] : undefined),
    },
  })
  return prune(settle(new TextDecoder().decode(code)), usedOutsideStyles())
}

/** The top-level rules of a stylesheet without its images, which the map does not use. */
export function rulesOf(css: string): string[] {
  const plain = css.replace(/[^;{}]*url\([^)]*\)[^;{}]*;?/g, '')
  const small = new TextDecoder().decode(
    transform({ filename: 'kaart.css', code: Buffer.from(plain), minify: true }).code,
  )
  const rules: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < small.length; at += 1) {
    if (small[at] === '{') depth += 1
    if (small[at] !== '}') continue
    depth -= 1
    if (depth > 0) continue
    rules.push(small.slice(start, at + 1))
    start = at + 1
  }
  return rules
}

const packageFile = (specifier: string) => resolve(siteFolder, '..', 'node_modules', specifier)

/** Three sorts of address occur: our own beside the stylesheet, a package's own, and Leaflet's beside its stylesheet. */
function absolute(url: string): string {
  if (url.startsWith('./')) return resolve(here, url)
  if (url.startsWith('@')) return require.resolve(url)
  return url.startsWith('images/') ? require.resolve(`leaflet/dist/${url}`) : url
}

/** Rooms of the workspace: its pages have a stylesheet of their own, and make up some class names as they go. */
const workspace = /^(pages\/werk|parts|layouts\/Work|islands\/(?!find-a-service))/

/** Classes of the design system that a public page may have. */
function publicClasses(): Set<string> {
  const files = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' })
  const names = files.filter((name) => /\.(astro|tsx|ts)$/.test(name) && !workspace.test(name))
  return new Set(
    names.flatMap((name) => readFileSync(join(siteFolder, name), 'utf8').match(/\b(?:nl|utrecht)-[\w-]+/g) ?? []),
  )
}

/** False for a selector that asks for a class of the design system that no page has, as of a variant of a button. */
const isMet = (selector: Selector, known: ReadonlySet<string> | null) =>
  known === null ||
  selector.every((part) => part.type !== 'class' || !/^(nl|utrecht)-/.test(part.name) || known.has(part.name))

/**
 * What the browser itself finds wrong. As long as any rule of a page asks for it, the style of a box is reckoned anew at
 * every key, which costs an old telephone a part of its frame. A form that is checked says so in a stylesheet of its own.
 */
const isUserInvalid = (part: SelectorComponent) => part.type === 'pseudo-class' && part.kind === 'user-invalid'

/**
 * Token names that pages, components and islands mention in their own styles, or in a stylesheet that only they take; the
 * map's rules are one.
 */
function usedOutsideStyles(): Set<string> {
  const names = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /\.(astro|tsx|ts|css)$/.test(name) && !name.startsWith('styles/'))
  const texts = files.map((name) => readFileSync(join(siteFolder, name), 'utf8'))
  const sheets = new Set(['kaart.css', ...texts.flatMap(sheetsTaken).filter((name) => !entries.has(name))])
  return new Set([...texts, ...[...sheets].map((name) => readFileSync(join(here, name), 'utf8'))].flatMap(namesUsed))
}

/** The stylesheets of this folder that a file takes for itself. */
export const sheetsTaken = (text: string) =>
  [...text.matchAll(/import '[^']*\/styles\/([\w-]+\.css)'/g)].map((match) => match[1] ?? '')
