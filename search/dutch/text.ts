/** Dutch text to the forms that are compared: folded words, their stems, and how much a word says. */
import { stemmer } from '@orama/stemmers/dutch'

const list = (text: string) => new Set(text.split(/\s+/))

/** Words that say nothing. Never niet, geen, zonder: "niet meer leven" is not made of stop words. */
const stops =
  list(`de het een en van ik te dat die in hij zijn is was op aan met als voor had er maar om hem dan zou of wat
mijn men dit zo door over ze zich bij ook tot je mij me uit der daar haar naar heb hebt heeft hebben hadden hoe deze u uw want
nog zal zullen zij nu ge omdat iets worden word wordt werd toch al waren veel meer moet moeten kan kun kunt kunnen kon hun dus
ja eens hier wie wezen ons onze zelf na reeds iemand geweest andere ander waar waarom wanneer welke wij we
jij jou jouw net pas via per ben bent dus graag mag mogen mocht zit zitten toen onder altijd the a an of to i my is am for and with
heel erg zeer steeds vaak soms even wel eigenlijk gewoon echt ie m'n s t n
zaten waren zoals zodat terwijl tijdens totdat misschien natuurlijk nogal bijna helemaal allemaal allebei daarna daardoor
daarom daarvoor ervoor hiervoor waarmee waarvoor waardoor vanwege volgens vanaf vooral inmiddels opeens ineens plotseling
telkens tenminste ongeveer ondanks hoewel beetje best laatst zowel tegenwoordig
jullie echter nou waarin vanuit zouden opnieuw waarbij juist voordat nadat meteen alsof daarmee eindelijk daarbij ermee sorry geleden
zelfs ten ter
momenteel voorlopig trouwens are you it on be do have has this that they she he his we our your so but if from here there me
what who which`)

/** Words that turn or colour a meaning and carry little of it: they count, but never alone. */
const light =
  list(`wil wilt willen wou niet geen zonder niets niemand nooit tegen hulp helpen help helpt geholpen nodig zoek zoeken zoekt vind vinden
ga gaan gaat kom komen komt maak maken maakt doe doen doet krijg krijgen krijgt geef geven geeft laat laten wel weer niks alles
iets goed beter slecht nieuw nieuwe mensen mens persoon personen informatie vraag vragen adres telefoonnummer buurt gemeente regio
weet weten denk denken voel voelen steun ondersteuning ondersteunen begeleiding advies problemen probleem last lang word veilig
help where how can need get find my want looking support elke iedere dag dagen week keer teveel te weinig kopen koop hele anders
samen samenzijn eruit ervan eraf erbij ding dingen spullen manier plek plaats tegelijk wild hard snel eigen klein groot gauw laten staat gebruik gebruiken gebruikt zet zetten brengen haal halen ophalen werkt kost kosten gek bang blijf blijven blijft sta staan ligt liggen lukt houden houdt neem nemen zien mee leuk leuke leuks gratis
elkaar anderen zitten verder mezelf mijzelf jezelf zichzelf hallo hoi goedendag goedemorgen goedemiddag goedenavond beste groet groeten bedankt dank alvast gr hello hi please thanks not
ergens nergens mogelijk mogelijkheid mogelijkheden zegt zeggen zei gezegd vertelt vertellen durf durft durven hoef hoeft hoeven
lijkt lijken probeer probeert proberen gebeurt gebeurd gebeuren begint beginnen begonnen vorig vorige volgende keren zeker genoeg
mevrouw mevr meneer dhr client cliente clienten
hou houd precies bepaald soort allerlei vlug onlangs
kwam kwamen gaf vond nam stond bleef zag wilde wilden konden kreeg kregen moesten gedaan begon ging gingen liet hield makkelijk vroeger
twee drie vier vijf zes zeven acht negen tien elf twaalf`)

/** Lower case, no accents, one sort of apostrophe: "Één café" and "een cafe" are the same. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  // Nearly all text is plain; taking it apart into letters and accents is the slow part.
  return /^[\x20-\x7e]*$/.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[’‘`´]/g, "'")
}

/** A re-integratie is no integratie, an e-mail no mail of the letter e: such a beginning is part of the word. */
const beforeHyphen = /\b(re|co|e|anti|pre|non)-(?=\p{L})/gu

const plain = /^[\x20-\x7e\s]*$/
const plainWords = /[a-z\d]+/g
const allWords = /[\p{L}\p{N}]+/gu

/** The folded words of a text in order; digits count ("112"). */
export function words(text: string): string[] {
  const folded = fold(text)
  const whole = folded.includes('-') ? folded.replace(beforeHyphen, '$1') : folded
  return whole.match(plain.test(whole) ? plainWords : allWords) ?? []
}

/** vallen → val, bellen → bel; Snowball does so for d, k and t only. */
const doubled = /([bfglmnprs])\1$/
const endings: Record<string, string> = { z: 's', v: 'f' }

/** Nouns that have left their verb: a rekening is no rekenen, a woning no wonen. */
const left = /^(\w*reken|huur|won|kled|voed|verzeker|belast)ing(en)?$/

/** pilletje → pil, mannetje → man. */
const smallDoubled = /^(\w+([bfglmnprs]))\2etjes?$/

/** zoontje → zoon, kindje → kind, praatje → praat, boompje → boom. */
const small =
  /^(\w+(?:[nlrwm](?=tje)|m(?=pje)|(?:aa|ee|oo|uu|ie|oe|ij|eu|ui|ou)t(?=je)|[dkgsf](?=je)|(?<!m)p(?=je)))(?:t|p)?jes?$/

/** The stem of a folded word: Snowball's, and huizen → huis, leven → leef as one. */
export function stem(word: string): string {
  if (word.length < 4) return word
  const diminutive = smallDoubled.exec(word) ?? small.exec(word)
  if (diminutive) return stem(`${diminutive[1]}`)
  const noun = left.exec(word)
  if (noun) return `${noun[1]}ing`
  const cut = stemmer(word)
  const last = endings[cut.at(-1) ?? '']
  if (doubled.test(cut)) return cut.slice(0, -1)
  return last === undefined ? cut : cut.slice(0, -1) + last
}

/** Verbs that change inside, as people tell with them what happened: the form, and the one it is found by. */
const strong = new Map(
  `sloeg slaan sloegen slaan dronk drinken viel vallen sliep slapen liep lopen gelopen lopen reed rijden gereden rijden
schreef schrijven geschreven schrijven sprak spreken gesproken spreken zwom zwemmen gezwommen zwemmen zong zingen gezongen zingen
brak breken gebroken breken sneed snijden gesneden snijden stal stelen gestolen stelen kocht kopen gekocht kopen bracht brengen
dacht denken verloor verliezen vergat vergeten at eten eet eten gegeten eten las lezen leest lezen vocht vechten gevochten vechten
loog liegen gelogen liegen bedroog bedriegen bedrogen bedriegen schold schelden gescholden schelden stierf overleden sterft sterven
overleed overleden overlijdt overlijden beet bijten gebeten bijten woog wegen gewogen wegen schrok schrikken geschrokken schrikken
zweeg zwijgen gebeden bidden verdronk verdrinken bewoog bewegen bewogen bewegen genas genezen keek kijken gekeken kijken
dwong dwingen gedwongen dwingen dreef drijven`
    .split(/\s+/)
    .flatMap((word, n, all) => (n % 2 === 0 ? [[word, all[n + 1] as string]] : [])) as [string, string][],
)

/** A verb's other faces, which Snowball leaves alone: gescheiden → scheiden, betaalt → betaal, sloeg → slaan. */
export function variants(word: string): string[] {
  const base = strong.get(word)
  const without = word.length > 6 && word.startsWith('ge') ? [word, word.slice(2)] : [word]
  const all = without.flatMap((one) => (one.length > 3 && /[dt]$/.test(one) ? [one, one.slice(0, -1)] : [one]))
  return base === undefined ? all.slice(1) : [base, ...all.slice(1)]
}

const parted = /^(op|aan|af|uit|in|weg|mee|terug|vast|over|schoon|na|om|door|voor|los|neer|bij)ge(\w{3,})$/
const happened = /^(\w{3,})[dt]en?$/

/** What a word that stands nowhere may be a form of: huilde → huil, ingehouden → inhouden, weggestuurd → wegstuur, vergokt → gok. */
export function pastForms(word: string): string[] {
  const [, before, rest] = parted.exec(word) ?? []
  if (before !== undefined && rest !== undefined) return [before + rest, before + rest.replace(/[dt]$/, '')]
  const past = happened.exec(word)?.[1]
  const forms = past === undefined ? [] : [past]
  const bare = (past ?? word).replace(/^ver(?=\w{3})/, '')
  return word.startsWith('ver') ? [...forms, bare, bare.replace(/[dt]$/, '')] : forms
}

export const stopWords: ReadonlySet<string> = stops
export const isStop = (word: string): boolean => stops.has(word)

/** Whether somebody has said nothing yet, in so many words: "ik kan de". Not of an empty text, nor of signs alone. */
export function saysNothing(text: string): boolean {
  const all = words(text)
  return all.length > 0 && all.every(isStop)
}

/** Whom it is about, and when: half the story, seldom what is looked for. */
const telltale =
  list(`man vrouw moeder mama mam vader papa pap ouder zoon zoontje dochter dochtertje broer broertje zus zusje oma
opa tante oom neef neefje nicht nichtje zwager schoonzus schoonmoeder schoonvader schoonzoon schoondochter kleinzoon kleindochter
buurman collega echtgenoot echtgenote partner vriend vriendin vrienden kleinkind familie gezin buurvrouw kennis meisje jongen dochters zonen man's
avond avonds nacht nachts ochtend middag maand maanden jaar jaren uur tijd eind einde begin vandaag morgen gisteren sinds
savonds snachts smorgens smiddags sochtends weekend kleinkinderen kids
maandag dinsdag woensdag donderdag vrijdag zaterdag
husband wife son daughter mother father child people thuis huis kamer brief geld leven`)

/** How old, since when: all numbers but those somebody calls. */
const age = /^(?!11[23]$)\d+$/

/** A word of two letters is mostly a small one; these are whole. */
const short = list('cv ww tv pc vo')

/** How much of a question a word carries, beside how rare it is. */
export const saying = (word: string): number =>
  light.has(word) || (word.length < 3 && !short.has(word)) || age.test(word) ? 0.3 : telltale.has(word) ? 0.6 : 1

/** Words that carry the question; all of them when none does ("wie ben ik"). */
export function telling(asked: readonly string[]): string[] {
  const kept = asked.filter((word) => !stops.has(word))
  return kept.length > 0 ? kept : [...asked]
}
