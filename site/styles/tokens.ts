/**
 * What becomes of design tokens when a stylesheet is made. The design system defines 2,640 of them, most of which name
 * another one; a page uses a third, and not one of them changes while it stands.
 */
import { type TokenOrValue, type Variable, transform } from 'lightningcss'

type Values = ReadonlyMap<string, TokenOrValue[]>

/** Names of the design system: one that nobody defines is a place for a wish that this site does not have. */
const isToken = (name: string) => /^--(basis|nl|utrecht|voorbeeld)-/.test(name)

/**
 * Puts the value of a token where it is asked for, so that a page carries neither the names nor the way from one to the
 * other. Only of tokens that `:root` alone defines, and under no condition: any other depends on where it is asked.
 * In: a whole stylesheet, the tokens' layer before all else, so that the last definition is the one that holds.
 */
export function settle(css: string): string {
  const { values, varied } = definitions(css)
  const settled = new Map<string, TokenOrValue[]>()
  const known = (name: string) => values.has(name) || varied.has(name)
  const settleAll = (part: unknown, asking: readonly string[]): unknown => {
    if (Array.isArray(part)) return part.flatMap((one) => settleOne(one, asking))
    if (part === null || typeof part !== 'object') return part
    // What is null when it is read may not be there when it is given back.
    const fields = Object.entries(part).filter(([, value]) => value !== null)
    return Object.fromEntries(fields.map(([name, value]) => [name, settleAll(value, asking)]))
  }
  const settleOne = (one: unknown, asking: readonly string[]): unknown =>
    isVariable(one) ? (valueOf(one.value, asking) ?? [settleAll(one, asking)]) : [settleAll(one, asking)]
  /** What this asks for; undefined when that is not always the same. */
  const valueOf = ({ name: { ident }, fallback }: Variable, asking: readonly string[]): TokenOrValue[] | undefined => {
    if (!known(ident) && isToken(ident) && fallback) return settleAll(fallback, asking) as TokenOrValue[]
    const value = values.get(ident)
    if (!value || varied.has(ident) || asking.includes(ident)) return undefined
    const found = settled.get(ident) ?? (settleAll(value, [...asking, ident]) as TokenOrValue[])
    settled.set(ident, found)
    return JSON.stringify(found).includes('"type":"var"') ? undefined : found
  }
  return written(css, { Variable: (variable) => valueOf(variable, []) })
}

/** The tokens that `:root` defines, and the names that are defined anywhere else, or under a condition. */
function definitions(css: string): { values: Values; varied: ReadonlySet<string> } {
  const values = new Map<string, TokenOrValue[]>()
  const varied = new Set<string>()
  let conditions = 0
  const isCondition = (type: string) => type !== 'style' && type !== 'layer-block'
  written(css, {
    Rule: (rule) => {
      if (isCondition(rule.type)) conditions++
      if (rule.type !== 'style') return
      const { selectors, declarations } = rule.value
      const always = conditions === 0 && JSON.stringify(selectors) === root
      for (const { property, value } of [...declarations.declarations, ...declarations.importantDeclarations]) {
        if (property !== 'custom' || !value.name.startsWith('--')) continue
        if (always) values.set(value.name, value.value)
        else varied.add(value.name)
      }
    },
    RuleExit: ({ type }) => {
      if (isCondition(type)) conditions--
    },
  })
  return { values, varied }
}

const root = JSON.stringify([[{ type: 'pseudo-class', kind: 'root' }]])

const isVariable = (part: unknown): part is Extract<TokenOrValue, { type: 'var' }> =>
  part !== null && typeof part === 'object' && 'type' in part && part.type === 'var'

const written = (css: string, visitor: Parameters<typeof transform>[0]['visitor']) =>
  new TextDecoder().decode(transform({ filename: 'all.css', code: Buffer.from(css), visitor }).code)

export const namesUsed = (css: string): string[] =>
  [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1] ?? '')

/**
 * Removes custom properties that no rule reaches, following references between them.
 * A later definition of the same name is kept with the earlier: the cascade decides, not this function.
 */
export function prune(css: string, alsoUsed: Iterable<string> = []): string {
  const definition = /^\s*(--[\w-]+):\s*((?:"[^"]*"|[^;{}"])*);?\s*$/
  const lines = css.split('\n')
  const references = new Map<string, string[]>()
  const reached = new Set<string>()
  const queue: string[] = [...alsoUsed]
  for (const line of lines) {
    const match = definition.exec(line)
    if (match) references.set(match[1] ?? '', [...(references.get(match[1] ?? '') ?? []), ...namesUsed(match[2] ?? '')])
    else queue.push(...namesUsed(line))
  }
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    queue.push(...(references.get(name) ?? []))
  }
  return lines.filter((line) => reached.has(definition.exec(line)?.[1] ?? '') || !definition.test(line)).join('\n')
}
