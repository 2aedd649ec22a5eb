/** The view in the address: which list, which filter, which page. An address can be kept and shared: no person is in it. */
import { type View, views, workStatuses, type WorkItem } from '../../../api/matters/work-schema.ts'

export type Shown = {
  list: View
  status: WorkItem['status'] | ''
  desk: string
  /** A colleague whose work it is: an account is a function, not a person. */
  worker: string
  organization: string
  from: string
  until: string
  page: number
}

export const nothing = { status: '', desk: '', worker: '', organization: '', from: '', until: '' } as const
export const isFiltered = (shown: Shown): boolean =>
  (Object.keys(nothing) as (keyof typeof nothing)[]).some((key) => shown[key] !== '')

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const like = (form: RegExp, text: string | null) => (text !== null && form.test(text) ? text : '')

/** What an address asks for; what cannot be is left out. */
export function viewIn(search: string): Shown {
  const asked = new URLSearchParams(search)
  return {
    list: views.find((list) => list === asked.get('lijst')) ?? 'mine',
    status: workStatuses.find((status) => status === asked.get('stand')) ?? '',
    desk: like(ID, asked.get('team')),
    worker: like(ID, asked.get('wie')),
    organization: like(ID, asked.get('bij')),
    from: like(DAY, asked.get('van')),
    until: like(DAY, asked.get('tot')),
    page: Math.max(1, Number(like(/^\d{1,4}$/, asked.get('bladzijde'))) || 1),
  }
}

/** The address of a view, on this page. */
export function addressOf(shown: Shown): string {
  const query = pairs(shown, {
    list: 'lijst',
    status: 'stand',
    desk: 'team',
    worker: 'wie',
    organization: 'bij',
    from: 'van',
    until: 'tot',
  })
  if (shown.list === 'mine') query.delete('lijst')
  if (shown.page > 1) query.set('bladzijde', String(shown.page))
  const text = query.toString()
  return text === '' ? '/werk/' : `/werk/?${text}`
}

/** The question to the API for a view; without a page for an export. */
export function queryOf(shown: Shown, { paged }: { paged: boolean }): string {
  const query = pairs(shown, {
    list: 'list',
    status: 'status',
    desk: 'desk',
    worker: 'worker',
    organization: 'organization',
    from: 'from',
    until: 'until',
  })
  if (paged) query.set('page', String(shown.page))
  return query.toString()
}

function pairs(shown: Shown, names: Record<Exclude<keyof Shown, 'page'>, string>): URLSearchParams {
  const query = new URLSearchParams()
  for (const [key, name] of Object.entries(names)) {
    const value = shown[key as keyof typeof names]
    if (value !== '') query.set(name, value)
  }
  return query
}
