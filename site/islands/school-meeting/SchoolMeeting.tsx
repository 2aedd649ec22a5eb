/**
 * Meeting mode: several signals in one sitting. Each is a sheet that is kept while it is typed; at the end all of them
 * are looked over and sent, and the meeting is closed with who was there.
 */
import { useEffect, useState } from 'preact/hooks'
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { DesksView } from '../../../api/desks/schema.ts'
import type { MeetingView } from '../../../api/meetings/schema.ts'
import type { SheetsView, SheetView } from '../../../api/signals/sheet-schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { useFragment } from '../../lib/fragment.ts'
import type { Names } from '../../lib/names.ts'
import { guestWords, kindWords, whenWords } from '../../lib/school-words.ts'
import { leaveNothing, session } from '../../lib/session.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { beginning, type Typed } from '../../parts/signal-form/typed.ts'
import type { CrisisLine } from '../../parts/Urgency.tsx'
import { CloseMeeting } from './CloseMeeting.tsx'
import { Look } from './Look.tsx'
import { QuickForm } from './QuickForm.tsx'
import { SheetList } from './SheetList.tsx'

type Props = { names: Names; crisis: readonly CrisisLine[] }
type Facts = { who: SessionView; meeting: MeetingView; sheets: SheetView[]; desks: DesksView['desks'] }
type Mode = 'write' | 'look' | 'close' | 'closed'

export default function SchoolMeeting({ names, crisis }: Props) {
  const [meetingId, sheetId] = useFragment()
  const [facts, setFacts] = useState<Facts | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [mode, setMode] = useState<Mode>('write')
  /** The sheet on screen; null is a new one. `form` changes when another one comes on screen. */
  const [current, setCurrent] = useState<string | null>(sheetId || null)
  const [form, setForm] = useState(0)
  const [live, setLive] = useState<Typed | null>(null)

  async function read(): Promise<SheetView[]> {
    const who = await session()
    if (!who.ok) return (setProblem(who.problem), [])
    const [meeting, sheets, desks] = await Promise.all([
      ask<MeetingView>('GET', `/meetings/${meetingId}`),
      ask<SheetsView>('GET', '/sheets'),
      ask<DesksView>('GET', '/desks'),
    ])
    if (!meeting.ok) return (setProblem(meeting.problem), [])
    if (!sheets.ok) return (setProblem(sheets.problem), [])
    if (!desks.ok) return (setProblem(desks.problem), [])
    const own = sheets.value.sheets.filter((sheet) => sheet.meetingId === meetingId)
    setFacts({ who: who.value, meeting: meeting.value, sheets: own, desks: desks.value.desks })
    return own
  }
  useEffect(() => void read(), [meetingId])

  /** What is on screen is kept, and another comes on screen: as it was kept, or at once when it is empty. */
  async function show(id: string | null, to: Mode = 'write') {
    const kept = leaveNothing()
    if (id !== null || to !== 'write') {
      await kept
      await read()
    }
    setCurrent(id)
    setLive(null)
    setForm((count) => count + 1)
    setMode(to)
    await kept
    await read()
  }

  useEffect(() => {
    const next = (event: KeyboardEvent) => {
      if (mode !== 'write' || !(event.ctrlKey || event.metaKey) || event.key !== 'Enter') return
      event.preventDefault()
      void show(null)
    }
    addEventListener('keydown', next)
    return () => removeEventListener('keydown', next)
  }, [mode, meetingId])

  if (problem) return <Unreachable problem={problem} retry={() => location.reload()} />
  if (!facts) return <Loading what="Het overleg" />
  const { who, meeting, sheets, desks } = facts
  if (mode === 'closed' || meeting.state === 'held') return <Closed meeting={meeting} />
  const open = sheets.find(({ id }) => id === current) ?? null
  const start = {
    typed: open?.typed ?? beginning(who, { setting: meeting.kind }),
    sheet: open,
    meetingId: meeting.id,
    openMatterId: null,
  }
  return (
    <>
      <p>
        <a class="nl-link" href="/werk/school/">
          Schoolteam
        </a>
      </p>
      <h1 class="nl-heading nl-heading--level-1">Overleg: {kindWords[meeting.kind]}</h1>
      <p class="vd-matter__line">
        <span>{whenWords(meeting)}</span>
        {meeting.guests.map(({ role, desk }) => (
          <span key={role}>
            {guestWords[role]}: {desk?.name}
          </span>
        ))}
      </p>
      {mode === 'write' && (
        <div class="vd-sitting">
          <SheetList
            sheets={sheets}
            current={current}
            live={live}
            names={names}
            sent={meeting.lines.length}
            onShow={(id) => void show(id)}
            onLook={() => void show(null, 'look')}
          />
          <QuickForm
            key={form}
            start={start}
            desks={desks}
            names={names}
            crisis={crisis}
            onSheet={setCurrent}
            onTyped={setLive}
            onNext={() => void show(null)}
            onGone={() => void show(null)}
          />
        </div>
      )}
      {mode === 'look' && (
        <Look
          sheets={sheets}
          desks={desks}
          names={names}
          sent={meeting.lines.length}
          onSent={() => void read()}
          onShow={(id) => void show(id)}
          onClose={() => setMode('close')}
        />
      )}
      {mode === 'close' && (
        <CloseMeeting
          meeting={meeting}
          left={sheets.length}
          onDone={() => {
            setMode('closed')
            void read()
          }}
          onBack={() => setMode('look')}
        />
      )}
    </>
  )
}

const Closed = ({ meeting }: { meeting: MeetingView }) => (
  <>
    <h1 class="nl-heading nl-heading--level-1">Overleg: {kindWords[meeting.kind]}</h1>
    <Notice tone="ok" role="status" focus title="Dit overleg is afgesloten.">
      <p>
        {meeting.lines.length === 1
          ? 'Er is 1 signaal verstuurd.'
          : `Er zijn ${meeting.lines.length} signalen verstuurd.`}{' '}
        Wie er niet bij was, krijgt bericht dat er een verslag is.
      </p>
    </Notice>
    <p class="vd-actions">
      <a class="nl-button nl-button--primary" href="/werk/school/">
        Naar het schoolteam
      </a>
    </p>
  </>
)
