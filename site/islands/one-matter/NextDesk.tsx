/** After no: which desk could be asked next, one tap away. Nothing is sent by itself; each has a basis of its own. */
import type { DesksView } from '../../../api/desks/schema.ts'
import type { MatterView } from '../../../api/matters/schema.ts'
import { ask } from '../../lib/api.ts'
import { dayOf } from '../../lib/dates.ts'
import { type Desk, nextDesks, servicesOf } from '../../lib/desks.ts'

const isOfferedAgain = (matter: MatterView) =>
  matter.nextAct === 'offer_again' && matter.ways.includes('offer_transfer')

/** What the proposal is made from: read with the matter, so that nothing on the screen moves when it comes. */
export async function desksAfterNo(matter: MatterView): Promise<Desk[]> {
  if (!isOfferedAgain(matter)) return []
  const answer = await ask<DesksView>('GET', '/desks')
  return answer.ok ? answer.value.desks : []
}

export function NextDesk({ matter, desks }: { matter: MatterView; desks: readonly Desk[] }) {
  const back = matter.transfers.findLast(({ status }) => ['declined', 'expired', 'withdrawn'].includes(status))
  const asked = matter.transfers.filter(({ status }) => status !== 'draft').flatMap(({ to }) => to.desk?.id ?? [])
  const next = isOfferedAgain(matter) && back ? nextDesks(desks, { ...matter, asked, today: dayOf(new Date()) }) : []
  if (!back || next.length === 0) return null
  return (
    <div class="vd-next">
      <h3 class="nl-heading nl-heading--level-3">Wie kan het nu?</h3>
      <ul role="list">
        {next.map((desk) => (
          <li key={desk.id}>
            <a class="nl-button nl-button--secondary" href={`/werk/overdracht/#${matter.id}/${back.id}/${desk.id}`}>
              Aanbieden aan {desk.name}
            </a>
            <p>
              {desk.organization.name}: {desk.safetyNet ? 'vangnet van de gemeente' : servicesOf(desk)}.
              {desk.agreement && ` Afspraak: antwoord in ${desk.agreement.answerDays} werkdagen.`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
