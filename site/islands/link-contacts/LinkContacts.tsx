/** For an administrator: whom a one-time link is mailed to, where nobody has an account. */
import { useEffect, useState } from 'preact/hooks'
import type { ContactsView, DeskContact } from '../../../api/links/schema.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { session } from '../../lib/session.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { ContactForm } from './ContactForm.tsx'

export default function LinkContacts() {
  const [answer, setAnswer] = useState<Answer<ContactsView> | null>(null)
  const [told, setTold] = useState<{ text: string; at: number } | null>(null)
  async function read() {
    const who = await session()
    setAnswer(who.ok ? await ask<ContactsView>('GET', '/links/contacts') : who)
  }
  useEffect(() => void read(), [])
  function done(text: string) {
    setTold({ text, at: Date.now() })
    void read()
  }

  if (!answer) return <Loading what="De lijst" />
  if (!answer.ok) return <Unreachable problem={answer.problem} retry={() => void read()} />
  const { desks, withAccounts } = answer.value
  return (
    <>
      <p class="vd-lead">
        Heeft een team geen account? Dan krijgt het contact van dat team een link per e-mail, voor één overdracht.
        Zonder contact kan niemand dat team kiezen.
      </p>
      {told && <Notice key={told.at} tone="ok" role="status" title={told.text} focus />}
      {desks.length === 0 && <p>Elk team heeft een eigen account. Er is geen contact nodig.</p>}
      <ul class="vd-keys" role="list">
        {desks.map((each) => (
          <li key={each.desk.id} class="vd-piece">
            <Contact {...each} onDone={done} />
          </li>
        ))}
      </ul>
      {withAccounts > 0 && desks.length > 0 && (
        <p>
          {withAccounts === 1 ? 'Eén ander team heeft' : `${withAccounts} andere teams hebben`} een eigen account. Daar
          is geen contact nodig.
        </p>
      )}
    </>
  )
}

type Props = DeskContact & { onDone: (told: string) => void }

function Contact({ desk, organization, contact, onDone }: Props) {
  const [open, setOpen] = useState(contact === null)
  useEffect(() => setOpen(contact === null), [contact?.email])
  async function remove() {
    const answer = await ask('POST', '/links/contacts/remove', { deskId: desk.id })
    if (answer.ok) onDone(`${desk.name} heeft geen contact meer. Niemand kan dit team nu kiezen.`)
  }
  return (
    <>
      <h2 class="nl-heading nl-heading--level-3">
        {desk.name}, {organization.name}
      </h2>
      <p>
        {contact ? (
          <>
            Contact: <strong>{contact.name}</strong>, {contact.email}
          </>
        ) : (
          'Er is nog geen contact.'
        )}
      </p>
      {open ? (
        <ContactForm desk={desk} onDone={onDone} onCancel={contact ? () => setOpen(false) : null} />
      ) : (
        <p class="vd-actions">
          <button type="button" class="nl-button nl-button--secondary" onClick={() => setOpen(true)}>
            Ander contact<span class="vd-hidden"> voor {desk.name}</span>
          </button>{' '}
          <button type="button" class="nl-button nl-button--subtle" onClick={() => void remove()}>
            Contact weghalen<span class="vd-hidden"> van {desk.name}</span>
          </button>
        </p>
      )}
    </>
  )
}
