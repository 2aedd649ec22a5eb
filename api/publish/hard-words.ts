/**
 * Words a counter would not use, and what it would say. Formal words as guides to plain writing list them; the sector's own after what stands in directories. A word of the sector that
 * cannot be missed belongs in the glossary: what is explained there is not named here.
 */
const formal = `
aangaande: over
aangezien: omdat
aanvangen: beginnen
abusievelijk: per ongeluk
additioneel: extra
additionele: extra
alsmede: en ook
alvorens: voordat
bewerkstelligen: zorgen dat
bijv: bijvoorbeeld
conform: volgens
consequenties: gevolgen
continueren: doorgaan met
d.m.v: door, met
derhalve: dus
desalniettemin: toch
desgewenst: als u dat wilt
diegene: wie, iemand
dient: moet
dienen: moeten
dusdanig: zo
effectueren: uitvoeren
evenals: net als
evident: duidelijk
faciliteren: helpen, mogelijk maken
frequent: vaak
gaarne: graag
gedurende: tijdens, in
gelieve: wilt u
genoemde: deze, dit
geschieden: gebeuren
geschiedt: gebeurt
hieromtrent: hierover
hanteren: gebruiken
i.v.m: omdat, over
ingevolge: volgens
indien: als
inzake: over
jegens: tegen, voor
krachtens: volgens
m.b.t: over
middels: met
mits: als
momenteel: nu
n.a.v: na, door
nagenoeg: bijna
niettemin: toch
o.a: onder andere
omtrent: over
onderhavige: deze, dit
onverwijld: meteen
onverminderd: ook
optimaliseren: beter maken
participeren: meedoen
periodiek: om de zoveel tijd
realiseren: maken, doen
reeds: al
relevante: die ertoe doen
respectievelijk: en
retourneren: terugsturen
separaat: apart
substantieel: groot
substantiële: grote
t.a.v: over, voor
t.b.v: voor
tenzij: behalve als
tevens: ook
thans: nu
teneinde: om
terzake: hierover
uiterlijk: niet later dan
uitsluitend: alleen
vereist: nodig
verifiëren: nakijken
verkrijgen: krijgen
verlenen: geven
verstrekken: geven
verstrekt: geeft
verstrekking: wat u krijgt
vigerende: geldende
voornemens: van plan
wederom: weer
woonachtig: die woont
zodoende: zo
zorgdragen: zorgen
`
const sector = `
aanbieder: organisatie
aandachtsgebied: onderwerp
afschalen: minder hulp geven
ambulant: bij u thuis
ambulante: bij u thuis
arbeidsparticipatie: werken
begeleidingstraject: begeleiding
beschikking: besluit, brief met het besluit
casus: situatie, gezin
casusregie: wie het overzicht houdt
casusregisseur: wie het overzicht houdt
cliënt: u, iemand die hulp krijgt
cliënten: mensen die hulp krijgen
contra-indicatie: wanneer het niet voor u is
cliëntsysteem: gezin, familie
copingstrategieën: manieren om ermee om te gaan
curatele: de rechter laat een ander over u beslissen
disbalans: te veel en te weinig
doelgroep: voor wie het is
empoweren: sterker maken
expertise: kennis
gedragsproblematiek: moeilijk gedrag
hulpvraag: vraag, waar u hulp bij wilt
hulpverleningstraject: hulp
indiceren: besluiten dat hulp nodig is
indicatie: besluit dat u hulp nodig hebt
interventie: hulp
interventies: hulp
kaders: regels
ketenpartner: organisatie
ketenpartners: andere organisaties
klantmanager: vaste medewerker
laagdrempelig: waar u zo binnenloopt
laagdrempelige: waar u zo binnenloopt
leerbaar: kan leren
levensdomeinen: gezondheid, geld, wonen en meer
leefgebieden: gezondheid, geld, wonen en meer
maatwerk: wat bij u past
maatwerkvoorziening: hulp die bij u past
minima: mensen met weinig geld
multidisciplinair: van verschillende beroepen
multiproblematiek: verschillende problemen tegelijk
nazorg: hulp achteraf
ondersteuningsaanbod: hulp
ondersteuningsbehoefte: wat u nodig hebt
opschalen: meer hulp geven
outreachend: wij komen naar u toe
participatie: meedoen
pgb: geld om zelf hulp te kiezen
preventief: om erger te voorkomen
probleemgedrag: moeilijk gedrag
problematiek: problemen
professional: medewerker, hulpverlener
professionals: medewerkers, hulpverleners
psycho-educatie: uitleg over uw klachten
psychosociale: van hoofd en omgeving
regievoerder: wie het overzicht houdt
respijtzorg: iemand die uw zorg overneemt
screening: eerste onderzoek
signalering: merken wat er speelt
stagneren: vastlopen
statushouder: iemand met een verblijfsvergunning
statushouders: mensen met een verblijfsvergunning
systeemgericht: met het hele gezin
traject: plan, hulp
trajecten: plannen, hulp
triage: kijken wat het eerst moet
veerkracht: weer overeind komen
vraagverheldering: uitzoeken wat u nodig hebt
vroegsignalering: op tijd merken
zelfredzaam: wie zich redt
zelfredzaamheid: u zelf redden
zelfregie: zelf beslissen
zorgmijder: wie geen hulp wil
zorgvraag: wat u nodig hebt
zorgtraject: behandeling, hulp
`

/** The hard word as it is written, small letters, and what to say instead. */
export const plainInstead: ReadonlyMap<string, string> = new Map(
  `${formal}${sector}`
    .trim()
    .split(/\n+/)
    .map((line) => {
      const [word = '', instead = ''] = line.split(': ')
      return [word, instead]
    }),
)
