/** Not safe: the numbers for when it cannot wait stand first. */
import { type Steps, suicide } from './step.ts'

export const safety: Steps = {
  'niet-veilig': {
    asks: 'Wat is er aan de hand?',
    explains: 'Is er nu gevaar? Bel 112. U kunt ook eerst praten zonder uw naam te zeggen.',
    crisis: true,
    choices: [
      { words: 'Iemand slaat, dreigt, dwingt of sluit mij op', sign: 'shield', to: 'geweld' },
      { words: 'Iemand raakte mij aan terwijl ik dat niet wilde', sign: 'heart', to: 'seks' },
      { words: 'Ik maak me zorgen om een kind of om iemand anders', sign: 'child', to: 'zorgen-om-een-ander' },
      suicide,
    ],
  },
  geweld: {
    asks: 'U bent niet veilig thuis',
    explains: 'Het is niet uw schuld. Veilig Thuis denkt dag en nacht met u mee, ook als u nog niets wilt doen.',
    crisis: true,
    themes: ['veiligheid'],
    first: ['veiligThuis', 'veiligPraten', 'ouderenVeilig', 'opvang', 'agressie', 'kinderenGeweld'],
  },
  seks: {
    asks: 'Iemand ging over uw grens',
    explains: 'U hebt niets verkeerd gedaan. Bel het liefst binnen zeven dagen, maar later mag altijd.',
    crisis: true,
    themes: ['veiligheid'],
    first: ['seksueelGeweld', 'slachtofferhulp', 'kindertelefoon', 'soa'],
  },
  'zorgen-om-een-ander': {
    asks: 'U maakt zich zorgen om een ander',
    explains: 'U hoeft het niet zeker te weten. Praat erover met iemand die weet wat u kunt doen.',
    crisis: true,
    themes: ['veiligheid', 'opgroeien'],
    first: ['veiligThuis', 'sociaalTeam', 'meldpuntZorgen', 'schoolmaatschappelijk', 'ouderenVeilig', 'jeugdloket'],
  },
  zelfmoord: {
    asks: 'Denken aan de dood',
    explains: 'Blijf er niet alleen mee. Bel 113, of 0800 0113. Dag en nacht, gratis, zonder uw naam te zeggen.',
    crisis: true,
    themes: ['psychisch'],
    first: ['zelfmoordpreventie', 'luisterlijn', 'zolder', 'huisarts', 'huisartsenpost', 'ggzCrisis'],
  },
}
