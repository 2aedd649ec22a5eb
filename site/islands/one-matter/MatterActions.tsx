/** What the holder can do with the matter itself: the next act, another receiver, the handover card, closing. */
import { matterCommands, matterOutcomeWords, nextActWords } from '../../lib/matter-words.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { Commands } from './command/Commands.tsx'
import { matterForm } from './command/matter-commands.ts'
import { NextDesk } from './NextDesk.tsx'
import type { Shared } from './OneMatter.tsx'
import { Facts } from './piece.tsx'
import { waysOn } from './ways.ts'

export function MatterActions({ matter, desks, who, colleagues, names, onDone, onStale }: Shared) {
  const lines = matter.commands.flatMap((command) => {
    const form = matterForm(command)
    return form ? [{ command, label: matterCommands[command], form }] : []
  })
  const ways = waysOn(matter).filter((way) => way.signalId === null)
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
    <section class={`vd-piece${matter.nextAct ? ' vd-piece--due' : ''}`} aria-labelledby="hulpvraag-doen">
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
            <a
              key={way.href}
              class={`nl-button nl-button--${index === 0 && matter.nextAct ? 'primary' : 'secondary'}`}
              href={way.href}
            >
              {way.label}
            </a>
          ))}
        </p>
      )}
      <NextDesk matter={matter} desks={desks} />
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
