/** Sentences about one service, made from its HSDS fields. Pure; build time only. */
import type { PublishedLocation, PublishedService } from '../../api/publish/schema.ts'
import type { Frame, FrameWords } from './frame/index.ts'
import { languageName } from './language-names.ts'

/** "Van 18 tot en met 65 jaar", or null where age does not matter. */
export function ageWords(minimum: number | null, maximum: number | null, words: FrameWords['facts']): string | null {
  const from = minimum !== null && minimum > 0 ? minimum : null
  const to = maximum !== null && maximum < 110 ? maximum : null
  if (from !== null && to !== null) return words.ages(from, to)
  if (from !== null) return words.agesFrom(from)
  if (to !== null) return words.agesTo(to)
  return null
}

const money = (currency: string | null, lang: Frame['lang']) =>
  new Intl.NumberFormat(lang === 'en' ? 'en-NL' : 'nl-NL', {
    style: 'currency',
    currency: /^[A-Z]{3}$/.test(currency ?? '') ? (currency ?? 'EUR') : 'EUR',
  })

/** One line per price: "€ 2,50 per keer", "Gratis". What is said twice in the fields is said once on the page. */
export function costLines(service: PublishedService, { lang, t }: Pick<Frame, 'lang' | 't'>): string[] {
  const options = service.cost_options.map(({ option, amount, amount_description, currency }) => {
    const price = amount === null ? null : amount === 0 ? t.facts.free : money(currency, lang).format(amount)
    const said = lang !== 'nl' && saysFree(amount_description) ? null : amount_description
    // The editor's own words name the amount already: "€ 3 per keer; de eerste keer gratis".
    const isNamed = /€|\bgratis\b/i.test(said ?? '')
    const words = [...new Set([isNamed ? null : price, said].filter(Boolean))].join(' ')
    return [option, words].filter(Boolean).join(': ')
  })
  const saidInOptions = lang !== 'nl' && saysFree(service.fees_description) && options.length > 0
  const lines = [saidInOptions ? '' : (service.fees_description ?? ''), ...options]
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.filter((line, at) => !lines.some((other, before) => before < at && saysToo(other, line)))
}

/** Nothing but that it is free: said in the language of the page instead. */
const saysFree = (text: string | null) => /^gratis\.?$/i.test(text ?? '')

/** An earlier line already says it: "Gratis. Ook het eten." says "Gratis". */
const saysToo = (earlier: string, line: string) => earlier.toLowerCase().startsWith(line.toLowerCase())

/** Names of languages; a code that we do not know is shown as the package wrote it. */
export function languageLines(service: PublishedService, lang: Frame['lang']): string[] {
  return service.languages
    .map((language) => {
      const name = languageName((language.code ?? '').toLowerCase(), lang) ?? language.name ?? language.code ?? ''
      return language.note ? `${name} (${language.note})` : name
    })
    .filter((name) => name !== '')
}

/** Street, postcode and town as on an envelope; country only where it is not the Netherlands. */
export function addressLines(location: PublishedLocation): string[] {
  const address = location.addresses.find((one) => one.address_type !== 'postal') ?? location.addresses[0]
  if (!address) return []
  const town =
    address.country === 'NL'
      ? `${address.postal_code} ${address.city}`
      : [address.city, [address.state_province, address.postal_code].filter(Boolean).join(' ')]
          .filter(Boolean)
          .join(', ')
  return [address.address_1, address.address_2 ?? '', town.trim()].filter((line) => line !== '')
}
