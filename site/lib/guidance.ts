/** Finding guidance on the screen itself: what somebody looks for goes nowhere. Pure. */
import type { GuidanceItem } from '../../api/guidance/schema.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Every word is in the question or the answer, and the theme fits where one was chosen. */
export function findGuidance<Item extends Pick<GuidanceItem, 'question' | 'answer' | 'theme'>>(
  items: readonly Item[],
  { text, theme }: { text: string; theme: string },
): Item[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const said = plain(`${item.question} ${item.answer}`)
    return (!theme || item.theme === theme) && words.every((word) => said.includes(word))
  })
}
