/** Meilisearch's filter language, read and applied: as documented, and strict where Meilisearch is. */

export type Stored = Record<string, unknown> & { id: string }
type Test = (document: Stored) => boolean

/** What Meilisearch answers with the code `invalid_search_filter`. */
export class InvalidFilter extends Error {}

/** Conditions that must all hold. An attribute that was not made filterable is refused. */
export function parseFilters(filters: readonly string[], filterable: readonly string[]): Test {
  const tests = filters.map((text) => new Parser(text, filterable).whole())
  return (document) => tests.every((test) => test(document))
}

/** Everything an attribute holds, also below arrays and objects. */
function valuesOf(document: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(document)) return document.flatMap((one) => valuesOf(one, path))
  const [name, ...rest] = path
  if (name === undefined) return document === null || document === undefined ? [] : [document]
  if (document === null || typeof document !== 'object') return []
  return valuesOf((document as Record<string, unknown>)[name], rest)
}

const lower = (value: unknown) => String(value).toLowerCase()

class Parser {
  private at = 0
  private readonly tokens: string[]
  private readonly filterable: readonly string[]

  constructor(text: string, filterable: readonly string[]) {
    this.filterable = filterable
    this.tokens = []
    const token = /\s*("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[()[\],]|>=|<=|!=|=|>|<|[^\s()[\],=<>!"']+)/gy
    let end = 0
    for (let match = token.exec(text); match; match = token.exec(text)) {
      this.tokens.push(match[1] ?? '')
      end = token.lastIndex
    }
    if (text.slice(end).trim() !== '') throw new InvalidFilter(`Was expecting a value, found ${text.slice(end)}`)
  }

  whole(): Test {
    const test = this.or()
    if (this.at < this.tokens.length) throw new InvalidFilter(`Found unexpected ${this.tokens[this.at]}`)
    return test
  }

  private next(): string {
    const token = this.tokens[this.at++]
    if (token === undefined) throw new InvalidFilter('Unexpected end')
    return token
  }
  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false
    this.at++
    return true
  }
  private must(token: string): void {
    if (!this.take(token)) throw new InvalidFilter(`Was expecting ${token}, found ${this.tokens[this.at]}`)
  }

  private or(): Test {
    const tests = [this.and()]
    while (this.take('OR')) tests.push(this.and())
    return (document) => tests.some((test) => test(document))
  }
  private and(): Test {
    const tests = [this.not()]
    while (this.take('AND')) tests.push(this.not())
    return (document) => tests.every((test) => test(document))
  }
  private not(): Test {
    if (!this.take('NOT')) return this.primary()
    const test = this.not()
    return (document) => !test(document)
  }

  private primary(): Test {
    if (this.take('(')) {
      const test = this.or()
      this.must(')')
      return test
    }
    const attribute = this.next()
    if (attribute === '_geoBoundingBox') return this.box()
    const root = attribute.split('.')[0] ?? ''
    if (!this.filterable.includes(attribute) && !this.filterable.includes(root)) {
      throw new InvalidFilter(`Attribute \`${attribute}\` is not filterable.`)
    }
    const path = attribute.split('.')
    const operator = this.next()
    if (operator === 'IN') {
      const wanted = new Set(this.list().map(lower))
      return (document) => valuesOf(document, path).some((value) => wanted.has(lower(value)))
    }
    const value = this.value()
    const compare = comparing[operator]
    if (!compare) throw new InvalidFilter(`Unknown operator ${operator}`)
    return (document) => valuesOf(document, path).some((held) => compare(held, value))
  }

  private box(): Test {
    if (!this.filterable.includes('_geo') && !this.filterable.includes('_geojson')) {
      throw new InvalidFilter('Attribute `_geo` is not filterable.')
    }
    this.must('(')
    const [top = 0, right = 0] = this.list().map(Number)
    this.must(',')
    const [bottom = 0, left = 0] = this.list().map(Number)
    this.must(')')
    if (top < bottom) throw new InvalidFilter('The top latitude is below the bottom latitude.')
    const inside = (latitude: number, longitude: number) => {
      const across = right >= left ? longitude >= left && longitude <= right : longitude >= left || longitude <= right
      return latitude >= bottom && latitude <= top && across
    }
    return (document) => {
      const shape = document._geojson as { geometry: { coordinates: [number, number][] } } | undefined
      return shape?.geometry.coordinates.some(([longitude, latitude]) => inside(latitude, longitude)) ?? false
    }
  }

  private list(): string[] {
    this.must('[')
    const values: string[] = []
    while (!this.take(']')) {
      values.push(this.value())
      this.take(',')
    }
    return values
  }
  private value(): string {
    const token = this.next()
    const quote = token[0]
    if (quote !== '"' && quote !== "'") return token
    return token.slice(1, -1).replaceAll(`\\${quote}`, quote)
  }
}

const comparing: Record<string, (held: unknown, value: string) => boolean> = {
  '=': (held, value) => lower(held) === lower(value),
  '!=': (held, value) => lower(held) !== lower(value),
  '>': (held, value) => typeof held === 'number' && held > Number(value),
  '>=': (held, value) => typeof held === 'number' && held >= Number(value),
  '<': (held, value) => typeof held === 'number' && held < Number(value),
  '<=': (held, value) => typeof held === 'number' && held <= Number(value),
}
