/**
 * What people say when they need a kind of service: some five hundred lines for each, as residents, relatives, neighbours
 * and those who help them tell it, in `lines/`. Nobody is shown them: from them is learnt which words, taken together,
 * speak for which kind. DESIGN.md beside the embedded index says how they came about and what may stand in them.
 */
import { startingList } from '../synonyms.ts'
import { learn } from './learn.ts'
import type { Speaking } from './learn.ts'
import elsewhereLines from './lines/elsewhere.json' with { type: 'json' }
import autisme from './lines/autisme.json' with { type: 'json' }
import begeleidwonen from './lines/begeleidwonen.json' with { type: 'json' }
import beperking from './lines/beperking.json' with { type: 'json' }
import beschutwerk from './lines/beschutwerk.json' with { type: 'json' }
import bewegen from './lines/bewegen.json' with { type: 'json' }
import bibliotheek from './lines/bibliotheek.json' with { type: 'json' }
import bijstand from './lines/bijstand.json' with { type: 'json' }
import budgetcoach from './lines/budgetcoach.json' with { type: 'json' }
import burenruzie from './lines/burenruzie.json' with { type: 'json' }
import computer from './lines/computer.json' with { type: 'json' }
import consultatie from './lines/consultatie.json' with { type: 'json' }
import dagbesteding from './lines/dagbesteding.json' with { type: 'json' }
import daklozen from './lines/daklozen.json' with { type: 'json' }
import dementie from './lines/dementie.json' with { type: 'json' }
import dietist from './lines/dietist.json' with { type: 'json' }
import dorpshuis from './lines/dorpshuis.json' with { type: 'json' }
import eenzaamheid from './lines/eenzaamheid.json' with { type: 'json' }
import energie from './lines/energie.json' with { type: 'json' }
import exgedetineerden from './lines/exgedetineerden.json' with { type: 'json' }
import geweld from './lines/geweld.json' with { type: 'json' }
import ggz from './lines/ggz.json' with { type: 'json' }
import ghb from './lines/ghb.json' with { type: 'json' }
import hospice from './lines/hospice.json' with { type: 'json' }
import huisarts from './lines/huisarts.json' with { type: 'json' }
import huishoudelijk from './lines/huishoudelijk.json' with { type: 'json' }
import hulpmiddelen from './lines/hulpmiddelen.json' with { type: 'json' }
import huurachterstand from './lines/huurachterstand.json' with { type: 'json' }
import inburgering from './lines/inburgering.json' with { type: 'json' }
import inloop from './lines/inloop.json' with { type: 'json' }
import jeugdhulp from './lines/jeugdhulp.json' with { type: 'json' }
import jongerenwerk from './lines/jongerenwerk.json' with { type: 'json' }
import kerk from './lines/kerk.json' with { type: 'json' }
import kinderopvang from './lines/kinderopvang.json' with { type: 'json' }
import kindpakket from './lines/kindpakket.json' with { type: 'json' }
import kledingbank from './lines/kledingbank.json' with { type: 'json' }
import kreatief from './lines/kreatief.json' with { type: 'json' }
import lhbti from './lines/lhbti.json' with { type: 'json' }
import maaltijd from './lines/maaltijd.json' with { type: 'json' }
import maatschappelijk from './lines/maatschappelijk.json' with { type: 'json' }
import mantelzorg from './lines/mantelzorg.json' with { type: 'json' }
import nieuwkomervrouwen from './lines/nieuwkomervrouwen.json' with { type: 'json' }
import opvoeding from './lines/opvoeding.json' with { type: 'json' }
import ouderenadvies from './lines/ouderenadvies.json' with { type: 'json' }
import rechtshulp from './lines/rechtshulp.json' with { type: 'json' }
import repaircafe from './lines/repaircafe.json' with { type: 'json' }
import respijtzorg from './lines/respijtzorg.json' with { type: 'json' }
import roken from './lines/roken.json' with { type: 'json' }
import rouw from './lines/rouw.json' with { type: 'json' }
import scheiding from './lines/scheiding.json' with { type: 'json' }
import schuldhulp from './lines/schuldhulp.json' with { type: 'json' }
import sportclub from './lines/sportclub.json' with { type: 'json' }
import taalles from './lines/taalles.json' with { type: 'json' }
import thuiszorg from './lines/thuiszorg.json' with { type: 'json' }
import verslaving from './lines/verslaving.json' with { type: 'json' }
import vervoer from './lines/vervoer.json' with { type: 'json' }
import voedselbank from './lines/voedselbank.json' with { type: 'json' }
import vrijwilligerswerk from './lines/vrijwilligerswerk.json' with { type: 'json' }
import werkzoeken from './lines/werkzoeken.json' with { type: 'json' }
import wmoloket from './lines/wmoloket.json' with { type: 'json' }
import woonruimte from './lines/woonruimte.json' with { type: 'json' }
import zelfmoord from './lines/zelfmoord.json' with { type: 'json' }
import zwanger from './lines/zwanger.json' with { type: 'json' }

/** A kind of service: the terms such services carry in name or keywords, and what people say. */
export type Said = { terms: string[]; lines: string[] }

export const said: readonly Said[] = [
  schuldhulp,
  budgetcoach,
  huurachterstand,
  voedselbank,
  kledingbank,
  kindpakket,
  bijstand,
  werkzoeken,
  beschutwerk,
  vrijwilligerswerk,
  mantelzorg,
  respijtzorg,
  dementie,
  dagbesteding,
  huishoudelijk,
  thuiszorg,
  wmoloket,
  hulpmiddelen,
  vervoer,
  maaltijd,
  eenzaamheid,
  inloop,
  dorpshuis,
  ouderenadvies,
  bewegen,
  sportclub,
  opvoeding,
  consultatie,
  jeugdhulp,
  jongerenwerk,
  kinderopvang,
  scheiding,
  geweld,
  rouw,
  verslaving,
  ghb,
  roken,
  ggz,
  zelfmoord,
  autisme,
  beperking,
  begeleidwonen,
  daklozen,
  woonruimte,
  energie,
  burenruzie,
  rechtshulp,
  maatschappelijk,
  taalles,
  computer,
  bibliotheek,
  inburgering,
  nieuwkomervrouwen,
  kreatief,
  repaircafe,
  huisarts,
  dietist,
  hospice,
  zwanger,
  lhbti,
  kerk,
  exgedetineerden,
]

/** What people ask that a social map has nothing for. */
const elsewhere = elsewhereLines.lines

let learnt: Speaking | null = null

/**
 * Per stem the kinds it speaks for, numbered as in `said`; the number after those is what is not ours. The words of the
 * starting list are lines too. Learnt when first asked for, which takes a second, and kept: it hangs on nothing else.
 */
export function speaking(): Speaking {
  learnt ??= learn([...said.map(linesOf), elsewhere])
  return learnt
}

function linesOf({ terms, lines }: Said): string[] {
  const listed = startingList.filter((entry) => entry.terms.some((term) => terms.includes(term)))
  return [...lines, ...terms, ...listed.flatMap(({ phrases }) => phrases)]
}
