/**
 * The language of a page's frame: its words, and where its links lead. The texts of the directory stay in their own
 * language and say so; a page in the other language has the same address behind `/en`.
 */
import { municipality } from '../snapshot.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export const langs = ['nl', 'en'] as const
export type Lang = (typeof langs)[number]
export type FrameWords = typeof nl
const words: Record<Lang, FrameWords> = { nl, en }

/** Pages that exist in both languages, by the beginning of their Dutch address. The home page does too. */
const both = /^\/(zoeken|themas|aanbod|wegwijzer|sporen-wissen|lijst|fout-melden|contact)\//

export type Frame = {
  lang: Lang
  t: FrameWords
  /** What the texts of the directory carry as `lang`, where it differs from the frame's. */
  textLang: string | undefined
  /** The address of a page in this language; the Dutch one where it exists in Dutch only. */
  href: (path: string) => string
}

const existsIn = (lang: Lang, path: string) => lang === 'nl' || path === '/' || both.test(path)
const inLang = (lang: Lang, path: string) => (lang === 'nl' || !existsIn(lang, path) ? path : `/${lang}${path}`)

const frameIn = (lang: Lang): Frame => ({
  lang,
  t: words[lang],
  textLang: municipality.language.startsWith(lang) ? undefined : municipality.language,
  href: (path) => inLang(lang, path),
})

const isEnglish = (pathname: string) => pathname.startsWith('/en/')

/** The frame of the page at this address. */
export const frameOf = ({ pathname }: Pick<URL, 'pathname'>): Frame => frameIn(isEnglish(pathname) ? 'en' : 'nl')
/** For what is made once for each language: the files of search and list. */
export const frames: Record<Lang, Frame> = { nl: frameIn('nl'), en: frameIn('en') }

/** The same page in each language, where it exists; none for a page in Dutch only. */
export function alternates({ pathname }: Pick<URL, 'pathname'>): { lang: Lang; path: string }[] {
  const dutch = isEnglish(pathname) ? pathname.slice(3) : pathname
  return existsIn('en', dutch) ? langs.map((lang) => ({ lang, path: inLang(lang, dutch) })) : []
}

/** For `getStaticPaths` of a page in both languages: the first part of its address. */
export const langPaths: { lang: string | undefined }[] = [{ lang: undefined }, { lang: 'en' }]
/** The same for a page per thing: every thing in every language. */
export const inBoth = <Param, Props>(paths: readonly { params: Param; props: Props }[]) =>
  langPaths.flatMap(({ lang }) => paths.map(({ params, props }) => ({ params: { ...params, lang }, props })))
