/** What is still empty in a long form, with the way to the first of it: the next step is in sight wherever one stands. */
type Props = { left: readonly { id: string; label: string }[] }

export function StillEmpty({ left }: Props) {
  const [next] = left
  if (!next) return null
  return (
    <button type="button" class="nl-button nl-button--secondary" onClick={() => goTo(next.id)}>
      {left.length === 1 ? 'Nog 1' : `Nog ${left.length}`}: {next.label.replace(/\?$/, '').toLowerCase()}
    </button>
  )
}

/** To the field, or to the first control in it. */
function goTo(id: string) {
  const target = document.getElementById(id)
  const control = target?.matches('fieldset, div')
    ? (target.querySelector<HTMLElement>('input:checked, input, select, textarea, button') ?? target)
    : target
  control?.focus()
  target?.scrollIntoView({ block: 'center', behavior: 'instant' })
}
