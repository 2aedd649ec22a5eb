/** The year of a school: the meetings that are planned and were held, who joins, and the report for who was not there. */
import { useState } from 'preact/hooks'
import type { MeetingsView, MeetingView } from '../../../api/meetings/schema.ts'
import type { Names } from '../../lib/names.ts'
import { guestWords, kindShort, whenWords } from '../../lib/school-words.ts'
import { urgencyWords } from '../../lib/signal-words.ts'
import { Cancel } from './Cancel.tsx'
import { Change } from './Change.tsx'
import { PlanMeetings } from './PlanMeetings.tsx'

type Props = { view: MeetingsView; isSchool: boolean; names: Names; onChanged: (said: string) => void }

export function Meetings({ view: { planned, held }, isSchool, names, onChanged }: Props) {
  const [planning, setPlanning] = useState(false)
  const missed = held.filter((meeting) => meeting.missed)
  return (
    <section aria-labelledby="overleggen" class="vd-list-section">
      <div class="vd-title-row">
        <h2 id="overleggen" class="nl-heading nl-heading--level-2">
          Overleggen ({planned.length})
        </h2>
        {isSchool && !planning && (
          <button type="button" class="nl-button nl-button--secondary" onClick={() => setPlanning(true)}>
            Overleggen plannen
          </button>
        )}
      </div>
      {planning && (
        <PlanMeetings
          names={names}
          last={
            planned.findLast(({ weAre }) => weAre === 'school') ?? held.find(({ weAre }) => weAre === 'school') ?? null
          }
          onDone={(said) => {
            setPlanning(false)
            onChanged(said)
          }}
          onCancel={() => setPlanning(false)}
        />
      )}
      {planned.length === 0 && !planning && (
        <p>
          {isSchool
            ? 'Er is geen overleg gepland. Plan het hele schooljaar in één keer.'
            : 'U bent nog niet gevraagd voor een overleg van een school.'}
        </p>
      )}
      <ul class="vd-meetings" role="list">
        {planned.map((meeting) => (
          <li key={meeting.id}>
            <Planned meeting={meeting} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      {missed.length > 0 && (
        <>
          <h3 class="nl-heading nl-heading--level-3">Verslagen van overleggen waar u niet bij was</h3>
          {missed.map((meeting) => (
            <Held key={meeting.id} meeting={meeting} names={names} open />
          ))}
        </>
      )}
      {held.length > missed.length && (
        <details class="vd-unfold">
          <summary>Geweest ({held.length - missed.length})</summary>
          {held
            .filter((meeting) => !meeting.missed)
            .map((meeting) => (
              <Held key={meeting.id} meeting={meeting} names={names} open={false} />
            ))}
        </details>
      )}
    </section>
  )
}

function Planned({ meeting, onChanged }: { meeting: MeetingView; onChanged: (said: string) => void }) {
  return (
    <>
      <p>
        <strong>{whenWords(meeting)}</strong>, {kindShort[meeting.kind]}
        {meeting.weAre === 'guest' && ` van ${meeting.school.organization.name}`}
        {meeting.room && `, ${meeting.room}`}
      </p>
      {meeting.guests.length > 0 && (
        <p class="vd-hint">
          Erbij:{' '}
          {meeting.guests.map(({ role, desk }) => `${guestWords[role].toLowerCase()} (${desk?.name ?? ''})`).join(', ')}
        </p>
      )}
      {meeting.commands.includes('hold') && (
        <p class="vd-actions">
          <a class="nl-link" href={`/werk/school/overleg/#${meeting.id}`}>
            {meeting.sheets > 0 ? `Verder met dit overleg (${meeting.sheets} niet verstuurd)` : 'Dit overleg beginnen'}
            <span class="vd-hidden">: {whenWords(meeting)}</span>
          </a>
          {meeting.commands.includes('change') && (
            <Change meeting={meeting} onDone={() => onChanged('Het overleg is gewijzigd.')} />
          )}
          <Cancel meeting={meeting} onDone={() => onChanged('Het overleg is geschrapt.')} />
        </p>
      )}
    </>
  )
}

function Held({ meeting, names, open }: { meeting: MeetingView; names: Names; open: boolean }) {
  const left = meeting.lines.length
  return (
    <article class="vd-piece" aria-label={`Overleg van ${whenWords(meeting)}`}>
      <p>
        <strong>{whenWords(meeting)}</strong>, {kindShort[meeting.kind]}
        {meeting.weAre === 'guest' && ` van ${meeting.school.organization.name}`}:{' '}
        {left === 0 ? 'geen signalen' : left === 1 ? '1 signaal' : `${left} signalen`}
      </p>
      {(open || left > 0) && (
        <ul>
          {meeting.lines.map((line, at) => (
            <li key={at}>
              {names.themes[line.theme] ?? line.theme}
              {line.collective && ', over een groep'}, {urgencyWords[line.urgency]}, naar {line.team}
            </li>
          ))}
        </ul>
      )}
      {meeting.report && <p class="vd-said">{meeting.report}</p>}
      {meeting.guests.some(({ present }) => present === false) && (
        <p class="vd-hint">
          Niet erbij:{' '}
          {meeting.guests
            .filter(({ present }) => present === false)
            .map(({ role }) => guestWords[role].toLowerCase())
            .join(', ')}
        </p>
      )}
    </article>
  )
}
