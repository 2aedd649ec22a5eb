/** Words and sentences the generator draws from. */

export const generic = [
  'Bel of mail gerust voor meer informatie.',
  'Aanmelden kan telefonisch of via de website.',
  'U heeft geen verwijzing nodig.',
  'Deelname is gratis.',
  'Er wordt een kleine eigen bijdrage gevraagd.',
  'Onze medewerkers hebben geheimhoudingsplicht.',
  'Wij werken in de hele gemeente.',
  'De eerste keer kunt u vrijblijvend kennismaken.',
  'Het gebouw is toegankelijk voor iedereen.',
  'In de zomervakantie gelden andere tijden.',
  'Partners en familieleden zijn van harte welkom.',
  'Samen zoeken we naar een oplossing die bij u past.',
  'Neem iemand mee als u dat prettig vindt.',
  'Wij bestaan al meer dan tien jaar in deze regio.',
  'De bijeenkomsten duren ongeveer twee uur.',
  'Er is voldoende gratis parkeergelegenheid.',
  'Kijk op onze pagina voor de agenda.',
  'Wij reageren binnen twee werkdagen.',
  'De groep telt hooguit twaalf deelnemers.',
  'Alles wat u vertelt blijft vertrouwelijk.',
  'Vraag ernaar bij de balie of bij uw huisarts.',
  'Voor jong en oud is er iets te doen.',
  'We spreken ook Engels, Duits en Arabisch.',
  'Een afspraak buiten kantooruren is mogelijk.',
  'Ons team bestaat uit beroepskrachten en vrijwilligers.',
]

export const modifiers =
  `buurt wijk dorps zorg welzijns ouderen jongeren kinder gezins mantel thuis dag nacht avond ochtend week zomer
winter gemeente vrijwilligers bewoners sport beweeg taal lees reken computer muziek dans kook tuin dieren natuur
fiets wandel zwem koffie thee eet soep moestuin hout textiel kunst theater film verhalen levens herinnerings
geheugen geloofs kerk cultuur school ouder leerlingen opvoed peuter baby tiener puber student starters senioren
vrouwen mannen vader moeder opa familie partner nabestaanden lotgenoten ervarings herstel veerkracht kracht
talent werk arbeids inkomens budget geld schuld toeslag belasting woon huur energie verhuis veiligheids politie
rechts advies informatie voorlichtings preventie gezondheids leefstijl voedings slaap stress rust
natuurbelevings participatie integratie inclusie vriendschaps contact ontmoetings bezoek maatjes gastvrijheids
reis vervoers rolstoel hulpmiddelen woningaanpassings domotica digitaliserings media mobiele regio streek veen
kanaal grens plattelands boeren ondernemers netwerk`.split(/\s/)

export const heads =
  `groep cursus training project team loket punt centrum huis kamer tafel café avond middag ochtend dag week
programma traject begeleiding ondersteuning advies gesprek spreekuur consulent coach werker begeleider makelaar
verbinder adviseur coördinator vrijwilliger maatje netwerk platform vereniging stichting club kring atelier
werkplaats tuin winkel markt bus route wandeling lijn app wijzer kaart gids krant pakket fonds regeling bijdrage
vergoeding bijeenkomst workshop lezing festival uitstapje vakantie kamp`.split(/\s/)

export const syllables =
  `bo ve ra li mo ten der wes hui kel van stra bek no ro ha zij den gro mei sel pa ter wal bree kuip jan smi vos
kro lam`.split(/\s/)

export const surnames =
  `de Vries, Jansen, Bakker, Visser, Smit, Meijer, Mulder, Bos, Vos, Peters, Hendriks, Dekker, Brouwer, de Wit,
Dijkstra, Smits, de Graaf, van der Meer, Kok, Jacobs, Vermeulen, Schouten, Hoekstra, Koster, Prins, Huisman,
Postma, Kuiper, Veenstra, Wolters, Timmer, Groen, Wiersma, Kamps, Boer`
    .replaceAll('\n', ' ')
    .split(', ')

export const firstNames =
  `Anna Jan Marieke Henk Fatima Ali Johan Greetje Sanne Bert Wilma Kees Lotte Mohammed Ineke Piet Noor Roel Tineke
Bas Hilda Omar Eva Gerrit`.split(/\s/)

export const organizations =
  `Stichting Welzijn, Tinten, Sedna, Cosis, Treant, Icare, Tangenborgh, Carintreggeland, ZorgAccent, Humanitas,
Zonnebloem, Rode Kruis, Leger des Heils, Vluchtelingenwerk, De Kern, Maatschappelijk Werk, VNN, Tactus, GGZ
Drenthe, Mediant, Promens Care, Zorgplein, Sociaal Plein, Gemeente, De Toegang, Coöperatie Dorpszorg, Kringloop,
Buurtzorg, Interzorg, Wij zijn, Avedan, Welzijnsgroep`
    .replaceAll('\n', ' ')
    .split(', ')

export const streets =
  `Dorpsstraat Kerkweg Hoofdstraat Marktplein Stationsstraat Molenweg Schoolstraat Kanaalweg Veenlaan
Wilhelminaplein Brink Noorderdiep Zuiderdiep Oosterkade Emmastraat Beatrixlaan`.split(/\s/)

type Other = () => [name: string, keyword: string]

/** Sentences about another kind of service, as real descriptions have them. */
export const distracting: ((other: Other) => string)[] = [
  (other) => `Wij werken samen met ${other()[0]}.`,
  (other) => `Gaat uw vraag over ${other()[1]}, dan verwijzen wij u door.`,
  (other) => `In hetzelfde gebouw vindt u ook ${other()[0]}.`,
  (other) => `Eens per kwartaal is er een thema-avond over ${other()[1]}.`,
  (other) => `Ook vragen rond ${other()[1]} komen soms aan de orde.`,
]
