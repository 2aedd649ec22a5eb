/** Where one's own system is told that something changed, and the last things it was told. */
import { useEffect, useState } from 'preact/hooks'
import type { WebhookMade, WebhookView } from '../../../api/partners/schema.ts'
import { type Answer, ask, type Problem } from '../../lib/api.ts'
import { dayOf, formatDate } from '../../lib/dates.ts'
import { TextField } from '../../parts/Field.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { Loading, Notice, Refused, Unreachable } from '../../parts/Notice.tsx'
import { useShortForm } from '../../parts/short-form.ts'
import { Deliveries } from './Deliveries.tsx'

const fields = [{ pointer: '/url', id: 'systeem-adres', label: 'Adres van uw systeem' }]
/** A test is on its way within seconds: looked at again until then. */
const LOOK_AGAIN_MS = 2_000

export function Webhook() {
  const [answer, setAnswer] = useState<Answer<WebhookView> | null>(null)
  const [made, setMade] = useState<WebhookMade | null>(null)
  const [told, setTold] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useShortForm({ url: '' })
  const read = () => void ask<WebhookView>('GET', '/partners/webhook').then(setAnswer)
  useEffect(read, [])
  const view = answer?.ok ? answer.value : null
  const isWaiting = view?.deliveries.some(({ state, attempts }) => state === 'waiting' && attempts === 0) ?? false
  useEffect(() => {
    if (!isWaiting) return
    const again = setTimeout(read, LOOK_AGAIN_MS)
    return () => clearTimeout(again)
  }, [view])

  async function connect(event: SubmitEvent) {
    event.preventDefault()
    setMade(null)
    const secret = await form.send<WebhookMade>('POST', '/partners/webhook', form.typed)
    if (!secret) return
    form.set({ url: '' })
    setTold('')
    setMade(secret)
    read()
  }
  async function command(path: 'test' | 'stop', said: string) {
    const done = await ask('POST', `/partners/webhook/${path}`)
    setProblem(done.ok ? null : done.problem)
    setMade(null)
    setTold(done.ok ? said : '')
    read()
  }

  return (
    <section class="vd-list-section" aria-labelledby="berichten">
      <h2 id="berichten" class="nl-heading nl-heading--level-2">
        Berichten naar uw systeem
      </h2>
      <p>
        Gebeurt er iets met een overdracht die u ontving? Dan krijgt uw systeem een bericht: welke overdracht, en wat er
        gebeurde. Nooit om wie het gaat. Met een sleutel haalt uw systeem de gegevens zelf op.
      </p>
      {!answer && <Loading what="Het adres" />}
      {answer && !answer.ok && <Unreachable problem={answer.problem} retry={read} />}
      {problem && <Refused problem={problem} />}
      {told && <Notice tone="ok" role="status" title={told} focus />}
      {made && (
        <Notice tone="ok" role="status" focus title="Uw systeem krijgt nu berichten. Dit geheim ziet u maar één keer.">
          <p>
            Hiermee controleert uw systeem dat een bericht van ons komt:{' '}
            <strong class="vd-secret">{made.secret}</strong>
          </p>
        </Notice>
      )}
      {view?.webhook && (
        <>
          <dl class="vd-facts-list">
            <div>
              <dt>Adres</dt>
              <dd class="vd-address-line">{view.webhook.url}</dd>
            </div>
            <div>
              <dt>Ingesteld</dt>
              <dd>
                {formatDate(dayOf(new Date(view.webhook.madeAt)))}
                {view.webhook.madeBy && ` door ${view.webhook.madeBy}`}
              </dd>
            </div>
          </dl>
          <p class="vd-actions">
            <button
              type="button"
              class="nl-button nl-button--secondary"
              onClick={() => void command('test', 'Een proefbericht is onderweg. Hieronder ziet u of het aankwam.')}
            >
              Stuur een proefbericht
            </button>{' '}
            <button
              type="button"
              class="nl-button nl-button--subtle"
              onClick={() => void command('stop', 'Uw systeem krijgt geen berichten meer.')}
            >
              Stop met berichten
            </button>
          </p>
        </>
      )}
      {view && (
        <form class="vd-form" noValidate aria-label="Adres van uw systeem" onSubmit={connect}>
          <FormProblem problem={form.problem} tries={form.tries} fields={fields} />
          <TextField
            id="systeem-adres"
            label={view.webhook ? 'Nieuw adres van uw systeem' : 'Adres van uw systeem'}
            hint="U krijgt dit van uw leverancier. Het begint met https://."
            maxLength={500}
            value={form.typed.url}
            fault={form.faultAt('/url')}
            onChange={(url) => form.set({ url })}
          />
          <p class="vd-actions">
            <button type="submit" class="nl-button nl-button--primary" aria-disabled={form.busy}>
              {view.webhook ? 'Adres veranderen: er komt een nieuw geheim' : 'Berichten aanzetten'}
            </button>
          </p>
        </form>
      )}
      {view && <Deliveries deliveries={view.deliveries} />}
    </section>
  )
}
