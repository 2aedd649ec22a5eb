import type { ConceptView } from '../../../api/search/schema.ts'
import { linesOf } from '../../lib/search-word-words.ts'
import { Radios, TextArea } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { useShortForm } from '../../parts/short-form.ts'

type Props = { one: ConceptView | null; onSaved: (saved: ConceptView) => void; onClose: () => void }

/** A new row, or other words in one. What was typed stays when it is refused. */
export function WordForm({ one, onSaved, onClose }: Props) {
  const id = one?.id ?? 'nieuw'
  const [terms, phrases] = [`heet-${id}`, `zegt-${id}`]
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({
    kind: one?.kind ?? 'synonym',
    terms: one?.terms.join('\n') ?? '',
    phrases: one?.phrases.join('\n') ?? '',
  })
  const fields = [
    { pointer: '/terms', id: terms, label: 'Hoe het aanbod heet' },
    { pointer: '/phrases', id: phrases, label: 'Wat mensen zeggen' },
  ]

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    const words = { terms: linesOf(typed.terms), phrases: linesOf(typed.phrases) }
    const saved = one
      ? await send<ConceptView>('PUT', `/search/concepts/${one.id}`, { ...words, version: one.version })
      : await send<ConceptView>('POST', '/search/concepts', { ...words, kind: typed.kind })
    if (saved) onSaved(saved)
  }

  return (
    <form
      class="vd-form"
      noValidate
      aria-label={one ? `Zoekwoord ${one.terms[0] ?? ''} aanpassen` : 'Nieuw zoekwoord'}
      onSubmit={submit}
    >
      <FormProblem problem={problem} tries={tries} fields={fields} />
      {!one && (
        <Radios
          id="soort"
          label="Wat voor woord is het?"
          choices={[
            { code: 'synonym', label: 'Een gewoon zoekwoord' },
            { code: 'intent', label: 'Iets dat niet kan wachten', hint: 'Dit aanbod komt altijd bovenaan.' },
          ]}
          value={typed.kind}
          onChange={(kind) => set({ kind: kind === 'intent' ? 'intent' : 'synonym' })}
        />
      )}
      <TextArea
        id={terms}
        label="Hoe het aanbod heet"
        hint="Eén op een regel. Een woord uit de naam of de trefwoorden, zoals schuldhulpverlening."
        rows={3}
        value={typed.terms}
        fault={faultAt('/terms')}
        onChange={(value) => set({ terms: value })}
      />
      <TextArea
        id={phrases}
        label="Wat mensen zeggen"
        hint="Eén op een regel, zoals: rekeningen niet betalen."
        rows={6}
        value={typed.phrases}
        fault={faultAt('/phrases')}
        onChange={(value) => set({ phrases: value })}
      />
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met bewaren…' : 'Bewaren'}
        </button>
        <button type="button" class="nl-button nl-button--subtle" onClick={onClose}>
          Annuleren
        </button>
      </p>
    </form>
  )
}
