import type { DeskContact } from '../../../api/links/schema.ts'
import { TextField } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { useShortForm } from '../../parts/short-form.ts'

type Props = { desk: DeskContact['desk']; onDone: (told: string) => void; onCancel: (() => void) | null }

/** The contact of one desk: a function and its address. */
export function ContactForm({ desk, onDone, onCancel }: Props) {
  const { typed, set, problem, tries, busy, send, faultAt } = useShortForm({ name: '', email: '' })
  const [naam, mail] = [`contact-naam-${desk.id}`, `contact-mail-${desk.id}`]
  const fields = [
    { pointer: '/name', id: naam, label: 'Naam van de functie' },
    { pointer: '/email', id: mail, label: 'E-mailadres' },
  ]
  async function submit(event: SubmitEvent) {
    event.preventDefault()
    if (await send('POST', '/links/contacts', { deskId: desk.id, ...typed }))
      onDone(`${typed.name} is nu het contact van ${desk.name}.`)
  }
  return (
    <form class="vd-form vd-form--short" aria-label={`Contact van ${desk.name}`} noValidate onSubmit={submit}>
      <FormProblem problem={problem} tries={tries} fields={fields} />
      <TextField
        id={naam}
        label="Naam van de functie"
        hint="Geen persoon. Bijvoorbeeld: assistente."
        maxLength={120}
        value={typed.name}
        fault={faultAt('/name')}
        onChange={(name) => set({ name })}
      />
      <TextField
        id={mail}
        label="E-mailadres"
        type="email"
        hint="Een adres dat elke werkdag wordt gelezen."
        value={typed.email}
        fault={faultAt('/email')}
        onChange={(email) => set({ email })}
      />
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          Contact bewaren
        </button>{' '}
        {onCancel && (
          <button type="button" class="nl-button nl-button--subtle" onClick={onCancel}>
            Toch niet
          </button>
        )}
      </p>
    </form>
  )
}
