/** The top of a matter: what it is about, who is responsible, and until when. */
import type { MatterView } from '../../../api/matters/schema.ts'
import { matterCommands, nextActWords, subjectWords } from '../../lib/matter-words.ts'
import type { Names } from '../../lib/names.ts'
import { urgencyWords } from '../../lib/signal-words.ts'
import { Deadline } from '../../parts/Deadline.tsx'

const states: Record<MatterView['state'], string> = { draft: 'concept', open: 'open', closed: 'afgesloten' }

/** What the deadline of an open signal or transfer is for. */
const terms: Partial<Record<string, string>> = {
  sent: 'oppakken',
  waiting: 'antwoord op de vraag',
  offered: 'antwoord van de ontvanger',
  accepted: 'gesprek met drie',
  handed_over: 'start van de hulp',
}

export function Head({ matter, names }: { matter: MatterView; names: Names }) {
  const theme = names.themes[matter.theme] ?? matter.theme
  const place = matter.place && (names.places[matter.place] ?? matter.place)
  const urgency = mostUrgent(matter)
  const term = nextTerm(matter)
  return (
    <header class="vd-matter__head">
      <p class="vd-matter__back">
        <a class="nl-link" href="/werk/">
          Werklijst
        </a>
        {matter.commands.includes('issue_follow_code') && (
          <a class="nl-link" href={`/werk/kaart/#${matter.id}`}>
            {matterCommands.issue_follow_code}
          </a>
        )}
      </p>
      <h1 class="nl-heading nl-heading--level-1">
        {theme}
        {place && `, ${place}`}
      </h1>
      <p class="vd-matter__line">
        <span>
          Hulpvraag <span class="vd-reference">{matter.reference}</span>
        </span>
        <span>{subjectWords[matter.subject]}</span>
        {matter.state !== 'open' && <span class="vd-state-pill">{states[matter.state]}</span>}
        {urgency && urgency !== 'normal' && (
          <span class={`vd-urgency vd-urgency--${urgency}`}>{urgencyWords[urgency]}</span>
        )}
      </p>
      <dl class="vd-holder">
        <div>
          <dt>{matter.state === 'closed' ? 'Was verantwoordelijk' : 'Nu verantwoordelijk'}</dt>
          <dd>
            <strong>{matter.holder.name}</strong>
            {matter.holder.isUs && ' (dat bent u)'}
          </dd>
        </div>
        {term && (
          <div>
            <dt>Eerstvolgende termijn: {term.what}</dt>
            <dd>
              <Deadline due={term.due} />
            </dd>
          </div>
        )}
        {!matter.sender.isUs && (
          <div>
            <dt>Begonnen door</dt>
            <dd>{matter.sender.name}</dd>
          </div>
        )}
      </dl>
    </header>
  )
}

/** Whether the term at the top of the page is the only one that runs: then a card need not say it again. */
export const isOnlyTerm = (matter: MatterView): boolean =>
  [...matter.signals, ...matter.transfers].filter(({ status, dueBy }) => terms[status] && dueBy).length === 1 &&
  !matter.nextActOn

function nextTerm(matter: MatterView): { what: string; due: string } | null {
  const open = [...matter.signals, ...matter.transfers].flatMap(({ status, dueBy }) => {
    const what = terms[status]
    return what && dueBy ? [{ what, due: dueBy }] : []
  })
  const next =
    matter.nextActOn && matter.nextAct
      ? [{ what: nextActWords[matter.nextAct].toLowerCase(), due: matter.nextActOn }]
      : []
  return [...open, ...next].sort((a, b) => a.due.localeCompare(b.due))[0] ?? null
}

function mostUrgent(matter: MatterView) {
  const all = [...matter.signals, ...matter.transfers].map((piece) => piece.urgency)
  return (['acute', 'urgent', 'normal'] as const).find((urgency) => all.includes(urgency)) ?? null
}
