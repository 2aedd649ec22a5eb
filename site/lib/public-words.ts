/** Dutch sentences of the public pages that belong to a code. The workspace has its own in `words.ts`. */

export const dayNames = {
  MO: 'maandag',
  TU: 'dinsdag',
  WE: 'woensdag',
  TH: 'donderdag',
  FR: 'vrijdag',
  SA: 'zaterdag',
  SU: 'zondag',
} as const

export const ordinals: Record<number, string> = {
  1: 'eerste',
  2: 'tweede',
  3: 'derde',
  4: 'vierde',
  5: 'vijfde',
  [-1]: 'laatste',
}

/** HSDS schedule.attending_type. "In person" is what everyone expects, so it is not said. */
export const attendingWords: Record<string, string> = {
  phone: 'telefonisch',
  telephone: 'telefonisch',
  online: 'online',
  virtual: 'online',
}

/** The access line (domain.md section 2) as a resident reads it. */
export const lineWords = {
  0: {
    short: 'Zonder indicatie',
    heading: 'Zonder indicatie',
    explain: 'Hier kunt u zelf naartoe. U hebt geen verwijzing of besluit nodig.',
  },
  1: {
    short: 'Korte hulp, eerst een gesprek',
    heading: 'Eerst een gesprek',
    explain: 'Korte hulp bij één vraag. U begint met een gesprek, bijvoorbeeld bij de gemeente of de huisarts.',
  },
  2: {
    short: 'Met verwijzing of indicatie',
    heading: 'Met een verwijzing of indicatie',
    explain: 'U hebt eerst een verwijzing nodig, of een besluit van de gemeente.',
  },
  unknown: {
    short: 'Vraag na of u een verwijzing nodig hebt',
    heading: 'Ander aanbod',
    explain: 'Vraag bij de organisatie na of u een verwijzing nodig hebt.',
  },
} as const

export const indicationWords = 'Indicatie nodig'

export const crisisNumbers = [
  { number: '112', href: 'tel:112', text: 'Er is direct gevaar of een leven staat op het spel.' },
  { number: '113', href: 'tel:113', text: 'U denkt aan zelfdoding. Ook 0800 0113, gratis, dag en nacht.' },
  { number: '0800 2000', href: 'tel:08002000', text: 'Veilig Thuis, bij geweld thuis. Gratis, dag en nacht.' },
] as const

/** HSDS phone.type, where it is not an ordinary telephone. */
export const phoneTypes: Record<string, string> = {
  fax: 'fax',
  text: 'sms',
  sms: 'sms',
  tty: 'teksttelefoon',
  textphone: 'teksttelefoon',
  video: 'beeldbellen',
}

/** ISO 639-1 codes of languages that occur in Dutch municipalities. */
export const languageNames: Record<string, string> = {
  nl: 'Nederlands',
  en: 'Engels',
  de: 'Duits',
  fr: 'Frans',
  ar: 'Arabisch',
  tr: 'Turks',
  pl: 'Pools',
  uk: 'Oekraïens',
  ru: 'Russisch',
  ti: 'Tigrinya',
  so: 'Somalisch',
  fa: 'Farsi',
  es: 'Spaans',
  zh: 'Chinees',
  nds: 'Nedersaksisch',
  dse: 'Nederlandse Gebarentaal',
}
