/** What a list says about a service in a few words: access line, costs, where. Build time only. */
import type { PublishedService } from '../../api/publish/schema.ts'
import type { Frame, FrameWords } from './frame/index.ts'
import { ageWords, costLines } from './service-words.ts'
import { places, placesOf, targetGroupsOf } from './snapshot.ts'

/** Free for the resident: said in so many words, or every price is nought. Not known is not free. */
export function isFree(service: PublishedService): boolean {
  const prices = service.cost_options.map((option) => option.amount).filter((amount) => amount !== null)
  if (prices.length > 0) return prices.every((amount) => amount === 0)
  return /^\s*(gratis|kosteloos|geen kosten|er zijn geen kosten|free|no (fee|cost))\b/i.test(
    service.fees_description ?? '',
  )
}

/** What it costs in a few words; that it is not known is said too, so that nobody thinks it is free. */
export function costWords(service: PublishedService, frame: Pick<Frame, 'lang' | 't'>): string {
  const { facts } = frame.t
  if (isFree(service)) return facts.free
  const [first] = costLines(service, frame)
  if (!first) return facts.costUnknown
  const sentence = (/^.*?[^\d][.!?](?=\s|$)/.exec(first)?.[0] ?? first).replace(/\.$/, '')
  return sentence.length <= 60 ? sentence : facts.costSomething
}

/** Line 0 is said as "Zonder indicatie" only where no indication is needed; both facts come from the editor. */
export function accessWords(service: PublishedService, { lines }: FrameWords) {
  if (service.access_line === null) return lines[service.indication_required ? 2 : 'unknown']
  return lines[service.indication_required ? 2 : service.access_line]
}

export const needsNoIndication = (service: PublishedService) =>
  !service.indication_required && (service.access_line === 0 || service.access_line === null)

/** "Heel Nederland", "De hele gemeente", one or two villages by name, or how many. */
export function whereWords(service: PublishedService, { facts }: FrameWords): string | null {
  if (service.national) return facts.wholeCountry
  const names = placesOf(service).map((place) => place.name)
  if (names.length === 0) return service.service_at_locations[0]?.location.addresses[0]?.city ?? null
  if (names.length > 2 && names.length === places.length) return facts.wholeMunicipality
  if (names.length <= 2) return names.join(` ${facts.and} `)
  return facts.otherPlaces(names[0] ?? '', names.length - 1)
}

/** How it is given where there is no door to go to: by telephone or on a site. Null where there is one. */
export function reachWords(service: PublishedService, { facts }: FrameWords): string | null {
  if (service.service_at_locations.some(({ location }) => location.location_type === 'physical')) return null
  const [byPhone, online] = [service.phones.length > 0, service.url !== null]
  if (byPhone && online) return facts.byPhoneAndOnline
  return byPhone ? facts.byPhone : online ? facts.online : null
}

/** For whom, in a few words: its ages, or the groups it is made for. */
export function whoWords(service: PublishedService, { facts }: FrameWords): string {
  const ages = ageWords(service.minimum_age, service.maximum_age, facts)
  if (ages) return ages
  const names = targetGroupsOf(service).map((group) => group.name.replace(/ \(.*\)$/, ''))
  const groups = names.map((name, at) => (at > 0 ? insideSentence(name) : name))
  if (groups.length === 0) return facts.everyone
  return groups.length <= 2 ? groups.join(` ${facts.and} `) : `${groups.slice(0, 2).join(', ')} ${facts.andOthers}`
}

/** A name as it stands further on in a sentence: "mensen", but "LHBTI". */
const insideSentence = (name: string) => (/^\p{Lu}\p{Ll}/u.test(name) ? name[0]?.toLowerCase() + name.slice(1) : name)

/** The first sentence or two, for a list. */
export function summary(description: string, limit = 180): string {
  const plain = description.replace(/\s+/g, ' ').trim()
  if (plain.length <= limit) return plain
  const sentences = plain.match(/[^.!?]+[.!?]+(?=\s|$)/g) ?? []
  let text = ''
  for (const sentence of sentences) {
    if ((text + sentence).length > limit) break
    text += sentence
  }
  return text.trim() || `${plain.slice(0, plain.lastIndexOf(' ', limit))} …`
}

/** Four groups for theme and place pages, lightest help first (domain.md section 2). */
export function byLine(list: readonly PublishedService[], { lines }: FrameWords) {
  const groups = (['0', '1', '2', 'unknown'] as const).map((line) => ({
    line,
    words: lines[line === 'unknown' ? line : (Number(line) as 0 | 1 | 2)],
    services: list.filter((service) => groupOf(service) === line).toSorted((a, b) => rank(a) - rank(b)),
  }))
  return groups.filter((group) => group.services.length > 0)
}

/** What cannot wait first; what is for the whole country after what is near. */
const rank = (service: PublishedService) => (service.crisis ? 0 : service.national ? 2 : 1)

/** How light its help is, as a number to sort by: what needs a decision is line 2; 3 where nobody said. */
export const lineOf = (service: PublishedService): number => {
  const group = groupOf(service)
  return group === 'unknown' ? 3 : Number(group)
}

const groupOf = (service: PublishedService) =>
  service.indication_required
    ? '2'
    : service.access_line === null
      ? 'unknown'
      : (String(service.access_line) as '0' | '1' | '2')
