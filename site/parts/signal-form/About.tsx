/** What it is about and which team that asks for: first, so that room and criteria are seen before anything is written. */
import type { Names } from '../../lib/names.ts'
import { choicesOf } from '../../lib/words.ts'
import { Select } from '../Field.tsx'
import { Part } from '../Part.tsx'
import { TeamChoice } from './TeamChoice.tsx'
import type { Typed } from './typed.ts'

export type PartProps = {
  typed: Typed
  set: (changed: Partial<Typed>) => void
  fault: (pointer: string) => string | undefined
}

type Props = PartProps & { names: Names; isNew: boolean }

export const About = ({ typed, set, fault, names, isNew }: Props) => (
  <Part id="thema" title="Waar gaat het over?" intro="Werk gaat naar een team, nooit naar één persoon.">
    {isNew && (
      <div class="vd-pair">
        <Select
          id="thema"
          label="Thema"
          choices={choicesOf(names.themes)}
          value={typed.theme}
          fault={fault('/matter/theme')}
          onChange={(theme) => set({ theme })}
        />
        <Select
          id="plaats"
          label="Plaats"
          optional
          empty="Niet bekend"
          choices={choicesOf(names.places)}
          value={typed.place}
          fault={fault('/matter/place')}
          onChange={(place) => set({ place })}
        />
      </div>
    )}
    <TeamChoice
      theme={typed.theme}
      place={typed.place}
      value={typed.receiverDesk}
      fault={fault('/receiverDesk')}
      names={names}
      onChange={(receiverDesk) => set({ receiverDesk })}
    />
  </Part>
)
