/** One signal: what was noticed, what was asked and answered, what to do with it now. */
import type { SignalView } from '../../../api/signals/schema.ts'
import {
  complexityWords,
  lifeDomainWords,
  outcomeWords,
  reasonWords,
  settingWords,
  signalCommands,
  signalNow,
  signalStates,
  urgencyWords,
} from '../../lib/signal-words.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { Erased } from '../../parts/Erased.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Commands } from './command/Commands.tsx'
import { signalForm } from './command/signal-commands.ts'
import type { Shared } from './OneMatter.tsx'
import { isOnlyTerm } from './Head.tsx'
import { Call, Card, Facts, Messages } from './piece.tsx'
import { SafeCall } from './SafeCall.tsx'
import { Screenings } from './Screenings.tsx'
import { waysOn } from './ways.ts'

type Props = Shared & { signal: SignalView; isFirst: boolean }

/** Who has it in hand calls the family. */
const callFollows: readonly SignalView['status'][] = ['taken', 'waiting']

export function SignalCard({ signal, isFirst, matter, who, colleagues, names, onDone, onStale }: Props) {
  const lines = signal.commands.flatMap((command) => {
    const form = signalForm(command)
    return form ? [{ command, label: signalCommands[command], form }] : []
  })
  const other = signal.weAre === 'sender' ? signal.to : signal.from
  return (
    <Card
      id={signal.id}
      name="Signaal"
      state={signalStates[signal.status]}
      from={signal.from}
      to={signal.to}
      isFirst={isFirst}
    >
      <p class="vd-now">{signalNow[signal.status][signal.weAre]}</p>
      <Erased on={signal.erasedOn} />
      {signal.dueBy && !isOnlyTerm(matter) && (
        <p>
          Uiterlijk <Deadline due={signal.dueBy} />
        </p>
      )}
      {signal.withdrawalAsked && (
        <Notice
          tone="warning"
          title={
            signal.weAre === 'sender' ? 'U vroeg om te stoppen.' : 'De verzender vraagt of het signaal kan stoppen.'
          }
        >
          <p class="vd-said">{signal.withdrawalAsked}</p>
        </Notice>
      )}
      {signal.commands.includes('send') && (
        <p class="vd-actions">
          <a class="nl-button nl-button--primary" href={`/werk/signaal/#${matter.id}/${signal.id}`}>
            Verder schrijven en versturen
          </a>
        </p>
      )}
      <Commands
        path={`/signals/${signal.id}`}
        lines={lines}
        links={waysOn(matter).filter((way) => way.signalId === signal.id)}
        version={signal.version}
        context={{ who, colleagues, matter, signal, transfer: null }}
        names={names}
        onDone={onDone}
        onStale={onStale}
      />
      {signal.weAre === 'receiver' && callFollows.includes(signal.status) && <SafeCall person={matter.person} />}
      <Screenings screenings={signal.screenings} />
      <Messages messages={signal.messages} />
      <Facts
        facts={[
          ['Uitkomst', signal.outcome && outcomeWords[signal.outcome]],
          ['Terugkoppeling', signal.feedback && <Said text={signal.feedback} />],
          ['Reden', signal.reason ? reasonWords[signal.reason] : null],
          ['Toelichting', signal.reasonText],
          ['Beter adres', signal.betterAddress],
          ['Wat is er gezien?', <Said text={signal.noticed} />],
          ['Wat is er al geprobeerd?', signal.tried && <Said text={signal.tried} />],
          ['Leefgebieden', signal.lifeDomains.map((each) => lifeDomainWords[each]).join(', ')],
          ['Hoe ingewikkeld?', complexityWords[signal.complexity]],
          ['Waar kwam het op?', settingWords[signal.setting]],
          ['Spoed', urgencyWords[signal.urgency]],
          ['Wie doet het?', signal.assignee && (signal.assignee.name ?? 'een collega daar')],
        ]}
      />
      <Call side={other} />
    </Card>
  )
}

const Said = ({ text }: { text: string }) => <p class="vd-said">{text}</p>
