/** A transfer on paper, for a receiver who takes it over by hand: the same copy as the file, fetched once and logged. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import type { TransferCopy as Copy } from '../../../api/transfers/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { dayOf, formatLongDate } from '../../lib/dates.ts'
import { momentWords } from '../../lib/deadline.ts'
import { useFragment } from '../../lib/fragment.ts'
import { involvementWords, subjectWords } from '../../lib/matter-words.ts'
import type { Names } from '../../lib/names.ts'
import { session } from '../../lib/session.ts'
import { urgencyWords } from '../../lib/signal-words.ts'
import { contactHowWords, transferStates } from '../../lib/transfer-words.ts'
import { Loading, Unreachable } from '../../parts/Notice.tsx'

export default function TransferCopy({ names }: { names: Names }) {
  const [id, matterId] = useFragment()
  const [copy, setCopy] = useState<Copy | null>(null)
  const [failed, setFailed] = useState<Problem | null>(null)
  const button = useRef<HTMLButtonElement>(null)

  async function read() {
    setFailed(null)
    const who = await session()
    const answer = who.ok ? await ask<Copy>('GET', `/transfers/${id}/copy`) : who
    if (answer.ok) setCopy(answer.value)
    else setFailed(answer.problem)
  }
  useEffect(() => {
    if (id === '') return location.replace('/werk/')
    void read()
  }, [id])
  // One press was made already, on the page before: the printer's own window comes at once.
  useEffect(() => {
    if (!copy) return
    button.current?.focus()
    print()
  }, [copy])

  if (failed) return <Unreachable problem={failed} retry={() => void read()} />
  if (!copy) return <Loading what="De kopie" />
  return (
    <>
      <div class="vd-card-tools">
        {matterId && (
          <p>
            <a class="nl-link" href={`/werk/hulpvraag/#${matterId}`}>
              Terug naar hulpvraag {copy.reference}
            </a>
          </p>
        )}
        <p>Dat u deze kopie opende, is vastgelegd. Op papier staat wie het is: laat het nergens liggen.</p>
        <p class="vd-actions">
          <button ref={button} type="button" class="nl-button nl-button--primary" onClick={() => print()}>
            Nog eens printen
          </button>
        </p>
      </div>
      <Paper copy={copy} names={names} />
    </>
  )
}

function Paper({ copy, names }: { copy: Copy; names: Names }) {
  const { transfer, about, person } = copy
  const place = about.place && (names.places[about.place] ?? about.place)
  const facts: [string, ComponentChildren][] = [
    ['Van', transfer.from],
    ['Aan', transfer.to],
    ['Stand', `${transferStates[transfer.status]}${transfer.warm ? ', warme overdracht' : ', zonder gesprek'}`],
    ['Onderwerp', `${names.themes[about.theme] ?? about.theme}${place ? `, ${place}` : ''}`],
    ['Wat wordt er gevraagd?', <span class="vd-said">{transfer.request}</span>],
    ['Spoed', urgencyWords[transfer.urgency]],
    ['Gesprek', transfer.contactOn && contactOf(transfer.contactOn, transfer.contactHow)],
    ['Start uiterlijk', transfer.startBy && momentWords(transfer.startBy)],
    ['Om wie gaat het?', person ? person.name : subjectWords[about.subject]],
    ['Bellen', person && callOf(person)],
    ['Tolk', person && (person.interpreter ?? 'niet nodig')],
    ['Rolstoel', person?.wheelchair && 'ja'],
    ['Is het gezin betrokken?', involvementWords[about.involvement]],
    ['Toelichting', about.involvementReason],
  ]
  return (
    <section class="vd-paper vd-paper--copy" aria-labelledby="kopie-kop">
      <h2 id="kopie-kop">Overdracht {copy.reference}</h2>
      <dl class="vd-facts-list">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p>Kopie van {formatLongDate(dayOf(new Date(copy.takenAt)))}</p>
    </section>
  )
}

const contactOf = (on: string, how: Copy['transfer']['contactHow']) =>
  how ? `${momentWords(on)}, ${contactHowWords[how].toLowerCase()}` : momentWords(on)

/** How contact is safe, in the order somebody with a telephone in the hand needs it. */
function callOf({ mayCall, phone, callWhen, voicemail }: NonNullable<Copy['person']>): string {
  if (!mayCall) return `Niet bellen.${callWhen ? ` ${callWhen}` : ''}`
  const when = callWhen ? `, ${callWhen}` : ''
  return `${phone ?? 'nummer niet bekend'}${when}. ${voicemail ? 'Voicemail inspreken mag.' : 'Spreek geen voicemail in en stuur geen bericht.'}`
}
