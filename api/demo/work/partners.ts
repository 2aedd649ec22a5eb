/** What the demo's partners agreed with each other, and what they asked a consultant without saying who it is about. */
import { agreeAgreement, proposeAgreement } from '../../agreements/actions.ts'
import { agreementProposed } from '../../agreements/schema.ts'
import { dateIn } from '../../calendar.ts'
import { answerConsult, askConsultant, closeConsult } from '../../consults/actions.ts'
import type { Deps } from '../../deps.ts'
import { checkGuidance, proposeGuidance } from '../../guidance/actions.ts'
import { planMeetings } from '../../meetings/actions.ts'
import { desks, organizations } from '../ids.ts'
import { ago, as } from './play.ts'
import type { Who } from './stories.ts'

const side = (who: Who) => ({ organizationId: as(who).viewer.organizationId })

async function propose(deps: Deps, days: number, from: Who, to: Who, facts: Record<string, unknown>) {
  const then = ago(deps, days)
  const terms = { answerDays: 3, contactDays: 5, startDays: 10, validFrom: dateIn(then.now()), validUntil: null }
  const input = agreementProposed.parse({ from: side(from), to: side(to), ...terms, ...facts })
  return proposeAgreement(then, as(from), input)
}

const ask = (deps: Deps, days: number, who: Who, theme: string, question: string) =>
  askConsultant(ago(deps, days), as(who), {
    organizationId: organizations.gemeente.id,
    deskId: null,
    theme,
    place: null,
    question,
  })

/**
 * Three agreements, one of a kind and one that still waits for the other side; three questions in each of their states, what was made of
 * two answers for everybody, and the meetings of a school.
 */
export async function loadDemoPartners(deps: Deps): Promise<void> {
  const debts = await propose(deps, 60, 'teamleider', 'schuldhulp', {
    purpose: 'Gezinnen met schulden snel bij schuldhulp brengen, met een gesprek samen.',
    criteria: 'Inwoner van Lindeveen, 18 jaar of ouder, met rekeningen die niet meer betaald worden.',
    needed: 'Wat het gezin zelf wil, en welke rekeningen het eerst moeten. Geen kopieën van post.',
    contactRoute: 'Via Voordeur. Bij dreigende afsluiting ook bellen met de aanmelding.',
    answerDays: 2,
  })
  await agreeAgreement(ago(deps, 58), as('schuldhulpLeider'), debts.id, undefined)
  await propose(deps, 3, 'teamleider', 'jeugdhulp', {
    purpose: 'Jongeren die niet meer naar school gaan samen begeleiden.',
    criteria: 'Leerling tot 18 jaar die vier weken of langer lessen mist.',
    needed: 'Wat de school al deed, en wat de jongere zelf zegt.',
    contactRoute: 'Via Voordeur. Het eerste gesprek is op school.',
    startDays: 15,
  })
  const schools = await propose(deps, 40, 'beheer', 'opvoedhulpLeider', {
    from: { kind: 'primary_school' },
    purpose: 'Ouders van leerlingen snel laten praten met een opvoedadviseur.',
    criteria: 'Kinderen tot en met groep 8. Het gaat om opvoeden thuis, en ouders willen een gesprek.',
    needed: 'Wat ouders zelf vragen, en wat de school al deed. Geen verslagen uit het leerlingdossier.',
    contactRoute: 'Via Voordeur. De adviseur belt de ouders zelf.',
    answerDays: 2,
  })
  await agreeAgreement(ago(deps, 38), as('opvoedhulpLeider'), schools.id, undefined)

  await ask(
    deps,
    1,
    'teamNoord',
    'zorg-en-hulp-thuis',
    'Kan iemand die bij een zoon inwoont zelf hulp bij het huishouden aanvragen?',
  )
  const answered = await ask(
    deps,
    4,
    'school',
    'opgroeien-en-opvoeden',
    'Wanneer is een gesprek met de ouders genoeg, en wanneer sturen wij een signaal?',
  )
  await answerConsult(ago(deps, 3), as('loket'), answered.id, {
    answer:
      'Is het gesprek gelukt en gaat het daarna beter, dan is dat genoeg. Stuur een signaal als u zich zorgen blijft maken.',
  })
  const closed = await ask(
    deps,
    12,
    'teamZuid',
    'mantelzorg',
    'Is er vervangende zorg mogelijk zonder indicatie, voor een paar uur per week?',
  )
  await answerConsult(ago(deps, 11), as('loket'), closed.id, {
    answer:
      'Ja. Het steunpunt mantelzorg regelt een vrijwilliger. Duurt het langer dan drie maanden, vraag dan een onderzoek aan.',
  })
  await closeConsult(ago(deps, 10), as('teamZuid'), closed.id, { decision: 'line0', note: null })

  const advice = await proposeGuidance(ago(deps, 9), as('loket'), closed.id, {
    question: 'Is er vervangende zorg voor een mantelzorger zonder indicatie?',
    answer:
      'Ja, voor een paar uur per week: het steunpunt mantelzorg regelt een vrijwilliger. Duurt het langer dan drie maanden, vraag dan een onderzoek aan.',
  })
  await checkGuidance(ago(deps, 8), as('consulent'), advice.id, {})
  await proposeGuidance(ago(deps, 2), as('loket'), answered.id, {
    question: 'Wanneer is een gesprek met de ouders genoeg, en wanneer is een signaal nodig?',
    answer: 'Gaat het na het gesprek beter, dan is dat genoeg. Blijft de zorg, stuur dan een signaal.',
  })
  await planYear(deps)
}

/** The school's meetings of the next half year, with the school social worker and the youth nurse. */
async function planYear(deps: Deps): Promise<void> {
  const weeks = [1, 7, 13, 19, 25]
  const day = (week: number) => dateIn(new Date(deps.now().getTime() + week * 7 * 86_400_000))
  await planMeetings(deps, as('school'), {
    kind: 'sot',
    days: weeks.map(day),
    at: '15:30',
    room: 'Teamkamer',
    guests: [
      { deskId: desks.teamNoord.id, role: 'school_social_worker' },
      { deskId: desks.jeugdgezondheid.id, role: 'youth_nurse' },
      { deskId: desks.loket.id, role: 'consultant' },
    ],
  })
}
