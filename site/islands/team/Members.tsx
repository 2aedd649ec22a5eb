/** Who works at a desk: how much each has in hand beside the norm, and who is away. */
import type { TeamDesk, TeamMember } from '../../../api/desks/team-schema.ts'
import { ask } from '../../lib/api.ts'
import { formatDay } from '../../lib/dates.ts'

type Props = { desk: TeamDesk; mayManage: boolean; onDone: (told: string) => void }

export function Members({ desk, mayManage, onDone }: Props) {
  async function back(id: string) {
    const answer = await ask('POST', '/team/absences/end', { id })
    if (answer.ok) onDone('De afwezigheid is weggehaald.')
  }
  return (
    <table class="vd-table">
      <caption class="vd-hidden">Medewerkers van {desk.name}</caption>
      <thead>
        <tr>
          <th scope="col">Medewerker</th>
          <th scope="col">In handen{desk.norm !== null && ` (norm ${desk.norm})`}</th>
          <th scope="col">Afwezig</th>
        </tr>
      </thead>
      <tbody>
        {desk.members.map((member) => (
          <tr key={member.id}>
            <th scope="row">
              {member.name}
              {member.isMe && <span class="vd-quiet"> (u)</span>}
            </th>
            <td data-label="In handen">
              <Load member={member} norm={desk.norm} />
              {member.inHand > 0 && (
                <a class="nl-link" href={`/werk/?lijst=${member.isMe ? 'mine' : 'team'}&wie=${member.id}`}>
                  bekijken<span class="vd-hidden"> van {member.name}</span>
                </a>
              )}
            </td>
            <td data-label="Afwezig">
              {member.absences.length === 0 && 'nee'}
              {member.absences.map((each) => (
                <div key={each.id}>
                  {formatDay(each.from)} tot en met {formatDay(each.until)}
                  {each.deputy ? `, vervangen door ${each.deputy.name}` : ', geen vervanger'}
                  {(member.isMe || mayManage) && (
                    <button type="button" class="nl-button nl-button--subtle" onClick={() => void back(each.id)}>
                      Weghalen<span class="vd-hidden">: afwezigheid van {member.name}</span>
                    </button>
                  )}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A number, and a bar beside the norm where there is one; the words carry it. */
function Load({ member, norm }: { member: TeamMember; norm: number | null }) {
  if (norm === null) return <span class="vd-load">{member.inHand} </span>
  const over = member.inHand > norm
  return (
    <span class={over ? 'vd-load vd-load--over' : 'vd-load'}>
      {member.inHand} van {norm}{' '}
      <meter
        min={0}
        max={norm}
        high={norm}
        value={Math.min(member.inHand, norm)}
        aria-label={`${member.inHand} van ${norm}`}
      />
      {over && <strong> {member.inHand - norm} boven de norm </strong>}
    </span>
  )
}
