/** Puts the rows of a package into the directory: checks each, refuses what cannot be taken and what hangs on it. */
import { type Row, type RowFault, checkRow } from './check.ts'
import type { Source, SourceRow } from './package.ts'
import { type DirectoryTx, countOthers, saveRows, slugsOf, withSlug } from './queries.ts'
import { slugGiver } from './slug.ts'
import { type Table, type TableName, namedBy } from './tables.ts'

const BATCH = 1000

export type Refused = RowFault & { file: string; line: number }
export type TableReport = {
  table: TableName
  file: string
  read: number
  added: number
  changed: number
  unchanged: number
  /** Rows refused; a row can have several faults. */
  refused: number
  /** Rows of the directory that the package does not speak of. */
  others: number
  ignoredColumns: string[]
}
export type LoadReport = { tables: TableReport[]; refused: Refused[] }
export type Progress = (done: { table: TableName; rows: number; of: number }) => void

/** What became of each id so far: taken, or refused and where. */
type Seen = Map<TableName, Map<string, 'taken' | { file: string; line: number }>>

/** Why a reference cannot be followed; nothing when it can. */
function followed(seen: Seen, column: string, table: TableName, id: string): RowFault | null {
  const target = seen.get(table)?.get(id)
  if (target === 'taken') return null
  if (target) {
    const why = `hangs on the ${table} of ${target.file} line ${target.line}, which is refused`
    return { column, code: 'hangs_on_refused', why, mend: 'Mend that row first; this one then comes along.' }
  }
  const mend = `Add the ${table}, or leave this row out.`
  return { column, code: 'dangling', why: `refers to ${table} ${id}, which is not in the package`, mend }
}

function references(seen: Seen, table: Table, row: Row): RowFault[] {
  const links = table.columns.flatMap(({ name, refers }) =>
    refers && refers !== table.name && row[name] ? [[name, refers] as const] : [],
  )
  const named = namedBy[table.name]
  if (named && row[named.id] && row[named.entity]) links.push([named.id, row[named.entity] as TableName])
  return links.flatMap(([column, target]) => followed(seen, column, target, String(row[column])) ?? [])
}

/** All that is wrong with one row, given what stands before it. */
function judge(seen: Seen, source: Source, { record, surplus, line }: SourceRow): { row: Row; faults: RowFault[] } {
  const { table } = source
  const { row, faults } = checkRow(table, record)
  if (surplus !== 0) {
    const why = surplus > 0 ? `has ${surplus} values too many` : `has ${-surplus} values too few`
    faults.push({ column: null, code: 'columns_count', why, mend: 'Look for a missing comma or quote.' })
  }
  faults.push(...references(seen, table, row))
  const known = seen.get(table.name)
  const id = row.id
  if (typeof id === 'string' && known?.has(id)) {
    faults.push({
      column: 'id',
      code: 'duplicate_id',
      why: `${id} stands in this file before`,
      mend: 'Give each row its own id.',
    })
  } else if (typeof id === 'string') {
    known?.set(id, faults.length > 0 ? { file: source.file, line } : 'taken')
  }
  return { row, faults }
}

const parentColumn = (table: Table) => table.columns.find((column) => column.refers === table.name)?.name ?? null

/**
 * A table that refers to itself is judged whole before it is stored: a parent may stand further down, and who hangs on
 * a refused parent is refused too, however deep.
 */
async function judgeParents(seen: Seen, source: Source, column: string): Promise<Map<number, RowFault>> {
  const known = seen.get(source.table.name)
  const parents = new Map<string, { parent: string; line: number }>()
  for await (const sourceRow of source.rows()) {
    const { row, faults } = judge(seen, source, sourceRow)
    if (faults.length === 0 && row[column])
      parents.set(String(row.id), { parent: String(row[column]), line: sourceRow.line })
  }
  const orphans = new Map<number, RowFault>()
  for (let before = -1; before !== orphans.size;) {
    before = orphans.size
    for (const [id, { parent, line }] of parents) {
      const fault = orphans.has(line) ? null : followed(seen, column, source.table.name, parent)
      if (!fault) continue
      orphans.set(line, fault)
      known?.set(id, { file: source.file, line })
    }
  }
  known?.clear()
  return orphans
}

/** Loads `sources`, which stand in the order of the tables. One transaction is the caller's; nothing is committed here. */
export async function loadSources(
  tx: DirectoryTx,
  sources: Source[],
  progress: Progress = () => undefined,
): Promise<LoadReport> {
  const seen: Seen = new Map(sources.map(({ table }) => [table.name, new Map()]))
  const report: LoadReport = { tables: [], refused: [] }
  for (const source of sources) report.tables.push(await loadSource(tx, seen, source, report.refused, progress))
  return report
}

async function loadSource(
  tx: DirectoryTx,
  seen: Seen,
  source: Source,
  refused: Refused[],
  progress: Progress,
): Promise<TableReport> {
  const { table, file } = source
  const column = parentColumn(table)
  const orphans = column ? await judgeParents(seen, source, column) : new Map<number, RowFault>()
  const slugs = withSlug.includes(table.name) ? await slugsOf(tx, table.name) : null
  const giveSlug = slugGiver(new Set(slugs?.values()), table.name.replace('_', '-'))

  const counts = { read: 0, added: 0, changed: 0, unchanged: 0, refused: 0 }
  let batch: Row[] = []
  const flush = async () => {
    if (batch.length === 0) return
    const { added, changed } = await saveRows(tx, table, batch)
    counts.added += added
    counts.changed += changed
    counts.unchanged += batch.length - added - changed
    batch = []
  }
  for await (const sourceRow of source.rows()) {
    counts.read += 1
    const { row, faults } = judge(seen, source, sourceRow)
    const orphan = orphans.get(sourceRow.line)
    if (orphan) {
      faults.push(orphan)
      seen.get(table.name)?.set(String(row.id), { file, line: sourceRow.line })
    }
    if (faults.length > 0) {
      counts.refused += 1
      refused.push(...faults.map((fault) => ({ file, line: sourceRow.line, ...fault })))
    } else {
      if (slugs) row['slug'] = slugs.get(String(row.id)) ?? giveSlug(String(row.name))
      batch.push(row)
    }
    if (batch.length === BATCH) await flush()
    if (counts.read % BATCH === 0) progress({ table: table.name, rows: counts.read, of: source.count })
  }
  await flush()
  progress({ table: table.name, rows: counts.read, of: source.count })
  const others = await countOthers(tx, table.name, [...(seen.get(table.name)?.keys() ?? [])])
  return { table: table.name, file, ...counts, others, ignoredColumns: source.ignored }
}
