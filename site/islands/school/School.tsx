/** The page of a school support team: what waits for it, its meetings, and what became of what it sent. */
import { useEffect, useState } from 'preact/hooks'
import type { MeetingsView } from '../../../api/meetings/schema.ts'
import type { SentView } from '../../../api/signals/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { session } from '../../lib/session.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { Sheets } from '../../parts/Sheets.tsx'
import { Meetings } from './Meetings.tsx'
import { Questions } from './Questions.tsx'
import { SentList } from './SentList.tsx'

type Facts = { isSchool: boolean; meetings: MeetingsView; sent: SentView }

export default function School({ names }: { names: Names }) {
  const [facts, setFacts] = useState<Facts | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [done, setDone] = useState('')

  async function read(said = '') {
    setProblem(null)
    const who = await session()
    if (!who.ok) return setProblem(who.problem)
    const [meetings, sent] = await Promise.all([
      ask<MeetingsView>('GET', '/meetings'),
      ask<SentView>('GET', '/signals/sent'),
    ])
    if (!meetings.ok) return setProblem(meetings.problem)
    if (!sent.ok) return setProblem(sent.problem)
    setFacts({ isSchool: who.value.roles.includes('school_team'), meetings: meetings.value, sent: sent.value })
    setDone(said)
  }
  useEffect(() => void read(), [])

  const next = facts?.meetings.planned.find(({ commands }) => commands.includes('hold'))
  return (
    <>
      <div class="vd-title-row">
        <h1 class="nl-heading nl-heading--level-1">{facts && !facts.isSchool ? 'Schooloverleg' : 'Schoolteam'}</h1>
        {facts?.isSchool && (
          <p class="vd-actions">
            {next && (
              <a class="nl-button nl-button--primary" href={`/werk/school/overleg/#${next.id}`}>
                Overleg beginnen
              </a>
            )}
            <a class={`nl-button nl-button--${next ? 'secondary' : 'primary'}`} href="/werk/signaal/">
              Signaal sturen
            </a>
          </p>
        )}
      </div>
      {problem && <Unreachable problem={problem} retry={() => void read()} />}
      {!problem && !facts && <Loading what="De pagina van uw team" />}
      {done && <Notice key={done} tone="ok" role="status" focus title={done} />}
      {facts && (
        <>
          {facts.isSchool && <Questions items={facts.sent.items} names={names} />}
          <Meetings
            view={facts.meetings}
            isSchool={facts.isSchool}
            names={names}
            onChanged={(said) => void read(said)}
          />
          {facts.isSchool && <Sheets names={names} />}
          {facts.isSchool && <SentList items={facts.sent.items} names={names} />}
        </>
      )}
    </>
  )
}
