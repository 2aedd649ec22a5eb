/** Everything that is wrong in a form, above it, with a way to each field. Takes the keyboard when it appears. */
import { useEffect, useRef } from 'preact/hooks'
import type { Fault } from '../../api/errors.ts'
import { faultWords } from '../lib/words.ts'

/** A field by the pointer the API names it with. */
export type FieldRef = { pointer: string; id: string; label: string }
type Props = { faults: readonly Fault[]; fields: readonly FieldRef[] }

export function ErrorSummary({ faults, fields }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    const title = document.title
    if (!title.startsWith('Fout: ')) document.title = `Fout: ${title}`
    return () => {
      document.title = document.title.replace(/^Fout: /, '')
    }
  }, [])

  const lines = linesOf(faults, fields)
  return (
    <div class="utrecht-alert utrecht-alert--error vd-alert" role="alert">
      <div class="utrecht-alert__content">
        <div class="utrecht-alert__message">
          <h2 ref={heading} tabIndex={-1} class="vd-alert__title vd-summary-title">
            {lines.length === 1 ? 'Er is nog iets niet goed' : `Er zijn nog ${lines.length} dingen niet goed`}
          </h2>
          <ul class="vd-summary">
            {lines.map((line) => (
              <li key={line.id}>
                <a href={`#${line.id}`} class="nl-link" onClick={(event) => goTo(event, line.id)}>
                  {line.label.endsWith('?') ? line.label : `${line.label}:`} {line.words}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

/** One line per field, in the order of the form. A fault of no field on screen is told at the end. */
function linesOf(faults: readonly Fault[], fields: readonly FieldRef[]) {
  const isAt = (fault: Fault, field: FieldRef) =>
    fault.pointer === field.pointer || fault.pointer.startsWith(`${field.pointer}/`)
  const known = fields.flatMap((field) => {
    const fault = faults.find((each) => isAt(each, field))
    return fault ? [{ ...field, words: faultWords(fault.code, fault.params) }] : []
  })
  const rest = faults.filter((fault) => !fields.some((field) => isAt(fault, field)))
  return [
    ...known,
    ...rest.map((fault) => ({ id: 'inhoud', label: 'Formulier', words: faultWords(fault.code, fault.params) })),
  ]
}

/** The fragment of these pages holds an id, so the link moves the keyboard and leaves the address alone. */
function goTo(event: MouseEvent, id: string) {
  event.preventDefault()
  const target = document.getElementById(id)
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}
