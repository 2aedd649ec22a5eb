/** Hears what a question is about from its words as they are, for an engine that has no index of them. */
import { stem, variants } from '../dutch/text.ts'
import type { Question } from '../embedded/question.ts'
import { heardIn } from './heard.ts'
import type { Heard } from './heard.ts'
import { said, speaking } from './index.ts'

/** Out: the kinds a question is likely about, numbered as in `said`. The first call learns them, which takes a second. */
export function hearer(): (question: Pick<Question, 'asked' | 'small' | 'story'>) => Heard[] {
  const groups = said.length + 1
  const known = speaking()
  const saidBy = (word: string) => {
    const own = new Float32Array(groups)
    const root = [word, ...variants(word)].map(stem).find((one) => known.has(one))
    for (const { group, strength } of known.get(root ?? '') ?? []) own[group] = strength
    return own
  }
  return (question) => heardIn(question, groups, saidBy)
}
