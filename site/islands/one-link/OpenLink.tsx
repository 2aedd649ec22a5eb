/** The code that was said over the phone, with the link of the mail. The link stands in the fragment: no server sees it. */
import { useState } from 'preact/hooks'
import type { LinkOpened } from '../../../api/links/schema.ts'
import { type Problem, request } from '../../lib/api.ts'
import { refusalWords } from '../../lib/words.ts'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

export default function OpenLink() {
  const token = location.hash.slice(1)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  async function open(event: SubmitEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await request<LinkOpened>('POST', '/links/open', { token, code })
    setBusy(false)
    if (answer.ok) return location.assign(`/werk/hulpvraag/#${answer.value.matterId}`)
    setProblem(answer.problem)
  }

  if (!TOKEN.test(token)) {
    return (
      <div class="utrecht-alert utrecht-alert--error" role="alert">
        <div class="utrecht-alert__content">
          <p class="utrecht-alert__message">
            Deze link is niet heel. Open hem nog eens vanuit de e-mail, of vraag de verzender om een nieuwe.
          </p>
        </div>
      </div>
    )
  }
  return (
    <form class="vd-follow" autocomplete="off" noValidate onSubmit={(event) => void open(event)}>
      {problem && (
        <div class="utrecht-alert utrecht-alert--error" role="alert">
          <div class="utrecht-alert__content">
            <p class="utrecht-alert__message" id="code-fout">
              {refusalWords(problem)}
            </p>
          </div>
        </div>
      )}
      <div class="vd-field">
        <label htmlFor="code">Code van zes cijfers</label>
        <p class="vd-field__hint" id="code-uitleg">
          Die hoort u van de verzender, aan de telefoon. Hij staat niet in de e-mail.
        </p>
        <input
          class="utrecht-textbox utrecht-textbox--html-input vd-follow__code"
          id="code"
          inputMode="numeric"
          required
          maxLength={12}
          value={code}
          aria-describedby={problem ? 'code-fout code-uitleg' : 'code-uitleg'}
          onInput={({ currentTarget }) => setCode(currentTarget.value)}
        />
      </div>
      <button class="nl-button nl-button--primary vd-button" type="submit" aria-disabled={busy}>
        {busy ? 'Bezig…' : 'Openen'}
      </button>
      <p>De link werkt één keer en drie dagen. U ziet alleen deze ene overdracht. Wat u opent, wordt vastgelegd.</p>
    </form>
  )
}
