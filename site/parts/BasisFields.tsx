/** The legal basis on which this one recipient may know: a ground, its article, the purpose, and why it is needed. */
import type { Basis } from '../../api/matters/schema.ts'
import { groundWords } from '../lib/matter-words.ts'
import { Radios, TextArea, TextField } from './Field.tsx'

export type BasisValues = { ground: string; article: string; purpose: string; necessity: string }
type Props = {
  value: BasisValues
  onChange: (value: BasisValues) => void
  faultOf: (name: keyof BasisValues) => string | undefined
  /** For a group there is one ground and no person. */
  isGroup: boolean
  /** Why it is needed is asked elsewhere on the screen. */
  short?: boolean
}

export const noBasis: BasisValues = { ground: '', article: '', purpose: '', necessity: '' }
/** The ids of the fields, for the summary of what is wrong. */
export const basisFields = [
  { pointer: '/basis/ground', id: 'grondslag', label: 'Grondslag' },
  { pointer: '/basis/article', id: 'artikel', label: 'Artikel' },
  { pointer: '/basis/purpose', id: 'doel', label: 'Doel' },
  { pointer: '/basis/necessity', id: 'noodzaak', label: 'Waarom is het nodig?' },
]

const grounds = Object.keys(groundWords) as Basis['ground'][]

/** Another ground brings its own article and purpose, but never over what somebody wrote themselves. */
export function withGround(value: BasisValues, ground: string): BasisValues {
  const before = groundWords[value.ground as Basis['ground']]
  const next = groundWords[ground as Basis['ground']]
  const keep = (typed: string, prefilled: string | undefined) => typed !== '' && typed !== prefilled
  return {
    ...value,
    ground,
    article: keep(value.article, before?.article) ? value.article : (next?.article ?? ''),
    purpose: keep(value.purpose, before?.purpose) ? value.purpose : (next?.purpose ?? ''),
  }
}

export function BasisFields({ value, onChange, faultOf, isGroup, short = false }: Props) {
  const open = grounds.filter((ground) => (ground === 'no_personal_data') === isGroup)
  return (
    <>
      <Radios
        id="grondslag"
        label="Op welke grond deelt u dit?"
        hint="Toestemming is meestal niet de juiste grond: wie hulp nodig heeft, is niet altijd vrij om nee te zeggen."
        choices={open.map((code) => ({ code, label: groundWords[code].label, hint: groundWords[code].hint }))}
        value={value.ground}
        fault={faultOf('ground')}
        onChange={(ground) => onChange(withGround(value, ground))}
      />
      <div class="vd-pair">
        <TextField
          id="artikel"
          label="Artikel"
          value={value.article}
          fault={faultOf('article')}
          onChange={(article) => onChange({ ...value, article })}
        />
        <TextField
          id="doel"
          label="Doel"
          value={value.purpose}
          fault={faultOf('purpose')}
          onChange={(purpose) => onChange({ ...value, purpose })}
        />
      </div>
      {!short && (
        <TextArea
          id="noodzaak"
          label="Waarom moet de ontvanger dit weten?"
          hint="Eén of twee zinnen. Kan het met minder gegevens? Laat die dan weg."
          rows={2}
          value={value.necessity}
          fault={faultOf('necessity')}
          onChange={(necessity) => onChange({ ...value, necessity })}
        />
      )}
    </>
  )
}
