import { useEffect, useRef, useState } from 'preact/hooks'
import type { SearchAnswer } from '../../../search/embedded/open.ts'
import type { ResultWords } from '../../lib/result-words.ts'
import { ageFrom, change, filterCount, toggled, withoutFilters } from './state.ts'
import type { Asked } from './state.ts'

export type Choice = { code: string; name: string }

type Props = {
  asked: Asked
  facets: SearchAnswer['facets'] | null
  setting: { themes: Choice[]; groups: Choice[]; languages: Choice[]; textLang: string | undefined }
  words: ResultWords
  onAsk: (next: Asked) => void
}

/** Folded on a telephone, open beside the list on a wide screen: a native details element either way. */
export function Filters({ asked, facets, setting, words, onAsk }: Props) {
  const count = filterCount(asked)
  // The server cannot know how wide the screen is, so the first paint is folded.
  const [open, setOpen] = useState(false)
  // What nobody has opened is not made: on a telephone that is half of what the page wakes.
  const [wanted, setWanted] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    // Also by who opened it before this island woke.
    const isOpen = details.current?.open || matchMedia('(width >= 64rem)').matches
    setWanted(isOpen)
    setOpen(isOpen)
  }, [])
  const lines = ([0, 1, 2] as const).map((line) => ({ code: String(line), name: words.lines[line] }))
  return (
    <details class="vd-filters" open={open} ref={details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary onClick={() => setWanted(true)}>
        {words.filters}
        {count > 0 && (
          <span>
            {count}
            <span class="vd-hidden"> {words.chosen}</span>
          </span>
        )}
      </summary>
      {wanted && (
        <div class="vd-filters__groups">
          <Group
            title={words.access}
            choices={lines}
            chosen={asked.lines.map(String)}
            counts={facets?.lines}
            onToggle={(code) => onAsk(change(asked, { lines: toggled(asked.lines, Number(code) as 0 | 1 | 2) }))}
          />
          <fieldset class="vd-filters__group">
            <legend>{words.practical}</legend>
            {(['open', 'free', 'wheelchair'] as const).map((name) => (
              <label class="vd-check" key={name}>
                <input
                  class="utrecht-checkbox utrecht-checkbox--html-input"
                  type="checkbox"
                  checked={asked[name]}
                  onChange={() => onAsk(change(asked, { [name]: !asked[name] }))}
                />
                <span>{words[name]}</span>
              </label>
            ))}
          </fieldset>
          <Group
            title={words.theme}
            choices={setting.themes}
            chosen={asked.themes}
            counts={facets?.themes}
            lang={setting.textLang}
            onToggle={(code) => onAsk(change(asked, { themes: toggled(asked.themes, code) }))}
          />
          <Group
            title={words.group}
            choices={setting.groups}
            chosen={asked.groups}
            counts={facets?.targetGroups}
            lang={setting.textLang}
            onToggle={(code) => onAsk(change(asked, { groups: toggled(asked.groups, code) }))}
          />
          <label class="vd-filters__field">
            <span>{words.age}</span>
            <input
              class="utrecht-textbox utrecht-textbox--html-input"
              type="text"
              inputMode="numeric"
              maxLength={3}
              autocomplete="off"
              value={asked.age === null ? '' : String(asked.age)}
              onChange={(event) => onAsk(change(asked, { age: ageFrom(event.currentTarget.value.trim()) }))}
            />
          </label>
          <label class="vd-filters__field">
            <span>{words.language}</span>
            <select
              class="utrecht-select utrecht-select--html-select"
              value={asked.language}
              onChange={(event) => onAsk(change(asked, { language: event.currentTarget.value }))}
            >
              <option value="">{words.anyLanguage}</option>
              {setting.languages.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {count > 0 && (
            <button class="nl-button nl-button--secondary" type="button" onClick={() => onAsk(withoutFilters(asked))}>
              {words.reset}
            </button>
          )}
        </div>
      )}
    </details>
  )
}

type GroupProps = {
  title: string
  choices: Choice[]
  chosen: string[]
  counts: Record<string, number> | undefined
  lang?: string | undefined
  onToggle: (code: string) => void
}

/** Choices that would give nothing are left out, unless they are what was chosen. */
function Group({ title, choices, chosen, counts, lang, onToggle }: GroupProps) {
  const useful = counts ? choices.filter(({ code }) => (counts[code] ?? 0) > 0 || chosen.includes(code)) : choices
  if (useful.length === 0) return null
  return (
    <fieldset class="vd-filters__group">
      <legend>{title}</legend>
      {useful.map(({ code, name }) => (
        <label class="vd-check" key={code}>
          <input
            class="utrecht-checkbox utrecht-checkbox--html-input"
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={() => onToggle(code)}
          />
          <span lang={lang}>{name}</span>
          {counts && <span class="vd-check__count">{counts[code] ?? 0}</span>}
        </label>
      ))}
    </fieldset>
  )
}
