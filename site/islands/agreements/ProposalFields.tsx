import type { PartnersView } from '../../../api/agreements/schema.ts'
import { Radios, Select, TextArea, TextField } from '../../parts/Field.tsx'
import type { Typed } from './proposal.ts'

type Props = {
  typed: Typed
  set: (changed: Partial<Typed>) => void
  faultAt: (pointer: string) => string | undefined
}
type Named = { id: string; name: string }

const ways = [
  { code: 'ours', label: 'Wij verwijzen naar hen' },
  { code: 'theirs', label: 'Zij verwijzen naar ons' },
]
const choicesOf = (named: readonly Named[]) => named.map(({ id, name }) => ({ code: id, label: name }))

/** The two sides; `fixed` for a next version, which stays between the same two. */
export function Between({ typed, set, faultAt, partners, fixed }: Props & { partners: PartnersView; fixed: boolean }) {
  const partner = partners.partners.find(({ id }) => id === typed.partner)
  if (fixed) {
    const desks = [...partners.own.desks, ...(partner?.desks ?? [])]
    const named = [typed.ourDesk, typed.theirDesk].flatMap((id) => desks.find((desk) => desk.id === id)?.name ?? [])
    return (
      <p>
        {typed.way === 'ours' ? 'Wij verwijzen naar ' : 'Naar ons verwijst '}
        <strong>{partner?.name}</strong>
        {named.length > 0 && ` (${named.join(', ')})`}.
      </p>
    )
  }
  return (
    <>
      <Radios id="richting" label="Welke kant op?" choices={ways} value={typed.way} onChange={(way) => set({ way })} />
      <Select
        id="partner"
        label="Met wie?"
        hint="Organisaties waar een teamleider of beheerder akkoord kan geven."
        choices={choicesOf(partners.partners)}
        value={typed.partner}
        fault={faultAt('/to/organizationId') ?? faultAt('/from/organizationId')}
        onChange={(id) => set({ partner: id, theirDesk: '' })}
      />
      {partner && partner.desks.length > 0 && (
        <Select
          id="hun-team"
          label="Alleen voor één team van hen?"
          optional
          empty="Alle teams"
          choices={choicesOf(partner.desks)}
          value={typed.theirDesk}
          onChange={(theirDesk) => set({ theirDesk })}
        />
      )}
      {partners.own.desks.length > 1 && (
        <Select
          id="ons-team"
          label="Alleen voor één team van ons?"
          optional
          empty="Alle teams"
          choices={choicesOf(partners.own.desks)}
          value={typed.ourDesk}
          onChange={(ourDesk) => set({ ourDesk })}
        />
      )}
    </>
  )
}

export const What = ({ typed, set, faultAt }: Props) => (
  <>
    <TextArea
      id="waarvoor"
      label="Waarvoor?"
      hint="Bijvoorbeeld: hulp bij schulden."
      rows={2}
      value={typed.purpose}
      fault={faultAt('/purpose')}
      onChange={(purpose) => set({ purpose })}
    />
    <TextArea
      id="voor-wie"
      label="Voor wie?"
      hint="Wie past hier wel, en wie niet?"
      rows={2}
      value={typed.criteria}
      fault={faultAt('/criteria')}
      onChange={(criteria) => set({ criteria })}
    />
    <TextArea
      id="nodig"
      label="Wat is nodig?"
      hint="Wat moet er klaarliggen voordat u iemand aanbiedt?"
      rows={2}
      value={typed.needed}
      fault={faultAt('/needed')}
      onChange={(needed) => set({ needed })}
    />
    <TextField
      id="contact"
      label="Hoe bereikt u elkaar?"
      hint="Bijvoorbeeld: bel de aanmelding tussen 9 en 12 uur."
      value={typed.contactRoute}
      fault={faultAt('/contactRoute')}
      onChange={(contactRoute) => set({ contactRoute })}
    />
  </>
)

const terms = [
  { id: 'antwoord', name: 'answerDays', label: 'Antwoord binnen hoeveel werkdagen?' },
  { id: 'gesprek', name: 'contactDays', label: 'Gesprek met drie binnen hoeveel werkdagen?' },
  { id: 'start', name: 'startDays', label: 'Start van de hulp binnen hoeveel werkdagen?' },
] as const

export const Terms = ({ typed, set, faultAt }: Props) => (
  <>
    {terms.map(({ id, name, label }) => (
      <TextField
        key={id}
        id={id}
        label={label}
        maxLength={3}
        value={typed[name]}
        fault={faultAt(`/${name}`)}
        onChange={(days) => set({ [name]: days })}
      />
    ))}
    <TextField
      id="vanaf"
      label="Eerste dag"
      type="date"
      value={typed.validFrom}
      fault={faultAt('/validFrom')}
      onChange={(validFrom) => set({ validFrom })}
    />
    <TextField
      id="tot"
      label="Laatste dag"
      type="date"
      optional
      value={typed.validUntil}
      fault={faultAt('/validUntil')}
      onChange={(validUntil) => set({ validUntil })}
    />
  </>
)
