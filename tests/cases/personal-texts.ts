/**
 * Texts as workers write them, made by rules: half hold what points at a person, in the ways people spell it, half hold
 * what only looks like it. The same seed gives the same texts.
 */
import type { PersonalKind } from '../../api/text.ts'

export type Text = { text: string; kind: PersonalKind | null }

export const THIS_YEAR = 2026

/** Numbers from a seed, below the bound that is asked for. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export function personalTexts(count: number, seed: number): Text[] {
  const next = numbers(seed)
  const one = <Value>(list: readonly Value[]): Value => list[next(list.length)] as Value
  const from = (low: number, high: number) => low + next(high - low + 1)
  const digits = (length: number) => Array.from({ length }, () => next(10)).join('')
  const two = (value: number) => String(value).padStart(2, '0')
  const letters = () => one(['AB', 'CD', 'XK', 'ZE', 'RW', 'GJ', 'PN'])
  const street = () => one(['Kerkstraat', 'Veenlaan', 'Molenweg', 'Burg. de Vosstraat', 'Hoofdweg'])
  const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
  const short = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
  const passes = (number: string) =>
    [...number].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0
  function bsn(passing = true): string {
    for (;;) {
      const number = digits(9)
      if (number !== '000000000' && passes(number) === passing) return number
    }
  }
  const other = (): string => {
    const number = bsn(false)
    return number.startsWith('6') || number.startsWith('0') ? other() : number
  }
  const parts = (number: string, sizes: readonly number[], between: string) => {
    let at = 0
    return sizes.map((size) => number.slice(at, (at += size))).join(between)
  }
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
  const mobile = () => `6${from(1, 9)}${digits(7)}`
  const area = () => one(['0592', '0591', '0523'])
  const day = () => from(1, 28)
  const month = () => from(1, 12)
  const born = () => from(1935, 2024)

  const personal: Record<PersonalKind, (() => string)[]> = {
    bsn: [
      bsn,
      () => parts(bsn(), [3, 3, 3], ' '),
      () => parts(bsn(), [4, 2, 3], '.'),
      () => parts(bsn(), [3, 3, 3], '-'),
      () => parts(bsn(), [2, 2, 2, 3], ' '),
      () => `BSN: ${bsn()}`,
      () => `burgerservicenummer ${parts(bsn(), [4, 5], ' ')}`,
      () => wide(bsn()),
      () => parts(bsn(), [3, 3, 3], '\u00a0'),
      () => parts(bsn(), [3, 6], '\u200b'),
      () => `(${bsn()})`,
    ],
    phone: [
      () => `0${mobile()}`,
      () => `06-${digits(8)}`,
      () => `06 - ${parts(digits(8), [2, 2, 2, 2], ' ')}`,
      () => `06 ${parts(digits(8), [4, 4], ' ')}`,
      () => `06.${parts(digits(8), [2, 2, 2, 2], '.')}`,
      () => `06/${digits(8)}`,
      () => `06\u2013${digits(8)}`,
      () => `(06) ${digits(8)}`,
      () => `(06)${digits(8)}`,
      () => `061${parts(digits(7), [3, 2, 2], ' ')}`,
      () => `+31 6 ${digits(8)}`,
      () => `+31(0)6 ${digits(8)}`,
      () => `+31-6-${digits(8)}`,
      () => `00316${digits(8)}`,
      () => `0031 (0)592 ${digits(6)}`,
      () => `${area()}-${digits(6)}`,
      () => `(${area()}) ${parts(digits(6), [2, 2, 2], ' ')}`,
      () => `${area()} ${parts(digits(6), [3, 3], ' ')}`,
      () => `tel. 050-${digits(7)}`,
      () => `050 ${parts(digits(7), [3, 4], ' ')}`,
      () => `085-${digits(7)}`,
      () => `+32 470 ${parts(digits(6), [2, 2, 2], ' ')}`,
      () => `+49 151 ${digits(8)}`,
      () => wide(`06${digits(8)}`),
    ],
    email: [
      () => `j.jansen${next(99)}@voorbeeld.nl`,
      () => `moeder_${next(99)}@mail.voorbeeld.com`,
      () => 'MOEDER@VOORBEELD.NL',
      () => `jansen+school${next(99)}@voorbeeld.co.uk`,
      () => 'jansen (at) voorbeeld.nl',
      () => 'jansen[at]voorbeeld.nl',
      () => 'jansen(a)voorbeeld.nl',
      () => 'jansen @voorbeeld.nl',
      () => 'jansen@ voorbeeld.nl',
      () => `jansen${next(99)} apenstaartje voorbeeld.nl`,
      () => 'jansen at voorbeeld punt nl',
      () => 'mail naar <vader@voorbeeld.nl>',
    ],
    address: [
      () => `${from(1000, 9999)} ${letters()} ${from(1, 300)}`,
      () => `${from(1000, 9999)}${letters()}${from(1, 300)}`,
      () => `${from(1000, 9999)}${letters().toLowerCase()} ${from(1, 300)}`,
      () => `${from(1000, 9999)} ${letters().toLowerCase()} ${from(1, 300)}`,
      () => `${from(1000, 9999)}${letters()}-${from(1, 300)}`,
      () => `${from(1000, 9999)} ${letters()}, nr. ${from(1, 300)}`,
      () => `${from(1000, 9999)} ${letters()} huisnummer ${from(1, 300)}`,
      () => `${from(1000, 9999)} ${letters()} (${from(1, 300)})`,
      () => `${from(1000, 9999)}${letters()} nummer ${from(1, 300)}b`,
      () => `${street()} ${from(1, 300)}, ${from(1000, 9999)} ${letters()}`,
      () => `${street()} ${from(1, 300)}a ${from(1000, 9999)}${letters()}`,
      () => `${street()} ${from(1, 300)}-${from(1, 9)}, ${from(1000, 9999)} ${letters()}`,
      () => `${from(1000, 9999)} ${letters()}, ${street()} ${from(1, 300)}`,
      () => `${street()} ${from(1, 300)}\n${from(1000, 9999)} ${letters()} Lindeveen`,
      () => `${from(1000, 9999)} ${letters()} Lindeveen, ${street()} ${from(1, 300)}`,
    ],
    birth_date: [
      () => `geboren op ${day()}-${month()}-${from(1935, THIS_YEAR)}`,
      () => `geb. ${two(day())}/${two(month())}/${from(1935, THIS_YEAR)}`,
      () => `geboren ${day()} ${one(months)} ${from(1935, THIS_YEAR)}`,
      () => `geb ${day()} ${one(short)} ${from(1935, THIS_YEAR)}`,
      () => `geboortedatum: ${two(day())}-${two(month())}-${two(from(40, 99))}`,
      () => `geb.dat. ${two(day())}${two(month())}${from(1935, THIS_YEAR)}`,
      () => `geboortedatum ${two(day())}.${two(month())}.${born()}`,
      () => `is op ${day()} ${one(months)} ${born()} geboren`,
      () => `geboren ${day()} ${one(months)} '${two(from(10, 24))}`,
      () => `(${two(day())}-${two(month())}-${born()})`,
      () => `${born()}-${two(month())}-${two(day())}`,
      () => `${day()} ${one(months)} ${born()}`,
      () => `${day()} ${one(short)}. ${born()}`,
      () => `${day()}/${month()}/${born()}`,
      () => `*${day()}-${month()}-${born()}`,
      () => `GB ${two(day())}-${two(month())}-${born()}`,
      () => wide(`${two(day())}-${two(month())}-${born()}`),
    ],
  }

  const innocent: (() => string)[] = [
    () => `Het gezin heeft € ${from(1, 30)}.${digits(3)} schuld`,
    () => `De schuld is ${digits(5)} euro en ${from(1, 99)} cent, € ${from(1, 9)}.${digits(3)},${digits(2)} per jaar`,
    () => `Zij wonen in de wijk met postcode ${from(1000, 9999)}`,
    () => `Het gaat om het gebied ${from(1000, 9999)} ${letters()}`,
    () => `Een leerling van ${from(4, 18)} jaar in groep ${from(1, 7)}/${from(2, 8)}`,
    () => `Sinds ${one(months)} ${from(2024, 2026)} gaat het minder`,
    () => `Het gesprek was op ${day()}-${month()}-2026`,
    () => `Op ${day()} ${one(months)} 2026 om ${from(8, 17)}.30 uur is er overleg`,
    () => `Het eerste gesprek was op ${two(day())}-${two(month())}-2025`,
    () => `In het schooljaar 2024-2025 en 2025/2026`,
    () => `Volgens de Wmo 2015, artikel 2.3.${from(1, 9)}`,
    () => `Jeugdwet artikel ${from(1, 12)}.${from(1, 9)} lid ${from(1, 4)}`,
    () => 'Bel Veilig Thuis op 0800-2000',
    () => 'De kindertelefoon is 0800 0432 en 113 is er dag en nacht',
    () => 'Wij belden 14 0591 en 112',
    () => `Het gezin is geboren en getogen in het dorp, al ${from(2, 40)} jaar`,
    () => `Zij is geboren in ${from(1940, 2020)}`,
    () => `De baby wordt geboren in ${one(months)}`,
    () => `Voordeur, hulpvraag ${digits(4)}-${one(['XKCD', 'ABWR'])}`,
    () => `Tussen ${from(10, 12)}.00 en ${from(13, 17)}.45 uur, ${from(2, 5)} keer per week`,
    () => `Het inkomen is ${from(1000, 3000)} EU-norm, ${from(5, 95)} % daarvan is huur`,
    () => `Er zijn ${from(2, 9)} kinderen, ${from(10, 60)} uur begeleiding, budget ${from(1000, 9999)} per jaar`,
    () => `In 2025 en 2026 waren er ${from(10, 99)} meldingen in ${from(2, 9)} wijken`,
    () => 'Kan dit @school besproken worden, of via de website www.voorbeeld.nl?',
    () => `De wachttijd is ${from(6, 52)} weken bij ${from(2, 9)} van de ${from(10, 20)} aanbieders`,
    () => `Kenmerk 2026-${digits(5)}, dossier ${digits(6)}`,
    // Not one that begins with 6: nine digits that do can be a mobile number without its zero.
    () => `Het nummer ${other()} staat op de doos`,
    () => `${from(3, 4)}-${from(5, 6)} keer per week, ${from(2, 4)} x ${from(30, 50)} minuten, 24/7 bereikbaar`,
    () => `Het budget is ${from(1, 9)}.${digits(3)}.${digits(3)} euro voor ${from(2000, 9000)} inwoners`,
    () => `Kom at the school, dat is een spel van ${from(2, 9)} punten`,
    () => `Van de ${from(1000, 9999)} en ${from(10, 99)} inwoners, ${from(1000, 9999)} km ${from(2, 9)} keer`,
    () => `Het gebied ${from(1000, 9999)} ${letters()} telt ongeveer ${from(20, 90)} gezinnen`,
    () => `Groep ${from(5, 8)} telt ${from(20, 30)} leerlingen; ${from(2, 9)} van hen gamen tot ${from(1, 3)}.00 uur`,
    () => `Lokaal ${from(1, 40)}, gebouw ${letters()}, verdieping ${from(1, 4)}`,
    () => `De bus van ${from(7, 9)}:${two(from(0, 59))} heeft ${from(10, 60)} minuten vertraging`,
    () => `Boek 978-90-${digits(4)}-${digits(3)}-${next(10)}`,
    () => `Maat ${from(100, 180)}/${from(100, 180)}, temperatuur ${from(35, 41)},${next(10)}`,
    () => `In ${from(1990, 2023)} is de school verbouwd, in ${from(1990, 2023)} de sporthal`,
  ]

  const lead = [
    'Wat raadt u aan? ',
    'Een ouder vraagt hulp. ',
    'Het gaat om een leerling van 14 jaar: ',
    'Let op: ',
    '',
  ]
  const tail = [' Kunt u meedenken?', '. Er is al gesproken met de school.', ', zegt de moeder.', '\nAlvast dank.', '']
  const kinds = Object.keys(personal) as PersonalKind[]
  return Array.from({ length: count }, (_, at) => {
    const kind = at % 2 === 0 ? (kinds[(at / 2) % kinds.length] as PersonalKind) : null
    return { kind, text: `${one(lead)}${one(kind ? personal[kind] : innocent)()}${one(tail)}` }
  })
}

/** Texts that hold a name and nothing else of a person, as workers write them. Nothing in the house knows names. */
export function namedTexts(count: number, seed: number): string[] {
  const next = numbers(seed)
  const one = (list: string): string => list.split('|')[next(list.split('|').length)] as string
  const first = () => one('Fatima|Jan|Sanne|Mohammed|Ewa|Daan|Noor|Ahmet|Lotte|Kees|Amira|Bram|Ying|Pieter|Samira')
  const last = () => one('de Vries|el Idrissi|Bakker|Yilmaz|van den Berg|Kowalska|Jansen|Nguyen|Hendriks|Öztürk')
  const ways = [
    () => `Wij maken ons zorgen om ${first()} ${last()}.`,
    () => `Mevrouw ${last()} vroeg ernaar.`,
    () => `De moeder van ${first()} komt vaak te laat.`,
    () => `Vooral gezin ${last()} vraagt om hulp.`,
    () => `${first()} en ${first()} zitten in dezelfde groep.`,
    () => `meester ${first()} ziet dit ook`,
  ]
  return Array.from({ length: count }, () => (ways[next(ways.length)] as () => string)())
}
