import { useEffect, useState } from 'preact/hooks'
import type { ConsultItem, ConsultsView } from '../../../api/consults/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { consultStates, decisionWords } from '../../lib/consult-words.ts'
import { dayOf, formatDay } from '../../lib/dates.ts'
import type { Names } from '../../lib/names.ts'
import { session } from '../../lib/session.ts'
import { Loading, Unreachable } from '../../parts/Notice.tsx'

const lists = [
  { key: 'ours', name: 'Wacht op u', empty: 'Er wacht geen vraag of antwoord op u.' },
  { key: 'theirs', name: 'Wacht op de ander', empty: 'U wacht op niemand.' },
  { key: 'closed', name: 'Afgesloten', empty: 'Er is nog niets afgesloten.' },
] as const

export function ConsultList({ names }: { names: Names }) {
  const [answer, setAnswer] = useState<Answer<ConsultsView> | null>(null)
  async function read() {
    const who = await session()
    setAnswer(who.ok ? await ask<ConsultsView>('GET', '/consults') : who)
  }
  useEffect(() => void read(), [])

  return (
    <>
      <div class="vd-title-row">
        <h1 class="nl-heading nl-heading--level-1">Sparren</h1>
        <p class="vd-actions">
          <a class="nl-button nl-button--primary" href="/werk/sparren/vragen/">
            Vraag stellen
          </a>
          <a class="nl-button nl-button--secondary" href="/werk/sparren/adviezen/">
            Adviezen lezen
          </a>
        </p>
      </div>
      <p class="vd-lead">Denk samen na over een vraag, zonder te zeggen over wie het gaat.</p>
      {!answer && <Loading what="De lijst" />}
      {answer && !answer.ok && <Unreachable problem={answer.problem} retry={() => void read()} />}
      {answer?.ok &&
        lists.map(({ key, name, empty }) => (
          <section key={key} aria-labelledby={`lijst-${key}`} class="vd-list-section">
            <h2 id={`lijst-${key}`} class="nl-heading nl-heading--level-2">
              {name} ({answer.value[key].length})
            </h2>
            {answer.value[key].length === 0 ? (
              <p>{empty}</p>
            ) : (
              <Items label={name} items={answer.value[key]} names={names} />
            )}
          </section>
        ))}
    </>
  )
}

function Items({ label, items, names }: { label: string; items: readonly ConsultItem[]; names: Names }) {
  return (
    <table class="vd-work">
      <caption class="vd-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Vraag</th>
          <th scope="col">Stand</th>
          <th scope="col">Van en naar</th>
          <th scope="col">Gesteld op</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row" class="vd-work__what">
              <a href={`/werk/sparren/#${item.id}`}>{aboutOf(item, names)}</a>
              <span class="vd-work__reference">
                Sparren <span class="vd-reference">{item.reference}</span>
              </span>
            </th>
            <td data-label="Stand">
              {consultStates[item.status]}
              {item.decision && `: ${decisionWords[item.decision].toLowerCase()}`}
            </td>
            <td data-label="Van en naar">
              {item.weAre === 'asker'
                ? `naar ${item.to.desk?.name ?? item.to.organization.name}`
                : `van ${item.from.organization.name}`}
            </td>
            <td data-label="Gesteld op">{formatDay(dayOf(new Date(item.askedAt)))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "Opgroeien en opvoeden, Lindeveen". */
export const aboutOf = ({ theme, place }: Pick<ConsultItem, 'theme' | 'place'>, names: Names): string =>
  [names.themes[theme] ?? theme, place && (names.places[place] ?? place)].filter(Boolean).join(', ')
