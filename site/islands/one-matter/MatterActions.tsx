/** What the holder can do with the matter itself: the next act, another receiver, the handover card, closing. */
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { MatterView } from '../../../api/matters/schema.ts'
import { matterCommands, matterOutcomeWords, nextActWords } from '../../lib/matter-words.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { Commands } from './command/Commands.tsx'
import { matterForm } from './command/matter-commands.ts'
import type { Shared } from './OneMatter.tsx'
import { Facts } from './piece.tsx'

export function MatterActions({ matter, who, colleagues, names, onDone, onStale }: Shared) {
  const lines = matter.commands.flatMap((command) => {
    const form = matterForm(command)
    return form ? [{ command, label: matterCommands[command], form }] : []
  })
  const ways = waysOn(matter, who)
  if (matter.state === 'closed') {
    return (
      <section class="vd-piece" aria-labelledby="afgesloten">
        <h2 id="afgesloten" class="nl-heading nl-heading--level-2">
          Afgesloten
        </h2>
        <Facts
          facts={[
            ['Uitkomst', matter.outcome && matterOutcomeWords[matter.outcome]],
            ['Terugkoppeling', matter.feedback && <p class="vd-said">{matter.feedback}</p>],
          ]}
        />
      </section>
    )
  }
  if (lines.length + ways.length === 0) return null
  return (
    <section class="vd-piece vd-piece--matter" aria-labelledby="hulpvraag-doen">
      <h2 id="hulpvraag-doen" class="nl-heading nl-heading--level-2">
        {matter.nextAct ? 'Volgende stap' : 'Met deze hulpvraag'}
      </h2>
      {matter.nextAct && matter.nextActOn && (
        <p class="vd-now">
          {nextActWords[matter.nextAct]}: <Deadline due={matter.nextActOn} />
        </p>
      )}
      {ways.length > 0 && (
        <p class="vd-actions">
          {ways.map((way, index) => (
            <a key={way.href} class={`nl-button nl-button--${index === 0 && way.main ? 'primary' : 'secondary'}`} href={way.href}>
              {way.label}
            </a>
          ))}
        </p>
      )}
      <Commands
        path={`/matters/${matter.id}`}
        lines={lines}
        version={matter.version}
        context={{ who, colleagues, matter, signal: null, transfer: null }}
        names={names}
        onDone={onDone}
        onStale={onStale}
      />
    </section>
  )
}

type Way = { label: string; href: string; main: boolean }

/** Pages of their own from here. The API refuses what the law does not allow; these follow the same rule (`handOut`). */
function waysOn(matter: MatterView, who: SessionView): Way[] {
  if (!matter.holder.isUs || matter.state !== 'open') return []
  const ours = matter.signals.find((signal) => signal.weAre === 'receiver' && ['taken', 'waiting'].includes(signal.status))
  const waits = matter.signals.some((signal) => signal !== ours && ['sent', 'taken', 'waiting'].includes(signal.status))
  const offered = matter.transfers.some((transfer) => ['offered', 'accepted'].includes(transfer.status))
  const supports = matter.transfers.some((transfer) => ['handed_over', 'started'].includes(transfer.status))
  // The signal it grows from, or the transfer that came back: what was written there is offered again.
  const back = matter.transfers.findLast((transfer) => ['declined', 'expired', 'withdrawn'].includes(transfer.status))
  const from = ours?.id ?? back?.id
  const mayTransfer = who.roles.some((role) => role !== 'school_team' && transferring.has(role))

  const ways: Way[] = []
  if (!waits && !offered && mayTransfer) {
    const label = supports ? 'Verder overdragen' : back && !ours ? 'Opnieuw aanbieden' : 'Overdracht aanbieden'
    ways.push({ label, href: `/werk/overdracht/#${matter.id}${from ? `/${from}` : ''}`, main: !supports })
  }
  if (!waits && !ours && !offered && !supports) {
    ways.push({ label: 'Signaal aan een ander team', href: `/werk/signaal/#${matter.id}`, main: !mayTransfer })
  }
  if (matter.commands.includes('issue_follow_code')) {
    ways.push({ label: matterCommands.issue_follow_code, href: `/werk/kaart/#${matter.id}`, main: false })
  }
  return ways
}

const transferring = new Set<SessionView['roles'][number]>(['worker', 'desk_member', 'team_lead', 'consultant', 'crisis_manager'])
