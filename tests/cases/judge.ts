/** How an answer of the API is asked for, read and compared, for the permission matrix. */
import type { Answer } from './walk.ts'

export type Found = { name: string; held: boolean; why: string }

export function split(route: string, id = ''): { method: string; path: string } {
  const [method = '', path = ''] = route.split(' ')
  return { method, path: `${path.endsWith('/') ? '' : '/api/v1'}${path.replace(':id', id)}` }
}

export const codeOf = ({ status, text }: Answer): string =>
  status < 300 ? 'ok' : ((JSON.parse(text) as { code?: string }).code ?? `status ${status}`)

/** All of an answer but what differs for every request. */
export const bytesOf = ({ status, headers, text }: Answer): string =>
  JSON.stringify([status, [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date'), text])

export const judge = (name: string, found: string, expected: string): Found => ({
  name,
  held: found === expected,
  why: `${name}: ${found || 'nothing'} instead of ${expected || 'nothing'}`,
})
