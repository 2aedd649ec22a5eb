/** The handover card: one A4 for the resident, with the code to follow along, and nothing about the problem. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { FollowCodeIssued, MatterView } from '../../../api/matters/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { formatDate, dayOf } from '../../lib/dates.ts'
import { useFragment } from '../../lib/fragment.ts'
import { session } from '../../lib/session.ts'
import { Loading, Notice, Refused, Unreachable } from '../../parts/Notice.tsx'

type Facts = { matter: MatterView; who: SessionView }

type Municipality = { name: string; phone: string | null }

export default function HandoverCard({ town, municipality }: { town: string; municipality: Municipality }) {
  const [id] = useFragment()
  const [facts, setFacts] = useState<Facts | null>(null)
  const [failed, setFailed] = useState<Problem | null>(null)
  const [issued, setIssued] = useState<FollowCodeIssued | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [large, setLarge] = useState(false)
  const card = useRef<HTMLHeadingElement>(null)

  async function read() {
    setFailed(null)
    const who = await session()
    if (!who.ok) return setFailed(who.problem)
    const answer = await ask<MatterView>('GET', `/matters/${id}`)
    if (!answer.ok) return setFailed(answer.problem)
    setFacts({ matter: answer.value, who: who.value })
  }
  useEffect(() => {
    if (id === '') return location.replace('/werk/')
    void read()
  }, [id])
  useEffect(() => card.current?.focus(), [issued])

  async function issue() {
    const answer = await ask<FollowCodeIssued>('POST', `/matters/${id}/follow-code`, { version: facts?.matter.version })
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setIssued(answer.value)
    else if (answer.problem.code === 'changed_meanwhile') void read()
  }

  if (failed) return <Unreachable problem={failed} retry={() => void read()} />
  if (!facts) return <Loading what="De kaart" />
  const { matter, who } = facts
  const canIssue = matter.commands.includes('issue_follow_code')
  return (
    <>
      <div class="vd-card-tools">
        <p>
          <a class="nl-link" href={`/werk/hulpvraag/#${matter.id}`}>
            Terug naar hulpvraag {matter.reference}
          </a>
        </p>
        {problem && <Refused problem={problem} />}
        {!issued && !canIssue && (
          <Notice tone="info" title="Alleen wie nu verantwoordelijk is, maakt een overdrachtskaart." />
        )}
        {!issued && canIssue && (
          <>
            <p>
              Op de kaart staat een volgcode. Daarmee ziet de inwoner wie nu aan zet is en wie te bellen is. Er staat
              niets op over de vraag zelf.
            </p>
            <Notice tone="warning" title="Is het veilig als iemand thuis deze kaart vindt?">
              <p>Kan alleen al de naam van een organisatie gevaar geven? Geef dan geen kaart mee.</p>
            </Notice>
            {matter.followCodeIssuedAt && (
              <Notice
                tone="info"
                title={`Er is al een code, van ${formatDate(dayOf(new Date(matter.followCodeIssuedAt)))}.`}
              >
                <p>Wij bewaren de code zelf niet. Maakt u een nieuwe, dan werkt de oude niet meer.</p>
              </Notice>
            )}
            <p class="vd-actions">
              <button type="button" class="nl-button nl-button--primary" onClick={() => void issue()}>
                {matter.followCodeIssuedAt ? 'Nieuwe code maken: de oude vervalt' : 'Kaart met code maken'}
              </button>
            </p>
          </>
        )}
        {issued && (
          <>
            <Notice
              tone="ok"
              role="status"
              title="De kaart is klaar. De code ziet u maar één keer: print de kaart nu."
            />
            <p>
              <label class="vd-large">
                <input type="checkbox" checked={large} onChange={() => setLarge(!large)} /> Extra grote letters
              </label>
            </p>
            <p class="vd-actions">
              <button type="button" class="nl-button nl-button--primary" onClick={() => print()}>
                Printen
              </button>
            </p>
          </>
        )}
      </div>
      {issued && (
        <section class={`vd-paper${large ? ' vd-paper--large' : ''}`} aria-labelledby="kaart-kop">
          <p class="vd-paper__house">Voordeur {town}</p>
          <h2 id="kaart-kop" ref={card} tabIndex={-1}>
            Zo ziet u wie er voor u aan zet is
          </h2>
          <p>Ga op internet naar</p>
          <p class="vd-paper__address">{location.host}/volgen</p>
          <p>Vul deze code in:</p>
          <p class="vd-paper__code" aria-label={`Code: ${[...issued.code].join(' ')}`}>
            {groups(issued.code).map((group) => (
              <span key={group}>{group}</span>
            ))}
          </p>
          <p>U ziet dan wie nu aan zet is, tot wanneer, en wie u kunt bellen. U hebt geen wachtwoord nodig.</p>
          <p lang="en">In English: {location.host}/volgen/en</p>
          <p>Bewaar deze kaart goed. Wie de code heeft, kan meekijken wie er aan zet is.</p>
          <Call matter={matter} who={who} municipality={municipality} />
        </section>
      )}
    </>
  )
}

/** `ABCD-EFGH-…` or without hyphens: four by four, as people read from paper. */
const groups = (code: string) => code.replaceAll(/[^0-9A-Z]/gi, '').match(/.{1,4}/g) ?? [code]

type CallProps = Facts & { municipality: Municipality }

/** Our own team; who has no team with a number (a school) names the municipality's. */
function Call({ matter, who, municipality }: CallProps) {
  const sides = [...matter.transfers, ...matter.signals].flatMap(({ from, to }) => [from, to])
  const desk = sides.find((side) => side.organization.isUs && side.desk?.phone)?.desk
  const phone = desk?.phone ?? municipality.phone
  return (
    <div class="vd-paper__call">
      <p>Hebt u een vraag? Of belt er niemand? {phone ? 'Bel:' : 'Vraag het aan:'}</p>
      {phone && <p class="vd-paper__phone">{phone}</p>}
      <p>{desk || !municipality.phone ? `${desk?.name ?? who.name}, ${who.organization.name}` : municipality.name}</p>
    </div>
  )
}
