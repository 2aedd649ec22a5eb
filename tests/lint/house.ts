/** The import rules of the house as a rule of oxlint: editor and `npm run check` show the same error. */
import { dirname, relative, resolve, sep } from 'node:path'
import { objection } from './zones.ts'

type Node = {
  source?: { value?: unknown } | null
  specifiers?: { imported?: { name?: string } }[]
}
type Context = { filename: string; cwd: string; report: (fault: { node: Node; message: string }) => void }

const imports = {
  create(context: Context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    const check = (node: Node) => {
      const specifier = node.source?.value
      if (typeof specifier !== 'string') return
      const names = (node.specifiers ?? []).flatMap(({ imported }) => (imported?.name ? [imported.name] : []))
      const why = objection(file, targetOf(context.cwd, context.filename, specifier), names)
      if (why) context.report({ node, message: `${file} may not import ${specifier}: ${why}` })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}

/** A path from the top of the repository, or the package's name. */
function targetOf(cwd: string, filename: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return relative(cwd, resolve(dirname(filename), specifier))
    .split(sep)
    .join('/')
}

export default { meta: { name: 'house' }, rules: { imports } }
