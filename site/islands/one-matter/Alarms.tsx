/** What the resident said with the code: stands on top until somebody answers. */
import type { AlarmView } from '../../../api/alarms/schema.ts'
import type { MatterView } from '../../../api/matters/schema.ts'
import { alarmAnswerWords, alarmWords } from '../../lib/alarm-words.ts'
import { momentWords, shortDay } from '../../lib/deadline.ts'
import { answerForm } from './command/alarm-commands.ts'
import { Commands } from './command/Commands.tsx'
import { transferLine } from './command/transfer-commands.ts'
import type { Shared } from './OneMatter.tsx'
import { SafeCall } from './SafeCall.tsx'

export function Alarms({ matter, who, colleagues, names, onDone, onStale }: Shared) {
  const open = matter.alarms.filter((alarm) => alarm.answer === null)
  const answered = matter.alarms.filter((alarm) => alarm.answer !== null)
  if (matter.alarms.length === 0) return null
  return (
    <section class={`vd-piece${open.length > 0 ? ' vd-piece--alarm' : ''}`} aria-labelledby="inwoner-meldt">
      <h2 id="inwoner-meldt" class="nl-heading nl-heading--level-2">
        De inwoner meldt
      </h2>
      {open.map((alarm) => {
        const transfer = alarm.kind === 'not_helped' ? reopenedByAlarm(matter) : undefined
        return (
          <div key={alarm.kind} class="vd-alarm">
            <Said alarm={alarm} />
            <SafeCall person={matter.person} />
            {matter.commands.length > 0 || matter.state === 'closed' ? (
              <Commands
                path={`/matters/${matter.id}`}
                lines={[
                  {
                    command: 'answer_alarm',
                    label: 'Beantwoorden',
                    form: answerForm,
                    also: { kind: alarm.kind },
                  },
                ]}
                version={matter.version}
                context={{ who, colleagues, matter, signal: null, transfer: null }}
                names={names}
                onDone={onDone}
                onStale={onStale}
              />
            ) : null}
            {transfer && (
              <>
                <p>U kunt de hulp ook heropenen. Dan is deze melding meteen beantwoord.</p>
                <Commands
                  path={`/transfers/${transfer.id}`}
                  lines={[transferLine('reopen', transfer)].filter((line) => line !== null)}
                  version={transfer.version}
                  context={{ who, colleagues, matter, signal: null, transfer }}
                  names={names}
                  onDone={onDone}
                  onStale={onStale}
                />
              </>
            )}
          </div>
        )
      })}
      {answered.length > 0 && (
        <details class="vd-more">
          <summary>Beantwoord ({answered.length})</summary>
          {answered.map((alarm) => (
            <div key={alarm.raisedAt} class="vd-alarm">
              <Said alarm={alarm} />
              <p>
                {alarm.answer && alarmAnswerWords[alarm.answer]}
                {alarm.answerOn && `: ${shortDay(alarm.answerOn)}`}
                {alarm.answeredAt && ` (${momentWords(alarm.answeredAt)})`}
              </p>
            </div>
          ))}
        </details>
      )}
    </section>
  )
}

/** The support that a resident says did not help, and that may be reopened: beside what they said, and nowhere else. */
export function reopenedByAlarm({ alarms, transfers }: MatterView) {
  const says = alarms.some(({ kind, answer }) => kind === 'not_helped' && answer === null)
  return says ? transfers.find(({ commands }) => commands.includes('reopen')) : undefined
}

const Said = ({ alarm }: { alarm: AlarmView }) => (
  <>
    <p>
      <strong>{alarmWords[alarm.kind]}</strong> <time dateTime={alarm.raisedAt}>{momentWords(alarm.raisedAt)}</time>
    </p>
    {alarm.words && <p class="vd-said">{alarm.words}</p>}
  </>
)
