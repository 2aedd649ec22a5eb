/** What can be done now, as buttons; each opens its small form in place. Only what the API said is open is shown. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { ask, type Problem } from '../../../lib/api.ts'
import type { Names } from '../../../lib/names.ts'
import { Refused } from '../../../parts/Notice.tsx'
import { CommandPanel } from './CommandPanel.tsx'
import type { AnyForm, Context } from './fields.ts'

export type Line = {
  command: string
  label: string
  form: AnyForm
  /** Sent along, and nobody fills it in. */
  also?: Readonly<Record<string, unknown>>
}
type Props = {
  /** `/signals/<id>`: the address the commands hang on. */
  path: string
  lines: readonly Line[]
  /** Pages of their own that stand among the buttons. */
  links?: readonly { label: string; href: string }[]
  version: number
  context: Context
  names: Names
  /** It was done: what to tell. */
  onDone: (told: string) => void
  /** The facts on screen are old. */
  onStale: () => void
}

const LinkButton = ({ label, href }: { label: string; href: string }) => (
  <a class="nl-button nl-button--secondary" href={href}>
    {label}
  </a>
)

/** `send_back` → `/signals/<id>/send-back`. */
export const addressOf = (path: string, command: string) => `${path}/${command.replaceAll('_', '-')}`

const look = { main: 'primary', other: 'secondary', away: 'subtle' } as const

export function Commands({ path, lines, links = [], version, context, names, onDone, onStale }: Props) {
  const [open, setOpen] = useState<Line | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const returnTo = useRef<string | null>(null)

  useEffect(() => {
    if (open || !returnTo.current) return
    bar.current?.querySelector<HTMLElement>(`[data-command="${returnTo.current}"]`)?.focus()
    returnTo.current = null
  }, [open])

  async function atOnce(line: Line) {
    if (busy) return
    setBusy(true)
    const answer = await ask('POST', addressOf(path, line.command), { version })
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) return onDone(line.form.done)
    onStale()
  }

  function press(line: Line) {
    setProblem(null)
    if (Object.keys(line.form.fields).length === 0 && !line.form.confirm) return void atOnce(line)
    setOpen(open?.command === line.command ? null : line)
  }

  function cancel() {
    returnTo.current = open?.command ?? null
    setOpen(null)
  }

  // The first thing to do stands out; what gives it away stands last and quiet.
  const order = { main: 0, other: 1, away: 2 } as const
  const sorted = [...lines].sort((a, b) => order[a.form.weight] - order[b.form.weight])
  return (
    <div>
      {problem && <Refused problem={problem} />}
      {lines.length > 0 && (
        <div ref={bar} class="vd-commands">
          {sorted.map((line, index) => [
            index === 1 && links.map((link) => <LinkButton key={link.href} {...link} />),
            <button
              key={line.command}
              type="button"
              data-command={line.command}
              class={`nl-button nl-button--${line.form.weight === 'main' && index > 0 ? 'secondary' : look[line.form.weight]}`}
              aria-expanded={Object.keys(line.form.fields).length > 0 ? open?.command === line.command : undefined}
              onClick={() => press(line)}
            >
              {line.label}
            </button>,
          ])}
        </div>
      )}
      {open && (
        <CommandPanel
          key={open.command}
          line={open}
          address={addressOf(path, open.command)}
          version={version}
          context={context}
          names={names}
          onCancel={cancel}
          onStale={onStale}
          onDone={(told) => {
            setOpen(null)
            onDone(told)
          }}
        />
      )}
    </div>
  )
}
