/** Signals and transfers of the demo municipality in every state, so that each screen has something to show. */
import type { Deps } from '../../deps.ts'
import { issueFollowCode } from '../../matters/actions.ts'
import * as signals from '../../signals/actions.ts'
import * as transfers from '../../transfers/actions.ts'
import { accepted, again, ago, as, draftOf, drafted, handedOver, offered, planned, sent, taken } from './play.ts'
import { stories } from './stories.ts'

const { lunch, absence, separation, carer, letters, lonely, square } = stories

/**
 * Plays the stories that are not there yet, each to the state it is shown in. A story is one matter, so `there`, the
 * number of matters found, says where a start that was broken off goes on. Gives how many were played.
 */
export async function loadDemoWork(deps: Deps, there: number): Promise<number> {
  const missing = [...signalPlays, ...offerPlays, ...supportPlays].slice(there)
  for (const play of missing) await play(deps)
  return missing.length
}

type Play = (deps: Deps) => Promise<unknown>

const signalPlays: Play[] = [
  (deps) => draftOf(deps, 1, separation),
  (deps) => sent(deps, 0.25, lunch),
  (deps) => sent(deps, 1, absence),
  (deps) => sent(deps, 8, letters),
  (deps) => taken(deps, 2, square),
  async (deps) => {
    const { id } = await taken(deps, 3, lonely)
    const question = 'Is er familie in de buurt die wij mogen bellen?'
    await signals.askSender(ago(deps, 2), as('teamZuid'), id, { question })
  },
  async (deps) => {
    const { id } = await sent(deps, 6, { ...carer, to: 'teamNoord', taker: 'teamNoord' })
    const betterAddress = 'Team Lindeveen-Zuid, want deze inwoner woont in Zuiderlinde.'
    await signals.sendBackSignal(ago(deps, 5), as('teamNoord'), id, { reason: 'outside_area', betterAddress })
  },
  async (deps) => {
    const { id } = await sent(deps, 5, separation)
    await signals.withdrawSignal(ago(deps, 4), as('school'), id, {
      reason: 'De ouders hebben zelf al hulp gevonden en willen nu geen contact.',
    })
  },
  async (deps) => {
    const { id } = await taken(deps, 12, lonely)
    await signals.concludeSignal(ago(deps, 9), as('teamZuid'), id, {
      outcome: 'line0_answered',
      reason: null,
      feedback: 'Wij zijn langsgegaan. Een vrijwilliger van de eettafel haalt deze inwoner nu elke woensdag op.',
      next: 'close',
    })
  },
]

const offerPlays: Play[] = [
  (deps) => drafted(deps, 3, letters, 'thuisadministratie'),
  (deps) => offered(deps, 2, absence, 'jeugdhulp'),
  (deps) => planned(deps, 4, separation, 'opvoedhulp'),
  // Nobody answers: the clock ends it as soon as the house runs.
  (deps) => offered(deps, 14, carer, 'mantelzorg'),
  async (deps) => {
    const { id } = await offered(deps, 5, lunch, 'schuldhulp')
    await transfers.declineTransfer(ago(deps, 3), as('schuldhulp'), id, {
      reason: 'no_capacity',
      betterAddress: 'Thuisadministratie Lindeveen kan deze maand wel beginnen.',
    })
  },
  async (deps) => {
    const { id } = await offered(deps, 7, lonely, 'welzijn')
    await transfers.withdrawTransfer(ago(deps, 5), as('teamZuid'), id, {
      reason: 'De inwoner wil bij nader inzien liever zelf bellen.',
    })
  },
]

const supportPlays: Play[] = [
  (deps) =>
    accepted(
      deps,
      6,
      { ...letters, request: 'Kunt u met spoed helpen om uithuiszetting te voorkomen?' },
      'thuisadministratie',
      true,
    ),
  async (deps) => {
    const { id } = await handedOver(deps, 9, carer, 'mantelzorg')
    const until = new Date(deps.now().getTime() + 21 * 24 * 3_600_000).toISOString().slice(0, 10)
    await transfers.reportWaiting(ago(deps, 3), as('mantelzorg'), id, { until })
  },
  async (deps) => {
    const { id, matterId } = await handedOver(deps, 16, lunch, 'schuldhulp')
    await transfers.startSupport(ago(deps, 8), as('schuldhulp'), id, {})
    await issueFollowCode(ago(deps, 8), as('schuldhulp'), matterId, {})
  },
  async (deps) => {
    const { id, matterId } = await handedOver(deps, 30, separation, 'opvoedhulp')
    await transfers.startSupport(ago(deps, 22), as('opvoedhulp'), id, {})
    await transfers.closeTransfer(ago(deps, 4), as('opvoedhulp'), id, {
      outcome: 'helped',
      feedback: 'De ouders hebben een ouderschapsplan. Het kind doet mee met de groep op school.',
      next: 'close',
    })
    return matterId
  },
  // Passed on: the first receiver becomes sender, and its own transfer closes at the next hand-over.
  async (deps) => {
    const { id, matterId } = await handedOver(deps, 20, absence, 'jeugdhulp')
    await transfers.startSupport(ago(deps, 12), as('jeugdhulp'), id, {})
    const next = await again(deps, 6, { ...absence, taker: 'jeugdhulp' }, 'ggz', { matterId })
    await transfers.offerTransfer(ago(deps, 6), as('jeugdhulp'), next.id, { feedback: null })
    await transfers.acceptTransfer(ago(deps, 5), as('ggz'), next.id, {})
    for (const who of ['jeugdhulp', 'ggz'] as const) {
      await transfers.confirmContact(ago(deps, 2), as(who), next.id, {
        present: ['resident', 'sender', 'receiver', 'own_network'],
        absentReason: null,
      })
    }
  },
]
