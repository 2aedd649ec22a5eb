/** The report of an import in words, for whoever runs the command. */
import type { ImportReport } from './import.ts'
import type { Refused, TableReport } from './load.ts'
import type { PackageFault } from './package.ts'

type Fault = Pick<Refused & PackageFault, 'file' | 'line' | 'column' | 'why' | 'mend'>

const where = ({ file, line, column }: { file: string; line: number | null; column: string | null }) =>
  [file, line === null ? null : `line ${line}`, column].filter((part) => part !== null).join(', ')

const faultLine = (fault: Fault | PackageFault) => `  ${where(fault)}: ${fault.why}. ${fault.mend}`

/** Names and values come from the package: they may not give orders to the terminal that shows them. */
const harmless = (line: string) => line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '�')

const columns = ['read', 'added', 'changed', 'unchanged', 'refused'] as const
const headings = { read: 'read', added: 'new', changed: 'changed', unchanged: 'unchanged', refused: 'refused' }

function tableLines(tables: TableReport[]): string[] {
  const total = Object.fromEntries(columns.map((name) => [name, tables.reduce((sum, table) => sum + table[name], 0)]))
  const rows = [
    ['table', ...columns.map((name) => headings[name])],
    ...tables.map((table) => [table.table, ...columns.map((name) => String(table[name]))]),
    ['all', ...columns.map((name) => String(total[name]))],
  ]
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  '),
  )
}

/** Lines to print: what came in per table, every refused row with its place and remedy, and what was left alone. */
export function reportLines(report: ImportReport): string[] {
  return linesOf(report).map(harmless)
}

function linesOf(report: ImportReport): string[] {
  if (!report.taken) {
    return ['The package is refused; nothing was changed.', ...report.faults.map(faultLine)]
  }
  const { tables, refused, ignored, themes, themesMissing } = report
  const others = tables.filter((table) => table.others > 0).map(({ table, others }) => `${others} of ${table}`)
  const ignoredColumns = tables.flatMap(({ file, ignoredColumns: names }) => names.map((name) => `${file} ${name}`))
  return [
    ...tableLines(tables),
    ...(refused.length > 0 ? ['', 'Refused:', ...refused.map(faultLine)] : []),
    '',
    ...(others.length > 0 ? [`Not in this package, and left as it is: ${others.join(', ')}.`] : []),
    ...(ignoredColumns.length > 0 ? [`Columns HSDS does not have, left out: ${ignoredColumns.join(', ')}.`] : []),
    ...(ignored.length > 0 ? [`Resources HSDS does not have, left out: ${ignored.join(', ')}.`] : []),
    ...(themesMissing ? [`There is no taxonomy named "${themesMissing}"; the themes stay as they are.`] : []),
    themes ? `Themes of the site: ${themes}.` : 'No taxonomy serves as themes yet; choose one with --themes "NAME".',
  ]
}
