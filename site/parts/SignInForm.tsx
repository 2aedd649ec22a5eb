/** Signing in; on its own page, and in place when a session ended while somebody was typing. */
import { useRef, useState } from 'preact/hooks'
import type { SessionView, SignIn } from '../../api/accounts/schema.ts'
import { type Problem, request } from '../lib/api.ts'
import { faultWords, refusalWords } from '../lib/words.ts'
import { TextField } from './Field.tsx'
import { Notice } from './Notice.tsx'

type Props = { onDone: (session: SessionView) => void; email?: string }

export function SignInForm({ onDone, email: known = '' }: Props) {
  const [input, setInput] = useState<SignIn>({ email: known, password: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const password = useRef<HTMLDivElement>(null)

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await request<SessionView>('POST', '/session', input)
    setBusy(false)
    if (answer.ok) return onDone(answer.value)
    setProblem(answer.problem)
    setTries(tries + 1)
  }

  const faultOf = (pointer: string) => {
    const fault = problem?.faults.find((each) => each.pointer === pointer)
    return fault && faultWords(fault.code)
  }

  function reveal() {
    setShown(!shown)
    password.current?.querySelector('input')?.focus()
  }

  return (
    <form class="vd-form vd-sign-in" noValidate onSubmit={submit}>
      {problem && (
        <Notice key={tries} tone="error" role="alert" title={refusalWords(problem)} focus>
          {problem.code === 'account.wrong_credentials' && (
            <p>Kijk of u geen typefout maakte. Weet u het wachtwoord niet meer? Vraag uw beheerder om een nieuw.</p>
          )}
        </Notice>
      )}
      <TextField
        id="e-mail"
        label="E-mailadres"
        type="email"
        autocomplete="username"
        value={input.email}
        fault={faultOf('/email')}
        onChange={(email) => setInput({ ...input, email })}
      />
      <div ref={password} class="vd-password">
        <TextField
          id="wachtwoord"
          label="Wachtwoord"
          type={shown ? 'text' : 'password'}
          autocomplete="current-password"
          value={input.password}
          fault={faultOf('/password')}
          onChange={(typed) => setInput({ ...input, password: typed })}
        />
        <button
          type="button"
          class="nl-button nl-button--subtle"
          aria-pressed={shown}
          aria-controls="wachtwoord"
          onClick={reveal}
        >
          {shown ? 'Verberg wachtwoord' : 'Toon wachtwoord'}
        </button>
      </div>
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig met inloggen…' : 'Inloggen'}
        </button>
      </p>
    </form>
  )
}
