/** The small forms behind the buttons, as data: which fields, when, and how they become what the API takes. Pure. */
import type { ColleaguesView, SessionView } from '../../../../api/accounts/schema.ts'
import type { MatterView } from '../../../../api/matters/schema.ts'
import type { SignalView } from '../../../../api/signals/schema.ts'
import type { TransferView } from '../../../../api/transfers/schema.ts'
import type { Fault } from '../../../../api/errors.ts'
import { dayOf } from '../../../lib/dates.ts'
import { momentOf, timeOf } from '../../../lib/deadline.ts'
import type { Choice } from '../../../lib/words.ts'

/** What a form may look at: who asks, the matter, and the signal or transfer it is about. */
export type Context = {
  who: SessionView
  colleagues: ColleaguesView['colleagues']
  matter: MatterView
  signal: SignalView | null
  transfer: TransferView | null
}

export type Values = Readonly<Record<string, string | readonly string[]>>

type Shown = {
  label: string
  hint?: string
  optional?: boolean
  /** Shown only then; what is not shown is sent as nothing. */
  when?: (values: Values, context: Context) => boolean
  initial?: (context: Context) => string
}
export type Field = Shown &
  (
    | { kind: 'line' | 'area' | 'day' | 'moment' | 'next' | 'desk' }
    | { kind: 'radios' | 'select' | 'checks'; choices: readonly Choice[] | ((context: Context) => readonly Choice[]) }
  )

/** One command: its fields by the names the API knows. A new input does not compile without its field. */
export type CommandForm<Input> = {
  /** What will happen, said before it does. */
  explain?: string | ((context: Context) => string)
  fields: { [Name in Exclude<keyof Input, 'version'>]-?: Field }
  /** What is told when it is done. */
  done: string
  /** `main`: what usually comes next. `away`: it leaves our hands. */
  weight: 'main' | 'other' | 'away'
  /** Asks before it is done, though it has no fields. */
  confirm?: true
}
export type AnyForm = CommandForm<Record<string, unknown>>

/** The form with its names forgotten: what draws it reads the names from the data. */
export const anyForm = <Input>(form: CommandForm<Input>) => form as unknown as AnyForm

export const isShown = (field: Field, values: Values, context: Context) => field.when?.(values, context) ?? true
export const text = (values: Values, name: string): string => (typeof values[name] === 'string' ? values[name] : '')
export const list = (values: Values, name: string): readonly string[] =>
  Array.isArray(values[name]) ? (values[name] as readonly string[]) : []

/** Whether this is the last open thing of its matter: then its holder says what comes next. */
export function isLastOpen({ matter, signal, transfer }: Context): boolean {
  const signals = matter.signals.filter(
    (each) => each.id !== signal?.id && ['sent', 'taken', 'waiting'].includes(each.status),
  )
  const transfers = matter.transfers.filter(
    (each) => each.id !== transfer?.id && ['offered', 'accepted', 'handed_over', 'started'].includes(each.status),
  )
  return signals.length + transfers.length === 0
}

export function initialValues(form: AnyForm, context: Context): Values {
  return Object.fromEntries(
    Object.entries(form.fields).flatMap(([name, field]): [string, string | string[]][] => {
      if (field.kind === 'checks') return [[name, []]]
      const initial = field.initial?.(context) ?? ''
      if (field.kind !== 'moment' || initial === '') return [[name, initial]]
      return [
        [name, dayOf(new Date(initial))],
        [`${name}-tijd`, timeOf(initial)],
      ]
    }),
  )
}

/** What the API takes. Nothing filled in where something must be is sent as nothing: the API names the fault. */
export function inputOf(form: AnyForm, values: Values, context: Context): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    const value = isShown(field, values, context)
      ? valueOf(name, field, values)
      : field.kind === 'next'
        ? undefined
        : null
    if (value !== undefined) input[name] = value
  }
  return input
}

function valueOf(name: string, field: Field, values: Values): unknown {
  const typed = text(values, name)
  switch (field.kind) {
    case 'checks':
      return list(values, name)
    case 'moment':
      return momentOf(typed, text(values, `${name}-tijd`)) ?? ''
    case 'next':
      if (typed === 'close') return 'close'
      return { on: text(values, `${name}-op`), act: text(values, `${name}-stap`) }
    case 'line':
    case 'area':
      return typed === '' && field.optional ? null : typed
    case 'radios':
    case 'select':
    case 'desk':
    case 'day':
      return typed === '' ? (field.optional ? null : undefined) : typed
  }
}

/** What was left empty, named as the API would: the API stops at the first kind of fault, a person wants them all at once. */
export function leftEmpty(form: AnyForm, values: Values, context: Context): Fault[] {
  return Object.entries(form.fields)
    .filter(([name, field]) => !field.optional && isShown(field, values, context) && isEmpty(name, field, values))
    .map(([name, field]) => ({ pointer: `/${name}`, code: faultOf[field.kind] }))
}

function isEmpty(name: string, field: Field, values: Values): boolean {
  if (field.kind === 'checks') return list(values, name).length === 0
  if (field.kind === 'moment') return momentOf(text(values, name), text(values, `${name}-tijd`)) === null
  if (field.kind === 'next') {
    const step = text(values, name)
    return (
      step === '' || (step === 'plan' && (text(values, `${name}-op`) === '' || text(values, `${name}-stap`) === ''))
    )
  }
  return text(values, name).trim() === ''
}

const faultOf: Record<Field['kind'], string> = {
  line: 'text.required',
  area: 'text.required',
  day: 'date.invalid',
  moment: 'date.invalid',
  next: 'next.invalid',
  desk: 'field.invalid_value',
  radios: 'field.invalid_value',
  select: 'field.invalid_value',
  checks: 'present.nobody',
}
