/**
 * How a text of the directory falls apart. Editors type plain text and no markup: a blank line, a dash, and, for a part
 * in another language (WCAG 3.1.2), the language's own name and a colon before a paragraph or a point, as people write
 * it anyway. The page shows it so, and who measures how plainly we speak reads it so.
 */

/** Paragraphs of a text as typed: a blank line separates them, lines that begin with a dash are a list. */
export function paragraphs(text: string): { list: boolean; lines: string[] }[] {
  return text
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
    .flatMap((lines) => {
      const isItem = (line: string) => /^[-*•]\s/.test(line)
      const lead = lines.filter((line) => !isItem(line))
      const items = lines.filter(isItem).map((line) => line.replace(/^[-*•]\s+/, ''))
      return [
        ...(lead.length > 0 ? [{ list: false, lines: [lead.join(' ')] }] : []),
        ...(items.length > 0 ? [{ list: true, lines: items }] : []),
      ]
    })
}

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
