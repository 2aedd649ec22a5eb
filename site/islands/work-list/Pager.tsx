/** The pages of a list, when there is more than one. */
import type { WorkView } from '../../../api/matters/work-schema.ts'
import { addressOf, type Shown } from './view.ts'

type Props = { view: WorkView; shown: Shown; onPage: (page: number) => void }

export function Pager({ view, shown, onPage }: Props) {
  const pages = Math.ceil(view.total / view.pageSize)
  if (pages <= 1 || view.list === 'found') return null
  const link = (page: number, label: string, rel?: string) => (
    <a
      class="nl-button nl-button--secondary"
      href={addressOf({ ...shown, page })}
      rel={rel}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onPage(page)
        scrollTo({ top: 0 })
      }}
    >
      {label}
    </a>
  )
  return (
    <nav class="vd-pager" aria-label="Bladzijden">
      {view.page > 1 && link(view.page - 1, 'Vorige', 'prev')}
      <p>
        Bladzijde {view.page} van {pages}
      </p>
      {view.page < pages && link(view.page + 1, 'Volgende', 'next')}
    </nav>
  )
}
