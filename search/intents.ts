/** What somebody may say when it cannot wait, and the terms of the services that then stand above everything else. */
import type { Intent } from './settings.ts'

export const intents: Intent[] = [
  {
    terms: ['suïcidepreventie', 'suïcide', 'zelfmoord', 'zelfmoordgedachten', 'zelfdoding', '113'],
    phrases: [
      'niet meer leven', 'niet langer leven', 'niet verder leven', 'dood willen', 'wil dood', 'dood wil', 'liever dood',
      'was ik maar dood', 'leven beëindigen', 'leven zinloos', 'einde aan leven', 'einde aan maken', 'uit het leven stappen',
      'zelfmoord', 'zelfmoord plegen', 'zelfdoding', 'suïcide', 'van kant maken', 'mezelf iets aandoen', 'zelf doden',
      'zie het niet meer zitten', 'geen uitweg', 'kill myself', 'suicide',
    ],
  },
  {
    terms: ['veilig thuis', 'huiselijk geweld', 'vrouwenopvang', 'kindermishandeling'],
    phrases: [
      'huiselijk geweld', 'man slaat', 'vrouw slaat', 'vriend slaat', 'partner slaat', 'vader slaat', 'moeder slaat',
      'wordt geslagen', 'word geslagen', 'bang voor man', 'bang voor partner', 'bang voor vriend', 'bang voor vader',
      'kind geslagen', 'kind mishandeld', 'kindermishandeling', 'mishandeld', 'bedreigt mij', 'niet veilig thuis',
      'onveilig thuis', 'verkracht', 'seksueel misbruik', 'domestic violence',
    ],
  },
]
