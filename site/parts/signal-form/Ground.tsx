/** The legal basis: the one that mostly fits the theme is proposed with what it means; the sender says why it is needed. */
import { useState } from 'preact/hooks'
import type { Basis } from '../../../api/matters/schema.ts'
import { groundOfTheme } from '../../lib/ground-of-theme.ts'
import { groundWords } from '../../lib/matter-words.ts'
import { BasisFields } from '../BasisFields.tsx'
import { TextArea } from '../Field.tsx'
import { Part } from '../Part.tsx'
import type { PartProps } from './About.tsx'

export function Ground({ typed, set, fault }: PartProps) {
  const { basis } = typed
  const isGroup = typed.subject === 'group'
  const proposed = isGroup ? 'no_personal_data' : groundOfTheme(typed.theme)
  const [choosing, setChoosing] = useState(basis.ground !== '' && basis.ground !== proposed)
  const faultOf = (name: string) => fault(`/basis/${name}`)
  const wrong = ['ground', 'article', 'purpose'].some((name) => faultOf(name))
  const words = groundWords[basis.ground as Basis['ground']]
  const short = !choosing && !wrong && words !== undefined && basis.ground === proposed

  return (
    <Part
      id="grondslag"
      title="Wettelijke grondslag"
      intro="Alleen voor deze ontvanger. Een volgende ontvanger krijgt een eigen grondslag."
    >
      {short ? (
        <>
          <div class="vd-ground" id="grondslag" tabIndex={-1}>
            <p>
              <strong>{words.label}</strong> ({basis.article})
            </p>
            <p>{words.hint}</p>
            <p>
              <button type="button" class="nl-button nl-button--subtle" onClick={() => setChoosing(true)}>
                Een andere grond kiezen
              </button>
            </p>
          </div>
          <TextArea
            id="noodzaak"
            label="Waarom moet de ontvanger dit weten?"
            hint="Eén of twee zinnen. Kan het met minder gegevens? Laat die dan weg."
            rows={2}
            value={basis.necessity}
            fault={faultOf('necessity')}
            onChange={(necessity) => set({ basis: { ...basis, necessity } })}
          />
        </>
      ) : (
        <BasisFields value={basis} isGroup={isGroup} faultOf={faultOf} onChange={(value) => set({ basis: value })} />
      )}
    </Part>
  )
}
