/** A native dialog: Escape closes it, the keyboard stays inside, and returns to where it was. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type Props = { id: string; title: string; onClose: () => void; children: ComponentChildren; closable?: boolean }

export function Dialog({ id, title, onClose, children, closable = true }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class="vd-dialog"
      aria-labelledby={`${id}-titel`}
      onCancel={(event) => {
        event.preventDefault()
        if (closable) onClose()
      }}
    >
      <div class="vd-dialog__head">
        <h2 id={`${id}-titel`} class="nl-heading nl-heading--level-3" tabIndex={-1} autofocus>
          {title}
        </h2>
        {closable && (
          <button type="button" class="nl-button nl-button--subtle" onClick={onClose}>
            Sluiten
          </button>
        )}
      </div>
      {children}
    </dialog>
  )
}
