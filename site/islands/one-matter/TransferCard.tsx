/** One transfer: what is asked, the contact and who confirmed it, what to do with it now. */
import type { TransferView } from '../../../api/transfers/schema.ts'
import { momentWords, shortDay } from '../../lib/deadline.ts'
import { returnWords, urgencyWords } from '../../lib/signal-words.ts'
import {
  absenceWords,
  coldWords,
  contactHowWords,
  missedWords,
  presentWords,
  transferNow,
  transferOutcomeWords,
  transferStates,
} from '../../lib/transfer-words.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { Erased } from '../../parts/Erased.tsx'
import { reopenedByAlarm } from './Alarms.tsx'
import { Commands } from './command/Commands.tsx'
import { transferLine } from './command/transfer-commands.ts'
import { LinkBox } from './LinkBox.tsx'
import type { Shared } from './OneMatter.tsx'
import { isOnlyTerm } from './Head.tsx'
import { Call, Card, Facts, Messages } from './piece.tsx'
import { SafeCall } from './SafeCall.tsx'
import { Seen } from './Seen.tsx'

type Props = Shared & { transfer: TransferView; isFirst: boolean }

/** Between these somebody calls the resident: to plan, to be there, to begin. */
const callFollows: readonly TransferView['status'][] = ['accepted', 'handed_over', 'started']

export function TransferCard({ transfer, isFirst, matter, who, colleagues, names, onDone, onStale }: Props) {
  const elsewhere = reopenedByAlarm(matter)?.id === transfer.id ? 'reopen' : null
  const lines = transfer.commands.flatMap((command) =>
    command === elsewhere ? [] : (transferLine(command, transfer) ?? []),
  )
  const other = transfer.weAre === 'sender' ? transfer.to : transfer.from
  const name = transfer.warm ? 'Warme overdracht' : 'Overdracht zonder gesprek'
  return (
    <Card
      id={transfer.id}
      name={name}
      state={transferStates[transfer.status]}
      from={transfer.from}
      to={transfer.to}
      isFirst={isFirst}
    >
      <p class="vd-now">{nowOf(transfer)}</p>
      <Erased on={transfer.erasedOn} />
      {transfer.status === 'offered' && <LinkBox transfer={transfer} onDone={onDone} />}
      {transfer.dueBy && !isOnlyTerm(matter) && (
        <p>
          Uiterlijk <Deadline due={transfer.dueBy} />
        </p>
      )}
      {transfer.commands.includes('offer') && (
        <p class="vd-actions">
          <a class="nl-button nl-button--primary" href={`/werk/overdracht/#${matter.id}/${transfer.id}`}>
            Verder schrijven en aanbieden
          </a>
        </p>
      )}
      <Commands
        path={`/transfers/${transfer.id}`}
        lines={lines}
        version={transfer.version}
        context={{ who, colleagues, matter, signal: null, transfer }}
        names={names}
        onDone={onDone}
        onStale={onStale}
      />
      {callFollows.includes(transfer.status) && <SafeCall person={matter.person} />}
      {transfer.status === 'accepted' && <Contact transfer={transfer} />}
      {transfer.weAre === 'receiver' && ['accepted', 'handed_over', 'started'].includes(transfer.status) && (
        <p>
          <a class="nl-link" href={`/api/v1/transfers/${transfer.id}/copy`} download>
            Neem de gegevens over in uw eigen systeem
          </a>{' '}
          (bestand) of{' '}
          <a class="nl-link" href={`/werk/kopie/#${transfer.id}/${matter.id}`}>
            print de gegevens
          </a>
          . Wij leggen dit vast.
        </p>
      )}
      {transfer.status !== 'offered' && <LinkBox transfer={transfer} onDone={onDone} />}
      <Seen transfer={transfer} />
      <Messages messages={transfer.messages} />
      <Facts
        facts={[
          ['Uitkomst', transfer.outcome && transferOutcomeWords[transfer.outcome]],
          ['Terugkoppeling', transfer.feedback && <p class="vd-said">{transfer.feedback}</p>],
          ['Reden', transfer.reason && returnWords[transfer.reason]],
          ['Toelichting', transfer.reasonText],
          ['Beter adres', transfer.betterAddress],
          ['Wat wordt er gevraagd?', <p class="vd-said">{transfer.request}</p>],
          ['Waarom geen gesprek?', transfer.coldReason && coldWords[transfer.coldReason]],
          ['Spoed', urgencyWords[transfer.urgency]],
          ['Wie doet het?', transfer.caseworker && (transfer.caseworker.name ?? 'een collega daar')],
          ['Bij het gesprek', transfer.present.map((each) => presentWords[each]).join(', ')],
          ['Waarom zonder de inwoner?', transfer.absentReason && absenceWords[transfer.absentReason]],
          ['Wachttijd tot en met', transfer.waitingUntil && shortDay(transfer.waitingUntil)],
        ]}
      />
      <Call side={other} />
    </Card>
  )
}

/** Once there is a date, and once one side has confirmed, what is to be done changes, though the state does not. */
function nowOf({ status, weAre, confirmedBy, contactOn }: TransferView): string {
  if (status !== 'accepted') return transferNow[status][weAre]
  if (confirmedBy.length === 0) {
    if (!contactOn) return transferNow.accepted[weAre]
    return new Date(contactOn) > new Date()
      ? 'Het gesprek staat gepland. Bevestig daarna de overdracht: pas dan gaat de verantwoordelijkheid over.'
      : 'Het gesprek was gepland. Is het geweest? Bevestig de overdracht. Is het niet gelukt? Kies een nieuwe datum.'
  }
  return confirmedBy.includes(weAre)
    ? 'U hebt de overdracht bevestigd. Het wachten is op de ander.'
    : 'De ander heeft de overdracht bevestigd. Bevestigt u ook, dan gaat de verantwoordelijkheid over.'
}

function Contact({ transfer }: { transfer: TransferView }) {
  const { contactOn, contactHow, contactsMissed, contactMissedReason, confirmedBy } = transfer
  return (
    <div class="vd-contact">
      <h3 class="nl-heading nl-heading--level-3">Het gesprek met drie</h3>
      <p>
        {contactOn ? (
          <>
            <strong>{momentWords(contactOn)}</strong>
            {contactHow && `, ${contactHowWords[contactHow].toLowerCase()}`}
          </>
        ) : (
          'Er is nog geen gesprek gepland.'
        )}
      </p>
      <p>
        <a class="nl-link" href={`/api/v1/transfers/${transfer.id}/contact.ics`} download>
          {contactOn ? 'Zet het gesprek in uw agenda' : 'Zet de uiterste dag in uw agenda'}
        </a>
      </p>
      {contactsMissed > 0 && (
        <p>
          {contactsMissed === 1 ? 'Eén keer' : `${contactsMissed} keer`} niet gelukt
          {contactMissedReason && `: ${missedWords[contactMissedReason].toLowerCase()}`}.
        </p>
      )}
      <ul class="vd-confirmed" role="list">
        {(['sender', 'receiver'] as const).map((party) => (
          <li key={party} class={confirmedBy.includes(party) ? 'vd-confirmed--yes' : undefined}>
            {party === 'sender' ? 'Verzender' : 'Ontvanger'}
            {party === transfer.weAre && ' (u)'}: {confirmedBy.includes(party) ? 'bevestigd' : 'nog niet bevestigd'}
          </li>
        ))}
      </ul>
    </div>
  )
}
