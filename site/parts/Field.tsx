/** Form fields of the workspace: label, hint, fault and control always tied together. */
import type { ComponentChildren } from 'preact'
import type { Choice } from '../lib/words.ts'

type Common = {
  id: string
  label: ComponentChildren
  hint?: ComponentChildren
  fault?: string | undefined
  optional?: boolean
}
type Text = Common & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'time'
  autocomplete?: string
  maxLength?: number
  min?: string
  max?: string
}

export const hintId = (id: string) => `${id}-uitleg`
export const faultId = (id: string) => `${id}-fout`

const describedBy = ({ id, hint, fault }: Common) =>
  [hint ? hintId(id) : '', fault ? faultId(id) : ''].filter(Boolean).join(' ') || undefined

const Optional = () => <span class="vd-optional"> (mag leeg blijven)</span>

function Around({ field, children }: { field: Common; children: ComponentChildren }) {
  const { id, label, hint, fault, optional } = field
  return (
    <div class={`utrecht-form-field vd-form-field${fault ? ' utrecht-form-field--invalid' : ''}`}>
      <label class="utrecht-form-label utrecht-form-field__label" for={id}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && (
        <div class="utrecht-form-field-description vd-hint" id={hintId(id)}>
          {hint}
        </div>
      )}
      <Fault id={id} text={fault} />
      {children}
    </div>
  )
}

const Fault = ({ id, text }: { id: string; text: string | undefined }) =>
  text ? (
    <div class="utrecht-form-field-error-message vd-fault" id={faultId(id)}>
      <span class="vd-hidden">Fout: </span>
      {text}
    </div>
  ) : null

/** One line of text, a date or a time. */
export function TextField(props: Text) {
  const { id, value, onChange, type = 'text', fault, optional, autocomplete = 'off', maxLength, min, max } = props
  return (
    <Around field={props}>
      <input
        class={`utrecht-textbox utrecht-textbox--html-input utrecht-form-field__input vd-input--${type}`}
        id={id}
        type={type}
        value={value}
        autocomplete={autocomplete}
        maxLength={maxLength}
        min={min}
        max={max}
        aria-describedby={describedBy(props)}
        aria-invalid={fault ? true : undefined}
        aria-required={optional ? undefined : true}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Around>
  )
}

/** Several lines; grows with what is typed where the browser can. */
export function TextArea(props: Text & { rows?: number }) {
  const { id, value, onChange, fault, optional, rows = 3, maxLength } = props
  return (
    <Around field={props}>
      <textarea
        class="utrecht-textarea utrecht-textarea--html-textarea utrecht-form-field__input"
        id={id}
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-describedby={describedBy(props)}
        aria-invalid={fault ? true : undefined}
        aria-required={optional ? undefined : true}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Around>
  )
}

/** One of a longer list. */
export function Select(props: Text & { choices: readonly Choice[]; empty?: string }) {
  const { id, value, onChange, fault, optional, choices, empty = 'Maak een keuze' } = props
  return (
    <Around field={props}>
      <select
        class="utrecht-select utrecht-select--html-select utrecht-form-field__input"
        id={id}
        value={value}
        aria-describedby={describedBy(props)}
        aria-invalid={fault ? true : undefined}
        aria-required={optional ? undefined : true}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{empty}</option>
        {choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.label}
          </option>
        ))}
      </select>
    </Around>
  )
}

type Group = Common & { choices: readonly Choice[]; columns?: boolean }

/** One of a few, all in sight. */
export function Radios(props: Group & { value: string; onChange: (value: string) => void }) {
  return <Choices {...props} kind="radio" has={(code) => props.value === code} toggle={props.onChange} />
}

/** Any number of a few. */
export function Checks(props: Group & { value: readonly string[]; onChange: (value: string[]) => void }) {
  const { value, onChange, choices } = props
  const toggle = (code: string) => {
    const chosen = new Set(value)
    if (!chosen.delete(code)) chosen.add(code)
    onChange(choices.map((choice) => choice.code).filter((each) => chosen.has(each)))
  }
  return <Choices {...props} kind="checkbox" has={(code) => value.includes(code)} toggle={toggle} />
}

type ChoicesProps = Group & {
  kind: 'radio' | 'checkbox'
  has: (code: string) => boolean
  toggle: (code: string) => void
}

function Choices({ kind, has, toggle, ...field }: ChoicesProps) {
  const { id, label, hint, fault, optional, choices, columns } = field
  const control =
    kind === 'radio'
      ? 'utrecht-radio-button utrecht-radio-button--html-input'
      : 'utrecht-checkbox utrecht-checkbox--html-input'
  return (
    <fieldset
      class={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset vd-form-field${fault ? ' vd-form-field--invalid' : ''}`}
      id={id}
      tabIndex={-1}
      role={kind === 'radio' ? 'radiogroup' : undefined}
      aria-describedby={describedBy(field)}
      aria-required={kind === 'radio' && !optional ? true : undefined}
      aria-invalid={kind === 'radio' && fault ? true : undefined}
    >
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend vd-legend">
        {label}
        {optional && <Optional />}
      </legend>
      {hint && (
        <div class="utrecht-form-field-description vd-hint" id={hintId(id)}>
          {hint}
        </div>
      )}
      <Fault id={id} text={fault} />
      <div class={columns ? 'vd-choices vd-choices--columns' : 'vd-choices'}>
        {choices.map((choice) => (
          <div key={choice.code} class="vd-choice">
            <input
              class={control}
              type={kind}
              id={`${id}-${choice.code}`}
              name={id}
              value={choice.code}
              checked={has(choice.code)}
              aria-describedby={choice.hint ? `${id}-${choice.code}-uitleg` : undefined}
              onChange={() => toggle(choice.code)}
            />
            <label for={`${id}-${choice.code}`}>{choice.label}</label>
            {choice.hint && (
              <p class="vd-hint" id={`${id}-${choice.code}-uitleg`}>
                {choice.hint}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** One thing that is so or not. */
export function Check({
  id,
  label,
  hint,
  value,
  onChange,
}: Common & { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <div class="vd-choice">
      <input
        class="utrecht-checkbox utrecht-checkbox--html-input"
        type="checkbox"
        id={id}
        checked={value}
        aria-describedby={hint ? hintId(id) : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="vd-hint" id={hintId(id)}>
          {hint}
        </p>
      )}
    </div>
  )
}
