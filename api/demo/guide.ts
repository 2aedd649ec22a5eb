/** The guide of the demo, for who does not know the word, and what one can do oneself. Short words, four choices at most. */
import type { ThemeKey } from './taxonomy.ts'

type Choice = { words: string; hint?: string; sign?: string; to: string }
export type Step = { asks: string; explains?: string; crisis?: true; themes?: ThemeKey[]; choices?: Choice[] }

const suicide: Choice = {
  words: 'Ik denk aan de dood, of ik ben bang dat iemand zichzelf iets aandoet',
  sign: 'heart',
  to: 'zelfmoord',
}

export const guide: Record<string, Step> = {
  start: {
    asks: 'Wat speelt er bij u?',
    explains: 'Kies wat er het meest op lijkt. Het hoeft niet precies te kloppen.',
    choices: [
      { words: 'Ik ben niet veilig, of iemand anders is niet veilig', sign: 'shield', to: 'niet-veilig' },
      {
        words: 'Geld, werk, post of regels',
        hint: 'Rekeningen, een baan, brieven, bezwaar',
        sign: 'euro',
        to: 'regelen',
      },
      {
        words: 'Mijn gezin, mijn huis of mijn gezondheid',
        hint: 'Kinderen, wonen, hulp en zorg',
        sign: 'house',
        to: 'thuis',
      },
      { words: 'Ik voel me niet goed, of ik ben veel alleen', sign: 'heart', to: 'gevoel' },
    ],
  },
  'niet-veilig': {
    asks: 'Wat is er aan de hand?',
    explains: 'Is er nu gevaar? Bel 112. U kunt ook eerst praten zonder uw naam te zeggen.',
    crisis: true,
    choices: [
      { words: 'Iemand slaat, dreigt, dwingt of sluit mij op', sign: 'shield', to: 'geweld' },
      { words: 'Ik maak me zorgen om een kind of om iemand anders', sign: 'child', to: 'zorgen-om-een-ander' },
      suicide,
    ],
  },
  geweld: {
    asks: 'U bent niet veilig thuis',
    explains: 'Het is niet uw schuld. Veilig Thuis denkt dag en nacht met u mee, ook als u nog niets wilt doen.',
    crisis: true,
    themes: ['veiligheid'],
  },
  'zorgen-om-een-ander': {
    asks: 'U maakt zich zorgen om een ander',
    explains: 'U hoeft het niet zeker te weten. Praat erover met iemand die weet wat u kunt doen.',
    crisis: true,
    themes: ['veiligheid', 'opgroeien'],
  },
  zelfmoord: {
    asks: 'Denken aan de dood',
    explains: 'Blijf er niet alleen mee. Bel 113, of 0800 0113. Dag en nacht, gratis, zonder uw naam te zeggen.',
    crisis: true,
    themes: ['psychisch'],
  },
  regelen: {
    asks: 'Waar gaat het over?',
    choices: [
      { words: 'Ik kan mijn rekeningen niet betalen', sign: 'euro', to: 'geld' },
      { words: 'Ik zoek werk, of iets om te doen', sign: 'work', to: 'werk' },
      { words: 'Ik begrijp brieven, formulieren of de computer niet', sign: 'letter', to: 'post' },
      {
        words: 'Ik ben het ergens niet mee eens',
        hint: 'Met de gemeente, een bedrijf of mijn werk',
        sign: 'scales',
        to: 'recht',
      },
    ],
  },
  geld: { asks: 'Rekeningen en schulden', themes: ['geld'] },
  werk: { asks: 'Werk, of iets om te doen', themes: ['werk'] },
  post: { asks: 'Brieven, formulieren en de computer', themes: ['taal'] },
  recht: { asks: 'Niet eens met een besluit', themes: ['recht'] },
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
  kinderen: { asks: 'Kinderen en opvoeden', themes: ['opgroeien'] },
  wonen: { asks: 'Huis en buren', themes: ['wonen'] },
  hulp: { asks: 'Hulp en zorg thuis', themes: ['zorg', 'beperking'] },
  mantelzorg: { asks: 'Zorgen voor een ander', themes: ['mantelzorg'] },
  gevoel: {
    asks: 'Hoe gaat het met u?',
    choices: [
      { words: 'Ik ben veel alleen', sign: 'people', to: 'alleen' },
      { words: 'Ik ben somber, bang of gespannen', sign: 'heart', to: 'somber' },
      {
        words: 'Drank, drugs, gokken of gamen neemt het over',
        hint: 'Bij mij, of bij iemand in de familie',
        sign: 'help',
        to: 'verslaving',
      },
      suicide,
    ],
  },
  alleen: { asks: 'Veel alleen', themes: ['ontmoeten'] },
  somber: { asks: 'Somber, bang of gespannen', themes: ['psychisch'] },
  verslaving: { asks: 'Drank, drugs, gokken of gamen', themes: ['verslaving'] },
}

export const selfHelp: Partial<Record<ThemeKey, string[]>> = {
  geld: [
    'Maak alle post open en leg die op één stapel. Weggooien maakt het erger, openmaken niet.',
    'Bel wie geld van u krijgt vóór de datum op de brief. Vraag of u in kleine delen mag betalen.',
    'Vertel het iemand die u vertrouwt. Met zijn tweeën aan tafel is het minder eng.',
  ],
  werk: [
    'Vertel mensen om u heen dat u iets zoekt. De meeste mensen vinden zo werk.',
    'Schrijf op wat u graag doet en wat u goed kunt, ook van thuis.',
  ],
  taal: [
    'Vraag of iemand de brief met u leest. Dat doen heel veel mensen.',
    'Oefen elke dag tien minuten met een app, een krant of een kind dat leert lezen.',
  ],
  opgroeien: [
    'Praat met de juf, de meester of de mentor van uw kind. Die ziet uw kind elke dag.',
    'Vraag andere ouders hoe zij het doen. U bent niet de enige.',
  ],
  wonen: [
    'Praat eerst rustig met de buren, op een moment dat het geen ruzie is.',
    'Meld een kapot ding of een te hoge rekening meteen bij de verhuurder. Maak er een foto van.',
  ],
  zorg: [
    'Vraag familie, vrienden of buren om één vast ding: boodschappen, de hond, de vuilnisbak.',
    'Bewaar wat u zelf nog kunt. Ook als het langzamer gaat.',
  ],
  mantelzorg: [
    'Schrijf een week lang op wat u allemaal doet. Dan ziet u wat een ander kan overnemen.',
    'Zeg ja als iemand vraagt of hij kan helpen, en noem dan één ding.',
  ],
  ontmoeten: [
    'Bel vandaag één iemand die u lang niet gesproken hebt.',
    'Ga elke week op dezelfde tijd naar dezelfde plek. Na een paar keer kennen mensen u.',
  ],
  psychisch: [
    'Sta op een vaste tijd op en ga elke dag naar buiten, al is het maar kort.',
    'Zeg tegen één iemand hoe het echt met u gaat.',
  ],
  verslaving: [
    'Schrijf een week op wanneer u het doet, en wat er net daarvoor gebeurde.',
    'Vertel het iemand bij wie u zich niet hoeft te schamen.',
  ],
  veiligheid: [
    'Spreek met iemand een woord af. Als u dat woord belt of appt, belt die ander 112.',
    'Bewaar uw papieren, wat geld en een sleutel bij iemand die u vertrouwt.',
  ],
  beperking: [
    'Vraag op het werk, op school of bij de club wat er anders kan. Vaak kan er meer dan u denkt.',
    'Praat met mensen die hetzelfde meemaken.',
  ],
  recht: [
    'Kijk op de brief tot welke dag u kunt reageren. Schrijf die dag groot op.',
    'Bel wie de brief stuurde en vraag om uitleg. Schrijf op wie u sprak en wanneer.',
  ],
}
