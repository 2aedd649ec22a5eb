/**
 * A part of a text in another language (WCAG 3.1.2). Editors type plain text and no markup: a paragraph or a point of a
 * list that begins with the language's own name and a colon is in that language, as people write it anyway.
 */

/** Own names as they are written, with the code of the language. Written from the right: ar, fa. */
const ownNames: Record<string, string> = {
  nederlands: 'nl',
  english: 'en',
  deutsch: 'de',
  français: 'fr',
  español: 'es',
  türkçe: 'tr',
  polski: 'pl',
  українська: 'uk',
  русский: 'ru',
  български: 'bg',
  română: 'ro',
  soomaali: 'so',
  'af-soomaali': 'so',
  العربية: 'ar',
  عربي: 'ar',
  فارسی: 'fa',
  ትግርኛ: 'ti',
  中文: 'zh',
}
const fromTheRight = new Set(['ar', 'fa'])

export type Part = { lang?: string; dir?: 'rtl' }

/** "English: walk in any day" is English; a line without such a beginning gives nothing and is of the text's language. */
export function partOf(line: string): Part {
  const name = /^([\p{L}\p{M}-]{2,14})\s?:\s/u.exec(line)?.[1]?.toLowerCase() ?? ''
  const lang = Object.hasOwn(ownNames, name) ? ownNames[name] : undefined
  if (lang === undefined) return {}
  return fromTheRight.has(lang) ? { lang, dir: 'rtl' } : { lang }
}
