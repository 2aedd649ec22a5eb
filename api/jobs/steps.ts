/** What the clock does, and how often: the table of contents of the jobs. */
import { forgetEndedSessions } from '../accounts/queries.ts'
import { forgetRequests } from '../audit/once-queries.ts'
import type { Deps } from '../deps.ts'
import { forgetDrafts } from '../matters/draft-clock.ts'
import { forgetPresence } from '../matters/presence-queries.ts'
import { forgetNotifications } from '../notifications/queries.ts'
import { deliverDue, sendDigests } from '../outbox/deliver.ts'
import type { Mail } from '../outbox/mail.ts'
import { forgetDeliveries } from '../partners/delivery-queries.ts'
import { tellSystems } from '../partners/deliver.ts'
import { eraseAddresses } from '../reports/clock.ts'
import { remindOfSignals } from '../signals/clock.ts'
import { forgetSheets } from '../signals/sheet-clock.ts'
import { endSilentTransfers, remindOfTransfers } from '../transfers/clock.ts'
import { forgetMisses, keepIndexInLine } from '../search/clock.ts'
import type { Step } from './loop.ts'

const DAY = 86_400
const ago = ({ now }: Pick<Deps, 'now'>, seconds: number) => new Date(now().getTime() - seconds * 1000)
const EVERY_MINUTE = '* * * * *'
const EVERY_TEN_MINUTES = '*/10 * * * *'

/** In this order when they run once: what ended and what is late is promised first, and delivered last. */
export const stepsOf = (deps: Deps, mail: Mail): Step[] => [
  {
    name: 'end silent transfers',
    cron: EVERY_MINUTE,
    run: async () => {
      const { expired, lapsed } = await endSilentTransfers(deps)
      return expired + lapsed
    },
  },
  { name: 'remind of transfers', cron: EVERY_MINUTE, run: () => remindOfTransfers(deps) },
  { name: 'remind of signals', cron: EVERY_MINUTE, run: () => remindOfSignals(deps) },
  { name: 'deliver', everySeconds: 3, run: (isStopping) => deliverDue(deps, mail, { isStopping }) },
  { name: 'tell systems', everySeconds: 3, run: (isStopping) => tellSystems(deps, { isStopping }) },
  { name: 'erase addresses', cron: EVERY_TEN_MINUTES, run: () => eraseAddresses(deps) },
  { name: 'forget sheets', cron: EVERY_TEN_MINUTES, run: () => forgetSheets(deps) },
  { name: 'forget drafts', cron: EVERY_TEN_MINUTES, run: () => forgetDrafts(deps) },
  { name: 'send digests', cron: EVERY_MINUTE, run: (isStopping) => sendDigests(deps, mail, isStopping) },
  { name: 'forget who looked', cron: EVERY_MINUTE, run: () => forgetPresence(deps.jobs, ago(deps, 90)) },
  {
    name: 'forget notifications',
    cron: EVERY_TEN_MINUTES,
    run: () => forgetNotifications(deps.jobs, ago(deps, 30 * DAY)),
  },
  { name: 'bring the index in line', everySeconds: 5, run: () => keepIndexInLine(deps) },
  { name: 'forget requests', cron: EVERY_TEN_MINUTES, run: () => forgetRequests(deps.jobs, ago(deps, 7 * DAY)) },
  { name: 'forget deliveries', cron: EVERY_TEN_MINUTES, run: () => forgetDeliveries(deps.jobs, ago(deps, 30 * DAY)) },
  { name: 'forget searches', cron: EVERY_TEN_MINUTES, run: () => forgetMisses(deps.jobs) },
  {
    name: 'forget sessions',
    cron: EVERY_TEN_MINUTES,
    run: async () => {
      await forgetEndedSessions(deps.jobs, deps.now())
      return 0
    },
  },
]
