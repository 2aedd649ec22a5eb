/**
 * The one thing to do now, as the button on every service. In a crisis: call. Else an indication comes first: a number
 * to call raises false hope when a decision is needed. Then: walk in, call, sign up, mail.
 */
import type { PublishedService, Schedule } from '../../api/publish/schema.ts'
import type { FrameWords } from './frame/index.ts'
import { telephone } from './telephone.ts'

export { telephone }

export type NextStep = {
  kind: 'referral' | 'call' | 'walk_in' | 'sign_up' | 'none'
  label: string
  href: string
  /** One line under the button. */
  text: string
}

export function nextStep(
  service: PublishedService,
  organization: { phones: PublishedService['phones'] },
  { step }: Pick<FrameWords, 'step'>,
): NextStep {
  const phone = firstPhone(service, organization)
  // In a crisis nobody is sent for a referral first; what the editor says about who to call stands under the button.
  if (service.crisis && phone) {
    return {
      kind: 'call',
      label: step.call(phone.number),
      href: telephone(phone.number),
      text: service.application_process ?? '',
    }
  }
  if (service.indication_required || service.access_line === 2) {
    return {
      kind: 'referral',
      label: service.access_line === 2 ? step.referral : step.decision,
      href: '#aanmelden',
      text: step.howToBegin,
    }
  }
  if (walksIn(service)) {
    return { kind: 'walk_in', label: step.walkIn, href: '#waar', text: step.noAppointment }
  }
  if (phone) {
    return {
      kind: 'call',
      label: step.call(phone.number),
      href: telephone(phone.number),
      text: phone.description ?? '',
    }
  }
  if (service.url) return { kind: 'sign_up', label: step.signUp, href: service.url, text: step.ownSite }
  if (service.email) {
    return {
      kind: 'sign_up',
      label: step.signUp,
      href: `mailto:${service.email}`,
      text: step.mailTo(service.email),
    }
  }
  return { kind: 'none', label: step.askUs, href: '/contact/', text: step.noNumber }
}

/** Where the button leads from another page than the service's own. */
export const hrefFrom = (page: string, step: Pick<NextStep, 'href'>): string =>
  step.href.startsWith('#') ? page + step.href : step.href

/** A number to call: of the service, of where it is, of its organisation. Fax and text numbers are no way in. */
export function firstPhone(service: PublishedService, organization: { phones: PublishedService['phones'] }) {
  const all = [
    ...service.phones,
    ...service.contacts.flatMap((contact) => contact.phones),
    ...service.service_at_locations.flatMap((at) => [...at.phones, ...at.location.phones]),
    ...organization.phones,
  ]
  return all.find((phone) => !/fax|sms|text|tty/i.test(phone.type ?? ''))
}

/** Walk in: the way to apply says so, and there is a door. */
function walksIn(service: PublishedService): boolean {
  const words = [service.application_process, ...allSchedules(service).flatMap((s) => [s.description, s.notes])]
  const says = words.some((text) =>
    /\b(loop\w* (gewoon )?binnen|binnenlopen|inloop\w*|zonder afspraak|walk[- ]?in)\b/i.test(text ?? ''),
  )
  return says && service.service_at_locations.some((at) => at.location.addresses.length > 0)
}

export function allSchedules(service: PublishedService): Schedule[] {
  return [
    ...service.schedules,
    ...service.service_at_locations.flatMap((at) => [...at.schedules, ...at.location.schedules]),
  ]
}
