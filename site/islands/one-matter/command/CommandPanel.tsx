/** One small form: its fields, everything that is wrong at once, and what was typed kept whatever happens. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ask, type Problem } from '../../../lib/api.ts'
import type { Names } from '../../../lib/names.ts'
import { refusalWords } from '../../../lib/words.ts'
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { CommandField } from './CommandField.tsx'
import type { Line } from './Commands.tsx'
import { type Context, initialValues, inputOf, isShown, leftEmpty, type Values } from './fields.ts'

type Props = {
  line: Line
  address: string
  version: number
  context: Context
  names: Names
  onCancel: () => void
  onDone: (told: string) => void
  onStale: () => void
}

export function CommandPanel({ line, address, version, context, names, onCancel, onDone, onStale }: Props) {
  const { form, command, label } = line
  const [values, setValues] = useState<Values>(() => initialValues(form, context))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const box = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true })
    // All of it in sight where it fits; else from its first line on, with its buttons below.
    const form = box.current
    form?.scrollIntoView({ block: form.offsetHeight > innerHeight ? 'start' : 'nearest', behavior: 'instant' })
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && onCancel()
    box.current?.addEventListener('keydown', escape)
    return () => box.current?.removeEventListener('keydown', escape)
  }, [])

  const shown = Object.entries(form.fields).filter(([, field]) => isShown(field, values, context))
  const idOf = (name: string) => `${command}-${name}`
  const faultOf = (name: string) =>
    problem?.faults.find(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`))

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await ask('POST', address, { ...line.also, ...inputOf(form, values, context), version })
    setBusy(false)
    if (answer.ok) return onDone(form.done)

    const known = new Set(answer.problem.faults.map((fault) => fault.pointer))
    const empty = leftEmpty(form, values, context).filter((fault) => !known.has(fault.pointer))
    const isInvalid = answer.problem.code === 'input.invalid'
    setProblem(isInvalid ? { ...answer.problem, faults: [...answer.problem.faults, ...empty] } : answer.problem)
    setTries(tries + 1)
    if (!isInvalid && answer.problem.code !== 'offline') onStale()
  }

  const explain = typeof form.explain === 'function' ? form.explain(context) : form.explain
  return (
    <form ref={box} class="vd-form vd-command" noValidate aria-labelledby={`${command}-kop`} onSubmit={submit}>
      <h3 id={`${command}-kop`} ref={heading} tabIndex={-1} class="nl-heading nl-heading--level-3">
        {label}
      </h3>
      {explain && <p>{explain}</p>}
      {problem && problem.faults.length > 0 && (
        <ErrorSummary
          key={tries}
          faults={problem.faults}
          fields={shown.map(([name, field]) => ({ pointer: `/${name}`, id: idOf(name), label: field.label }))}
        />
      )}
      {problem && problem.faults.length === 0 && (
        <Notice key={tries} tone="error" role="alert" focus title={refusalWords(problem)} />
      )}
      {shown.map(([name, field]) => (
        <CommandField
          key={name}
          id={idOf(name)}
          name={name}
          field={field}
          values={values}
          fault={faultOf(name)}
          context={context}
          names={names}
          onChange={(changed) => setValues({ ...values, ...changed })}
        />
      ))}
      <p class="vd-actions">
        <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
          {busy ? 'Bezig…' : label}
        </button>
        <button type="button" class="nl-button nl-button--subtle" onClick={onCancel}>
          Annuleren
        </button>
      </p>
    </form>
  )
}
