/** What one can do oneself or with people near, per theme. The first words of every theme page. */
import type { ThemeKey } from './taxonomy.ts'

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
