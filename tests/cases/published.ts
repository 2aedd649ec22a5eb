/** What can be checked of a published site without a browser: that its HTML is valid and that its links arrive. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // How we write, which is no question of being valid.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    'tel-non-breaking': 'off',
    'prefer-native-element': 'off',
    // role="list" where the style takes the bullets away: some browsers then no longer read it as a list.
    'no-redundant-role': 'off',
    // A field has a name for who cannot see what stands beside it.
    'input-missing-label': 'error',
    // Two `nav` of one kind on a page are told apart by their names, which this does.
    'unique-landmark': 'error',
  },
})

/** The HTML of a page, by the path people ask. */
export const htmlOf = (siteFolder: string, path: string): string =>
  readFileSync(join(siteFolder, path.endsWith('/') ? `${path}index.html` : path), 'utf8')

/** What is wrong with one page, as `rule line:column message`. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${ruleId} ${line}:${column} ${message}`),
  )
}

export type Link = { from: string; to: string }

const unescape = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&')

/** Everything a page points at: links, pictures, styles, scripts, forms. */
export function linksIn(html: string, path: string, origin: string): Link[] {
  const withoutScripts = html.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, '$1')
  return [...withoutScripts.matchAll(/<[a-z][^>]*?\s(?:href|src|action)="([^"]*)"/g)].map(([, to = '']) => ({
    from: path,
    to: URL.canParse(unescape(to), `${origin}${path}`)
      ? new URL(unescape(to), `${origin}${path}`).href
      : `broken:${to}`,
  }))
}

/** Fragments that a script reads and that name no element: what somebody types never stands in a page. */
const READ_BY_SCRIPT = /^\/(zoeken|lijst|werk\/.*|en\/(zoeken|lijst))\/$/

/**
 * Follows every link of every page once. Gives those that do not arrive: a page that is not there, a fragment that
 * names nothing, an address that is none. Of other sites only the form of the address is looked at.
 */
export async function brokenLinks(
  origin: string,
  siteFolder: string,
  paths: readonly string[],
  /** The address that the site was built for: canonical links name it. */
  builtFor: string,
): Promise<string[]> {
  const found = new Map<string, string>()
  const answer = async (pathname: string): Promise<string> => {
    const known = found.get(pathname)
    if (known !== undefined) return known
    const response = await fetch(`${origin}${pathname}`, { redirect: 'manual' })
    const text = response.status === 200 ? await response.text() : ''
    found.set(pathname, response.status === 200 ? text || ' ' : '')
    return found.get(pathname) ?? ''
  }

  const broken: string[] = []
  for (const path of paths) {
    for (const { from, to } of linksIn(
      htmlOf(siteFolder, path).replaceAll(`"${builtFor}/`, `"${origin}/`),
      path,
      origin,
    )) {
      if (/^(mailto:[^\s@?]*@?[^\s@]*|tel:\+?[\d]+|https:\/\/[^\s/]+\.[^\s]+|data:)/.test(to)) continue
      const url = URL.canParse(to) ? new URL(to) : null
      if (url === null || url.origin !== origin) {
        if (!/^http:\/\/[^\s/]+\.[a-z]{2,}/.test(to)) broken.push(`${from} → ${to}: no address`)
        continue
      }
      const text = await answer(url.pathname)
      if (text === '') broken.push(`${from} → ${url.pathname}: not there`)
      const id = decodeURIComponent(url.hash.slice(1))
      if (id !== '' && !READ_BY_SCRIPT.test(url.pathname) && !text.includes(` id="${id}"`)) {
        broken.push(`${from} → ${url.pathname}#${id}: nothing is called so`)
      }
    }
  }
  return broken
}
