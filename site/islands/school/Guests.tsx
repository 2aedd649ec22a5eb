/** Who joins a meeting: a team for each role that can. */
import { useEffect, useState } from 'preact/hooks'
import type { DesksView } from '../../../api/desks/schema.ts'
import { type GuestRole, guestRoles } from '../../../api/meetings/codes.ts'
import type { MeetingChanged, MeetingView } from '../../../api/meetings/schema.ts'
import { ask } from '../../lib/api.ts'
import { guestWords } from '../../lib/school-words.ts'
import { Select } from '../../parts/Field.tsx'

/** The id of a team by role; empty where nobody is asked. */
export type TypedGuests = Record<GuestRole, string>

/** Who joins this meeting, as the form begins. */
export function guestsOf(meeting: Pick<MeetingView, 'guests'> | null): TypedGuests {
  const of = (role: GuestRole) => meeting?.guests.find((guest) => guest.role === role)?.desk?.id ?? ''
  return {
    school_social_worker: of('school_social_worker'),
    youth_nurse: of('youth_nurse'),
    consultant: of('consultant'),
  }
}

export const chosenGuests = (typed: TypedGuests): MeetingChanged['guests'] =>
  guestRoles.flatMap((role) => (typed[role] ? [{ deskId: typed[role], role }] : []))

type Props = { typed: TypedGuests; onChange: (changed: Partial<TypedGuests>) => void }

export function Guests({ typed, onChange }: Props) {
  const [desks, setDesks] = useState<DesksView['desks']>([])
  useEffect(() => {
    void ask<DesksView>('GET', '/desks').then((answer) => answer.ok && setDesks(answer.value.desks))
  }, [])
  const teams = desks.filter((desk) => !desk.own)
  return (
    <div class="vd-pair">
      {guestRoles.map((role) => (
        <Select
          key={role}
          id={`gast-${role}`}
          label={guestWords[role]}
          optional
          empty="Niet erbij"
          choices={teams.map(({ id, name, organization }) => ({ code: id, label: `${name}, ${organization.name}` }))}
          value={typed[role]}
          onChange={(deskId) => onChange({ [role]: deskId })}
        />
      ))}
    </div>
  )
}
