/** Family and housing. */
import { type Steps } from './step.ts'

export const home: Steps = {
  thuis: {
    asks: 'Waar gaat het over?',
    choices: [
      { words: 'Mijn kinderen, of hoe ik ze opvoed', sign: 'child', to: 'kinderen' },
      { words: 'Mijn huis, de huur of de buren', sign: 'house', to: 'wonen' },
      {
        words: 'Ik red het thuis niet zonder hulp',
        hint: 'Door ouderdom, ziekte of een beperking',
        sign: 'help',
        to: 'hulp',
      },
      {
        words: 'Ik zorg voor iemand anders',
        hint: 'Voor een partner, ouder, kind of vriend',
        sign: 'people',
        to: 'mantelzorg',
      },
    ],
  },
  kinderen: {
    asks: 'Over wie gaat het?',
    choices: [
      { words: 'Een baby of peuter', hint: 'Of u bent zwanger', sign: 'heart', to: 'baby' },
      { words: 'Een kind op de basisschool', sign: 'child', to: 'schoolkind' },
      { words: 'Een puber of jongere', sign: 'people', to: 'puber' },
      { words: 'Het gaat thuis echt niet meer', sign: 'help', to: 'jeugdhulp' },
    ],
  },
  baby: {
    asks: 'Een baby of peuter',
    themes: ['opgroeien'],
    first: ['consultatiebureau', 'zwanger', 'peuterochtend', 'opvoedgesprek', 'voorschool', 'jongeKind'],
  },
  schoolkind: {
    asks: 'Een kind op de basisschool',
    themes: ['opgroeien'],
    first: [
      'schoolmaatschappelijk',
      'opvoedgesprek',
      'jeugdarts',
      'scheiden',
      'weerbaar',
      'praktijkJeugd',
      'leerplicht',
      'leerlingenvervoer',
    ],
  },
  puber: {
    asks: 'Een puber of jongere',
    themes: ['opgroeien'],
    first: [
      'zolder',
      'opvoedgesprek',
      'zorgteamCollege',
      'jongGebruik',
      'jongerenwerk',
      'leerplicht',
      'praktijkJeugd',
      'jeugdGgz',
    ],
  },
  jeugdhulp: {
    asks: 'Het gaat thuis echt niet meer',
    explains: 'U hoeft dit niet alleen op te lossen. Om hulp vragen is goed voor uw kind.',
    themes: ['opgroeien'],
    first: ['sociaalTeam', 'jeugdloket', 'jeugdhulpThuis', 'logeren', 'pleegzorg', 'begeleideKamer'],
  },
  wonen: {
    asks: 'Wat is er met wonen?',
    choices: [
      { words: 'Ik heb vannacht geen plek om te slapen', sign: 'shield', to: 'geen-plek' },
      { words: 'Ik kan de huur of de energie niet betalen', sign: 'euro', to: 'huur' },
      { words: 'Ik zoek een ander huis', sign: 'house', to: 'ander-huis' },
      { words: 'Er is iets mis met mijn huis, of met de buren', sign: 'people', to: 'huis-en-buren' },
    ],
  },
  'geen-plek': {
    asks: 'Geen plek om te slapen',
    explains: 'Bel het noodnummer van de gemeente. Bent u gevlucht voor iemand? Kies dan De Vlonder.',
    crisis: true,
    themes: ['wonen'],
    first: ['noodopvang', 'sociaalTeam', 'opvang'],
  },
  huur: {
    asks: 'De huur of de energie niet kunnen betalen',
    themes: ['wonen', 'geld'],
    first: ['huurachterstand', 'energiecoach', 'schuldhulp', 'geldspreekuur', 'bijstandExtra'],
  },
  'ander-huis': {
    asks: 'Een ander huis',
    themes: ['wonen'],
    first: ['huurwoning', 'verhuiscoach', 'nieuwkomers', 'begeleideKamer', 'woongroep', 'beschermdWonen'],
  },
  'huis-en-buren': {
    asks: 'Iets mis met uw huis of met de buren',
    themes: ['wonen'],
    first: ['huurteam', 'buren', 'klusdienst', 'meldpuntZorgen', 'volHuis', 'woningaanpassing'],
  },
}
