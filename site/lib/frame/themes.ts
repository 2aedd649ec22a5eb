/** A theme as the frame names it: translated where we know it, else as the editors named it, with its language. */
import type { Term } from '../../../api/publish/schema.ts'
import type { Frame } from './index.ts'
import { englishThemes } from './theme-names.ts'

export type NamedTheme = { name: string; text: string | null; lang: string | undefined }

export function themeIn({ lang, textLang }: Pick<Frame, 'lang' | 'textLang'>, theme: Term): NamedTheme {
  const english = lang === 'en' ? englishThemes[theme.code] : undefined
  return english ? { ...english, lang: undefined } : { name: theme.name, text: theme.description, lang: textLang }
}
