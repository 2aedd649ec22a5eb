/** One's own team: what waits, who has how much, who is away, and when the desk is closed. */
import { useEffect, useState } from 'preact/hooks'
import type { TeamDesk, TeamView } from '../../../api/desks/team-schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { formatDay } from '../../lib/dates.ts'
import { session } from '../../lib/session.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { AbsenceForm } from './AbsenceForm.tsx'
import { ClosingForm, NormForm } from './DeskForms.tsx'
import { Members } from './Members.tsx'

export default function Team() {
  const [answer, setAnswer] = useState<Answer<TeamView> | null>(null)
  const [told, setTold] = useState<{ text: string; at: number } | null>(null)

  async function read() {
    const who = await session()
    setAnswer(who.ok ? await ask<TeamView>('GET', '/team') : who)
  }
  useEffect(() => void read(), [])

  function done(text: string) {
    setTold({ text, at: Date.now() })
    void read()
  }

  const view = answer?.ok ? answer.value : null
  return (
    <>
      <h1 class="nl-heading nl-heading--level-1">Team</h1>
      {!answer && <Loading what="Uw team" />}
      {answer && !answer.ok && <Unreachable problem={answer.problem} retry={() => void read()} />}
      {told && <Notice key={told.at} tone="ok" role="status" title={told.text} focus />}
      {view?.desks.length === 0 && <p>U werkt nog niet bij een team. Vraag uw beheerder om u erbij te zetten.</p>}
      {view?.desks.map((desk) => (
        <Desk key={desk.id} desk={desk} mayManage={view.mayManage} onDone={done} />
      ))}
    </>
  )
}

type Props = { desk: TeamDesk; mayManage: boolean; onDone: (told: string) => void }

function Desk({ desk, mayManage, onDone }: Props) {
  const { queue, members, closings } = desk
  const may = mayManage || members.some((member) => member.isMe)
  async function open(from: string) {
    const answer = await ask('POST', '/team/closings/end', { deskId: desk.id, from })
    if (answer.ok) onDone('Het team is die dagen weer open.')
  }
  return (
    <section class="vd-team" aria-labelledby={`team-${desk.id}`}>
      <h2 id={`team-${desk.id}`} class="nl-heading nl-heading--level-2">
        {desk.name}
      </h2>
      <p>
        {queue.waiting === 0 ? (
          'Er wacht niets in de wachtrij.'
        ) : (
          <a class="nl-link" href={`/werk/?lijst=team&team=${desk.id}`}>
            {queue.waiting === 1 ? '1 hulpvraag wacht' : `${queue.waiting} hulpvragen wachten`} op iemand
          </a>
        )}
        {queue.late > 0 && ' '}
        {queue.late > 0 && <span class="vd-count vd-count--late">{queue.late} te laat</span>}
      </p>
      {mayManage && queue.waiting > 0 && (
        <p>
          <a class="nl-button nl-button--secondary" href={`/werk/screening/?team=${desk.id}`}>
            Screeningsoverleg beginnen
          </a>
        </p>
      )}
      <Members desk={desk} mayManage={mayManage} onDone={onDone} />
      {may && <AbsenceForm desk={desk} mayManage={mayManage} onDone={onDone} />}
      <h3 class="nl-heading nl-heading--level-3">Gesloten</h3>
      {closings.length === 0 ? (
        <p>Er is geen sluiting gepland.</p>
      ) : (
        <ul class="vd-closings">
          {closings.map(({ from, until }) => (
            <li key={from}>
              {from === until ? formatDay(from) : `${formatDay(from)} tot en met ${formatDay(until)}`}
              {mayManage && (
                <button type="button" class="nl-button nl-button--subtle" onClick={() => void open(from)}>
                  Toch open<span class="vd-hidden"> vanaf {formatDay(from)}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayManage && (
        <>
          <details class="vd-unfold">
            <summary>Een sluiting noteren</summary>
            <ClosingForm desk={desk} onDone={onDone} />
          </details>
          <details class="vd-unfold">
            <summary>Norm per medewerker: {desk.norm === null ? 'geen' : desk.norm}</summary>
            <NormForm desk={desk} onDone={onDone} />
          </details>
        </>
      )}
    </section>
  )
}
