/** The themes, target groups and life domains of the demo, in the order in which people read them. */
export const themes = {
  geld: { name: 'Geld en schulden', text: 'Rekeningen, schulden, toeslagen en rondkomen van weinig geld.' },
  werk: { name: 'Werk en meedoen', text: 'Werk zoeken, een uitkering, vrijwilligerswerk en een zinvolle dag.' },
  taal: {
    name: 'Taal, post en computer',
    text: 'Beter leren lezen en schrijven, brieven begrijpen en dingen regelen op de computer.',
  },
  opgroeien: { name: 'Opgroeien en opvoeden', text: 'Vragen over kinderen, pubers, school en opvoeden.' },
  wonen: {
    name: 'Wonen en buurt',
    text: 'Een huis zoeken, huur betalen, problemen met buren of geen plek om te wonen.',
  },
  zorg: {
    name: 'Zorg en hulp thuis',
    text: 'Verpleging, hulp in huis, maaltijden, vervoer en aanpassingen in de woning.',
  },
  mantelzorg: { name: 'Mantelzorg', text: 'Voor wie zorgt voor een partner, ouder, kind, vriend of buur.' },
  ontmoeten: {
    name: 'Ontmoeten en eenzaamheid',
    text: 'Mensen leren kennen, samen eten, samen iets doen of iemand om mee te praten.',
  },
  psychisch: {
    name: 'Psychische klachten',
    text: 'Somber, angstig, gespannen of in de war. Ook als u denkt aan zelfmoord.',
  },
  verslaving: { name: 'Verslaving', text: 'Alcohol, drugs, gokken, gamen of medicijnen. Ook voor familie.' },
  veiligheid: {
    name: 'Geweld en onveilig thuis',
    text: 'Slaan, dreigen, misbruik of verwaarlozing. Voor uzelf of voor iemand om wie u zich zorgen maakt.',
  },
  beperking: {
    name: 'Leven met een beperking',
    text: 'Hulp bij een lichamelijke of verstandelijke beperking, of een ziekte die niet overgaat.',
  },
  recht: { name: 'Recht en klachten', text: 'Uitleg over uw rechten, bezwaar maken en hulp bij een klacht.' },
} as const
export type ThemeKey = keyof typeof themes
/** Who reads about this may be watched: these pages get a quick exit. */
export const sensitiveThemes: readonly ThemeKey[] = ['veiligheid']

export const groups = {
  kinderen: 'Kinderen (0 tot 12 jaar)',
  jongeren: 'Jongeren (12 tot 23 jaar)',
  ouders: 'Ouders en gezinnen',
  ouderen: 'Ouderen',
  mantelzorgers: 'Mantelzorgers',
  beperking: 'Mensen met een beperking',
  weinigGeld: 'Mensen met weinig geld',
  nieuwkomers: 'Nieuwkomers',
} as const
export type GroupKey = keyof typeof groups

/** The thirteen domains of the self-sufficiency matrix (domain.md, Signal). */
export const lifeDomains = [
  'Geld',
  'Werk en opleiding',
  'Besteding van de dag',
  'Wonen',
  'Relaties thuis',
  'Geestelijke gezondheid',
  'Lichamelijke gezondheid',
  'Alcohol en drugs',
  'Verzorging van zichzelf',
  'Dagelijkse dingen regelen',
  'Familie, vrienden en buren',
  'Meedoen in de samenleving',
  'Politie en justitie',
] as const

export const languages = {
  nl: 'Nederlands',
  en: 'Engels',
  ar: 'Arabisch',
  pl: 'Pools',
  tr: 'Turks',
  uk: 'Oekraïens',
  ti: 'Tigrinya',
  de: 'Duits',
  nds: 'Nedersaksisch',
  dse: 'Nederlandse Gebarentaal',
} as const
