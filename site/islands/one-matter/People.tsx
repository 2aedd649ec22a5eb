/** Whom it is about, and first of all how contact with them is safe. */
import type { ComponentChildren } from 'preact'
import type { MatterView, Person } from '../../../api/matters/schema.ts'
import { involvementWords } from '../../lib/matter-words.ts'

export function People({ matter }: { matter: MatterView }) {
  return (
    <>
      <h2 class="nl-heading nl-heading--level-2">Om wie het gaat</h2>
      {matter.person ? <Contact person={matter.person} /> : <NotShown matter={matter} />}
      {matter.subject !== 'group' && (
        <dl class="vd-facts-list">
          <Fact name="Is het gezin betrokken?">
            {involvementWords[matter.involvement]}
            {matter.involvementReason && <p class="vd-said">{matter.involvementReason}</p>}
          </Fact>
        </dl>
      )}
    </>
  )
}

function NotShown({ matter }: { matter: MatterView }) {
  if (matter.subject === 'group') return <p>Het gaat om een groep. Er staan geen gegevens van personen in.</p>
  return (
    <p>
      {matter.state === 'closed'
        ? 'De hulpvraag is afgesloten. De gegevens van de persoon zijn niet meer te zien.'
        : 'U ziet nu niet om wie het gaat. Dat ziet alleen wie het oppakt of aanneemt.'}
    </p>
  )
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Contact({ person }: { person: Person }) {
  return (
    <>
      <p class="vd-person">{person.name}</p>
      <div class={`vd-safe${person.mayCall ? '' : ' vd-safe--no'}`}>
        <p class="vd-safe__title">{person.mayCall ? 'Hier mag u bellen' : 'Niet bellen'}</p>
        {person.mayCall && person.phone && (
          <p class="vd-safe__phone">
            <a href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}>{person.phone}</a>
          </p>
        )}
        {!person.mayCall && <p>Bellen is niet veilig of niet gewenst. Overleg met de verzender hoe het wel kan.</p>}
        <ul>
          {person.mayCall && <li>Wanneer: {person.callWhen ?? 'maakt niet uit'}</li>}
          {person.mayCall && (
            <li>{person.voicemail ? 'Voicemail inspreken mag.' : 'Spreek geen voicemail in en stuur geen bericht.'}</li>
          )}
          {!person.mayCall && person.callWhen && <li>{person.callWhen}</li>}
          <li>{person.interpreter ? `Tolk nodig: ${person.interpreter}` : 'Geen tolk nodig.'}</li>
          {person.wheelchair && <li>Komt met een rolstoel.</li>}
        </ul>
      </div>
    </>
  )
}
