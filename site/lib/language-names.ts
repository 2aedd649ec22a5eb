/** Names of languages, by their ISO 639 code, in the language of the page. */
import type { Lang } from './frame/index.ts'

/** Those that occur in Dutch municipalities, as people there call them. */
const dutch: Record<string, string> = {
  nl: 'Nederlands',
  en: 'Engels',
  de: 'Duits',
  fr: 'Frans',
  ar: 'Arabisch',
  tr: 'Turks',
  pl: 'Pools',
  uk: 'Oekraïens',
  ru: 'Russisch',
  ti: 'Tigrinya',
  so: 'Somalisch',
  fa: 'Farsi',
  es: 'Spaans',
  zh: 'Chinees',
  nds: 'Nedersaksisch',
  dse: 'Nederlandse Gebarentaal',
}
const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
/** Codes that the standard names do not have. */
const more: Record<string, string> = { dse: 'Dutch Sign Language' }

/** Undefined for a code that nobody knows. */
export function languageName(code: string, lang: Lang): string | undefined {
  if (lang === 'nl') return dutch[code]
  return more[code] ?? (/^[a-z]{2,3}$/.test(code) ? english.of(code) : undefined)
}
