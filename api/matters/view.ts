/** What each party reads of a matter. What row-level security did not show is not there to be left out. */
import type { Selectable } from 'kysely'
import { alarmView } from '../alarms/view.ts'
import { linkView } from '../links/view.ts'
import { may } from '../permissions.ts'
import { openStatuses as openSignals } from '../signals/signal.ts'
import { screeningView, toView as signalView } from '../signals/view.ts'
import { toView as transferView } from '../transfers/view.ts'
import type { Viewer } from '../viewer.ts'
import { type Matter, mayReopen, openTo, type OpenWork, whyNotHandOut } from './matter.ts'
import type { Names } from './names.ts'
import type { MatterFile } from './read-queries.ts'
import type { Basis, MatterCommand, MatterView, MatterWay, MessageView, Person } from './schema.ts'
import type { MessageTable, PersonTable } from './table.ts'

/** What this viewer may do with the matter itself. */
export function commandsFor(
  matter: Pick<Matter, 'closedAt' | 'holder' | 'isDraft'>,
  viewer: Viewer,
  work: OpenWork,
): MatterCommand[] {
  if (!may(viewer, 'matter.hold')) return []
  const commands = openTo(matter, viewer.organizationId, work)
  return commands.length > 0 ? [...commands, 'issue_follow_code'] : []
}

/** How this viewer may hand the matter on from here, by the same rule that an offer is held to. */
function waysFor(
  matter: Pick<Matter, 'closedAt' | 'holder'>,
  viewer: Viewer,
  work: OpenWork,
  signalInHand: string | null,
): MatterWay[] {
  const open = (what: 'signal' | 'transfer', concluded: number) =>
    whyNotHandOut(matter, what, viewer.organizationId, work, concluded) === null
  return [
    ...(may(viewer, 'transfer.send') && open('transfer', signalInHand ? 1 : 0) ? ['offer_transfer' as const] : []),
    ...(may(viewer, 'signal.send') && open('signal', 0) ? ['send_signal' as const] : []),
  ]
}

export function matterView(file: MatterFile, viewer: Viewer, names: Names, now: Date): MatterView {
  const { matter } = file
  const law = { holder: matter.holder_org, closedAt: matter.closed_at, isDraft: matter.opened_at === null }
  const inHand = file.signals.find(
    ({ receiver_org, status }) =>
      receiver_org === viewer.organizationId && (status === 'taken' || status === 'waiting'),
  )
  const signalInHand = inHand?.id ?? null
  const work = workIn(file)
  const beside = (id: string, receiver: string, draft: boolean) => ({
    messages: file.messages
      .filter((message) => message.signal_id === id || message.transfer_id === id)
      .map((message) => messageView(message, names)),
    basis: draft ? basisFor(file, receiver) : null,
  })
  return {
    id: matter.id,
    reference: matter.reference,
    subject: matter.subject,
    groupSize: matter.group_size,
    theme: matter.theme,
    place: matter.place,
    state: matter.closed_at ? 'closed' : matter.opened_at ? 'open' : 'draft',
    holder: names.organization(matter.holder_org),
    sender: names.organization(matter.sender_org),
    person: file.person && personView(file.person),
    involvement: matter.involvement,
    involvementReason: matter.involvement_note,
    nextActOn: matter.next_act_on,
    nextAct: matter.next_act,
    outcome: matter.outcome,
    feedback: matter.feedback,
    openedAt: matter.opened_at?.toISOString() ?? null,
    closedAt: matter.closed_at?.toISOString() ?? null,
    followCodeIssuedAt: file.followCodeIssuedAt?.toISOString() ?? null,
    version: matter.version,
    commands: commandsFor(law, viewer, work),
    ways: matter.opened_at ? waysFor(law, viewer, work, signalInHand) : [],
    signalInHand,
    alarms: file.alarms.map(alarmView),
    signals: file.signals.map((row) =>
      signalView(
        row,
        viewer,
        names,
        {
          ...beside(row.id, row.receiver_org, row.status === 'draft'),
          screenings: file.screenings.filter(({ signalId }) => signalId === row.id).map(screeningView),
        },
        now,
      ),
    ),
    transfers: file.transfers.map((row) => {
      const seen = transferView(
        row,
        viewer,
        names,
        {
          ...beside(row.id, row.receiver_org, row.status === 'draft'),
          byLink: file.linkDesks.has(row.receiver_desk),
          links: file.links.filter((link) => link.transfer_id === row.id).map((link) => linkView(link, now)),
        },
        now,
      )
      // Reopening a transfer reopens its matter: what the matter would refuse is not offered.
      const asked = mayReopen(law, viewer.organizationId, work)
      return asked ? seen : { ...seen, commands: seen.commands.filter((command) => command !== 'reopen') }
    }),
    feedbackLines: file.feedback.map((line) => ({
      id: line.id,
      at: line.at.toISOString(),
      code: line.code,
      body: line.body,
      signalId: line.signal_id,
      transferId: line.transfer_id,
      unread: line.read_at === null,
    })),
    timeline: file.events.map((event) => ({
      id: event.id,
      at: event.at.toISOString(),
      type: event.type,
      toStatus: event.to_status,
      by: event.org_id ? names.organization(event.org_id) : null,
      member: names.colleague(event.member_id)?.name ?? null,
      signalId: event.signal_id,
      transferId: event.transfer_id,
    })),
  }
}

const workIn = (file: MatterFile): OpenWork => ({
  signals: file.signals.filter(({ status }) => (openSignals as readonly string[]).includes(status)).length,
  offers: file.transfers.filter(({ status }) => ['offered', 'accepted'].includes(status)).length,
  supports: file.transfers.filter(({ status }) => ['handed_over', 'started'].includes(status)).length,
})

const messageView = (message: Selectable<MessageTable>, names: Names): MessageView => ({
  at: message.at.toISOString(),
  from: names.organization(message.org_id),
  kind: message.kind,
  body: message.body,
})

const personView = (person: Selectable<PersonTable>): Person => ({
  name: person.name,
  phone: person.phone,
  mayCall: person.may_call,
  callWhen: person.call_when,
  voicemail: person.voicemail,
  interpreter: person.interpreter,
  wheelchair: person.wheelchair,
})

function basisFor(file: MatterFile, receiver: string): Basis | null {
  const basis = file.bases.find(({ recipient_org }) => recipient_org === receiver)
  if (!basis) return null
  const { ground, article, purpose, necessity } = basis
  return { ground: ground as Basis['ground'], article, purpose, necessity }
}
