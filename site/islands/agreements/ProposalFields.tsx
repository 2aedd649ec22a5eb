import type { Kind } from '../../../api/agreements/codes.ts'
import type { PartnersView } from '../../../api/agreements/schema.ts'
import { allOf, isKind } from '../../lib/agreement-words.ts'
import { Radios, Select, TextArea, TextField } from '../../parts/Field.tsx'
import type { Typed } from './proposal.ts'

type Props = {
  typed: Typed
  set: (changed: Partial<Typed>) => void
  faultAt: (pointer: string) => string | undefined
}
type Named = { id: string; name: string }

const choicesOf = (named: readonly Named[]) => named.map(({ id, name }) => ({ code: id, label: name }))
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const kindChoices = (kinds: readonly Kind[]) =>
  kinds
    .map((kind) => ({ code: kind, label: capital(allOf(kind)) }))
    .toSorted((one, two) => one.label.localeCompare(two.label, 'nl'))

type BetweenProps = Props & { partners: PartnersView; fixed: boolean }

/** The two sides; `fixed` for a next version, which stays between the same two. */
export function Between({ fixed, ...props }: BetweenProps) {
  const { typed, set, faultAt, partners } = props
  if (fixed) return <Fixed {...props} />
  const forKinds = partners.speaksForKinds && partners.kinds.length > 0
  const others = typed.behalf ? [partners.own, ...partners.partners] : partners.partners
  const partner = others.find(({ id }) => id === typed.partner)
  return (
    <>
      {forKinds && (
        <Select
          id="namens"
          label="Namens wie?"
          optional
          empty={partners.own.name}
          choices={kindChoices(partners.kinds)}
          value={typed.behalf}
          onChange={(behalf) => set({ behalf, partner: '', ourDesk: '', theirDesk: '' })}
        />
      )}
      <Radios
        id="richting"
        label="Welke kant op?"
        choices={waysOf(typed.behalf)}
        value={typed.way}
        onChange={(way) => set({ way })}
      />
      <Select
        id="partner"
        label="Met wie?"
        hint="Organisaties waar een teamleider of beheerder akkoord kan geven. Voor alle organisaties van een soort doet de gemeente dat."
        choices={[...choicesOf(others), ...kindChoices(partners.kinds)]}
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
      {!typed.behalf && partners.own.desks.length > 1 && (
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

function waysOf(behalf: string) {
  const us = isKind(behalf) ? capital(allOf(behalf)) : ''
  return [
    { code: 'ours', label: us ? `${us} verwijzen naar hen` : 'Wij verwijzen naar hen' },
    { code: 'theirs', label: us ? `Zij verwijzen naar ${us.toLowerCase()}` : 'Zij verwijzen naar ons' },
  ]
}

function Fixed({ typed, partners }: Pick<BetweenProps, 'typed' | 'partners'>) {
  const { own, partners: others } = partners
  const desks = [own, ...others].flatMap((each) => each.desks)
  const named = [typed.ourDesk, typed.theirDesk].flatMap((id) => desks.find((desk) => desk.id === id)?.name ?? [])
  const us = isKind(typed.behalf) ? allOf(typed.behalf) : 'ons'
  const them = isKind(typed.partner)
    ? allOf(typed.partner)
    : [own, ...others].find(({ id }) => id === typed.partner)?.name
  return (
    <p>
      {typed.way === 'ours' ? `Van ${us} naar ` : 'Van '}
      <strong>{them}</strong>
      {typed.way === 'ours' ? '' : ` naar ${us}`}
      {named.length > 0 && ` (${named.join(', ')})`}.
    </p>
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
