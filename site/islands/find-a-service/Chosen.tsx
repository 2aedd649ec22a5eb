import type { ResultWords } from '../../lib/result-words.ts'
import type { Choice } from './Filters.tsx'
import { type Asked, change, filterCount, toggled, withoutFilters } from './state.ts'

type Props = {
  asked: Asked
  setting: { themes: Choice[]; groups: Choice[]; languages: Choice[]; textLang: string | undefined }
  words: ResultWords
  onAsk: (next: Asked) => void
}

/** What narrows the list, each to be taken off by itself: also when the filters are folded away. */
export function Chosen({ asked, setting, words, onAsk }: Props) {
  if (filterCount(asked) === 0) return null
  const nameOf = (choices: Choice[], code: string) => choices.find((choice) => choice.code === code)?.name ?? code
  const some = (names: readonly string[], choices: Choice[], part: (code: string) => Partial<Asked>) =>
    names.map((code) => ({ name: nameOf(choices, code), part: part(code) }))
  const chosen: { name: string; part: Partial<Asked> }[] = [
    ...asked.lines.map((line) => ({ name: words.lines[line], part: { lines: toggled(asked.lines, line) } })),
    ...(['open', 'free', 'wheelchair'] as const).flatMap((name) =>
      asked[name] ? [{ name: words[name], part: { [name]: false } }] : [],
    ),
    ...some(asked.themes, setting.themes, (code) => ({ themes: toggled(asked.themes, code) })),
    ...some(asked.groups, setting.groups, (code) => ({ groups: toggled(asked.groups, code) })),
    ...(asked.age === null ? [] : [{ name: `${asked.age} ${words.years}`, part: { age: null } }]),
    ...(asked.language === '' ? [] : some([asked.language], setting.languages, () => ({ language: '' }))),
    ...(asked.area === null ? [] : [{ name: words.area, part: { area: null } }]),
  ]
  return (
    <div class="vd-chosen" role="group" aria-label={words.chosenTitle}>
      <ul role="list">
        {chosen.map(({ name, part }) => (
          <li key={name}>
            <button class="vd-chip" type="button" onClick={() => onAsk(change(asked, part))}>
              <span class="vd-hidden">{words.remove} </span>
              <span lang={setting.textLang}>{name}</span>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
        {chosen.length > 1 && (
          <li>
            <button class="vd-as-link" type="button" onClick={() => onAsk(withoutFilters(asked))}>
              {words.reset}
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}
