/** How soon. Acute shows at once whom to call first: a signal is read later than a phone is answered. */
import { choicesOf } from '../lib/words.ts'
import { urgencyMeaning, urgencyWords } from '../lib/signal-words.ts'
import { Check, Radios } from './Field.tsx'

export type CrisisLine = { number: string; href: string; text: string }
type Props = {
  value: string
  onChange: (value: string) => void
  fault?: string | undefined
  lines: readonly CrisisLine[]
  called: boolean
  onCalled: (called: boolean) => void
  calledFault?: string | undefined
  /** What happens once it is sent. */
  after?: string | undefined
}

const choices = choicesOf(urgencyWords).map(({ code, label }) => ({
  code,
  label: label.charAt(0).toUpperCase() + label.slice(1),
  hint: urgencyMeaning[code],
}))

export function Urgency({ value, onChange, fault, lines, called, onCalled, calledFault, after }: Props) {
  return (
    <>
      <Radios
        id="spoed"
        label="Hoeveel spoed heeft het?"
        choices={choices}
        value={value}
        fault={fault}
        onChange={onChange}
      />
      <div role="alert">
        {value === 'acute' && (
          <Acute lines={lines} called={called} onCalled={onCalled} calledFault={calledFault} after={after} />
        )}
      </div>
    </>
  )
}

type AcuteProps = Pick<Props, 'lines' | 'called' | 'onCalled' | 'calledFault' | 'after'>

/** Whom to call first; and that somebody did, before it can go out. */
export const Acute = ({ lines, called, onCalled, calledFault, after }: AcuteProps) => (
  <div class="vd-acute">
    <p class="vd-acute__title">Bel eerst. Verstuur daarna pas.</p>
    <CrisisList lines={lines} />
    {calledFault && (
      <p class="vd-fault" id="gebeld-fout">
        <span class="vd-hidden">Fout: </span>
        {calledFault}
      </p>
    )}
    <Check id="gebeld" label="Ik heb gebeld, of een collega doet dat nu." value={called} onChange={onCalled} />
    {after && <p>{after}</p>}
  </div>
)

export const CrisisList = ({ lines }: { lines: readonly CrisisLine[] }) => (
  <ul role="list" class="vd-acute__lines">
    {lines.map((line) => (
      <li key={line.href}>
        <a href={line.href}>{line.number}</a> {line.text}
      </li>
    ))}
  </ul>
)
