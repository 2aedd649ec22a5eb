/** One field of a small form, drawn by its kind. */
import type { Fault } from '../../../../api/errors.ts'
import { dayOf } from '../../../lib/dates.ts'
import type { Names } from '../../../lib/names.ts'
import { faultWords } from '../../../lib/words.ts'
import { DeskPicker } from '../../../parts/DeskPicker.tsx'
import { Checks, Radios, Select, TextArea, TextField } from '../../../parts/Field.tsx'
import { type Context, type Field, list, text, type Values } from './fields.ts'
import { plannedActs } from './matter-commands.ts'

type Props = {
  id: string
  name: string
  field: Field
  values: Values
  fault: Fault | undefined
  context: Context
  names: Names
  onChange: (changed: Values) => void
}

export function CommandField({ id, name, field, values, fault, context, names, onChange }: Props) {
  const common = {
    id,
    label: field.label,
    hint: field.hint,
    optional: field.optional ?? false,
    fault: fault && faultWords(fault.code, fault.params),
  }
  const value = text(values, name)
  const set = (typed: string) => onChange({ [name]: typed })
  const today = dayOf(new Date())

  switch (field.kind) {
    case 'line':
      return <TextField {...common} value={value} onChange={set} />
    case 'area':
      return <TextArea {...common} value={value} onChange={set} />
    case 'day':
      return <TextField {...common} type="date" min={today} value={value} onChange={set} />
    case 'moment':
      return (
        <div class="vd-moment">
          <TextField {...common} type="date" value={value} onChange={set} />
          <TextField
            id={`${id}-tijd`}
            label="Hoe laat?"
            type="time"
            value={text(values, `${name}-tijd`)}
            onChange={(time) => onChange({ [`${name}-tijd`]: time })}
          />
        </div>
      )
    case 'radios':
    case 'select':
    case 'checks': {
      const choices = typeof field.choices === 'function' ? field.choices(context) : field.choices
      if (field.kind === 'select') return <Select {...common} choices={choices} value={value} onChange={set} />
      if (field.kind === 'radios') return <Radios {...common} choices={choices} value={value} onChange={set} />
      return (
        <Checks
          {...common}
          choices={choices}
          value={list(values, name)}
          onChange={(now) => onChange({ [name]: now })}
        />
      )
    }
    case 'desk':
      return (
        <DeskPicker
          {...common}
          whose="own"
          except={context.signal?.to.desk?.id ?? ''}
          names={names}
          value={value}
          onChange={set}
        />
      )
    case 'next':
      return (
        <>
          <Radios {...common} choices={nextChoices} value={value} onChange={set} />
          {value === 'plan' && (
            <div class="vd-indent">
              <Select
                id={`${id}-stap`}
                label="Volgende stap"
                choices={plannedActs}
                value={text(values, `${name}-stap`)}
                onChange={(act) => onChange({ [`${name}-stap`]: act })}
              />
              <TextField
                id={`${id}-op`}
                label="Op welke dag?"
                type="date"
                min={today}
                value={text(values, `${name}-op`)}
                onChange={(on) => onChange({ [`${name}-op`]: on })}
              />
            </div>
          )}
        </>
      )
  }
}

const nextChoices = [
  { code: 'close', label: 'De hulpvraag is klaar: sluit hem af' },
  { code: 'plan', label: 'Er komt nog een stap' },
]
