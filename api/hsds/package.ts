/** A tabular data package on disk: its description, its files, its rows one at a time. Nothing is held whole in memory. */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { CsvError, parse } from 'csv-parse'
import { z } from 'zod'
import { type Table, tableOf, tables } from './tables.ts'

/** Longer than any honest description; a line of megabytes is a broken or hostile file. */
const LONGEST_LINE = 1024 * 1024
const LARGEST_FILE = 512 * 1024 * 1024

/** What makes the whole package impossible to take. */
export type PackageFault = { file: string; line: number | null; column: string | null; why: string; mend: string }

/** One HSDS table of a package. `rows` can be read as often as needed. */
export type Source = {
  table: Table
  file: string
  count: number
  /** Columns of the file that HSDS does not have; they are left out. */
  ignored: string[]
  rows: () => AsyncIterable<SourceRow>
}
/** `surplus`: the number of values differs from the header. */
export type SourceRow = { line: number; record: Record<string, string>; surplus: number }

export type Package = {
  title: string | null
  /** In the order in which rows can be stored. */
  sources: Source[]
  /** Resources of the package that are no HSDS table. */
  ignored: string[]
}

const descriptionSchema = z.object({
  title: z.string().optional(),
  name: z.string().optional(),
  resources: z
    .array(
      z.object({
        name: z.string(),
        path: z.string(),
        schema: z.object({ fields: z.array(z.object({ name: z.string() })) }).optional(),
      }),
    )
    .min(1),
})
type Resource = z.infer<typeof descriptionSchema>['resources'][number]

const fault = (file: string, why: string, mend: string, line: number | null = null, column: string | null = null) =>
  ({ file, line, column, why, mend }) satisfies PackageFault

/**
 * Opens the data package in `folder` and looks at every byte of it once. Out: its tables, or all faults that refuse the
 * package as a whole: a missing file, a wrong header, another encoding than UTF-8, a line over 1 MB, broken quotes.
 */
export async function openPackage(folder: string): Promise<{ package: Package } | { faults: PackageFault[] }> {
  const description = await readDescription(folder)
  if ('faults' in description) return description

  const faults: PackageFault[] = []
  const sources: Source[] = []
  const ignored: string[] = []
  for (const resource of description.resources) {
    const table = tableOf(resource.name)
    if (!table) {
      ignored.push(resource.name)
      continue
    }
    if (sources.some((source) => source.table === table)) {
      faults.push(fault(resource.path, `${table.name} is described twice`, 'Keep one resource for each table.'))
      continue
    }
    const looked = await look(folder, resource, table)
    if ('faults' in looked) faults.push(...looked.faults)
    else sources.push(looked.source)
  }
  if (faults.length > 0) return { faults }
  sources.sort((a, b) => tables.indexOf(a.table) - tables.indexOf(b.table))
  return { package: { title: description.title ?? description.name ?? null, sources, ignored } }
}

async function readDescription(
  folder: string,
): Promise<z.infer<typeof descriptionSchema> | { faults: PackageFault[] }> {
  const file = 'datapackage.json'
  const text = await readFile(join(folder, file), 'utf8').catch(() => null)
  if (text === null) {
    return { faults: [fault(file, `there is none in ${folder}`, 'Name the folder that holds datapackage.json.')] }
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { faults: [fault(file, 'is not JSON', 'Correct the file.')] }
  }
  const parsed = descriptionSchema.safeParse(json)
  if (parsed.success) return parsed.data
  return {
    faults: parsed.error.issues.map((issue) =>
      fault(
        file,
        `${issue.path.join('.') || 'the description'}: ${issue.message}`,
        'Describe each table as a resource with name and path.',
      ),
    ),
  }
}

/** Whether the bytes are UTF-8 and the lines of a length people write; says on which line not. */
async function inspectBytes(path: string, file: string): Promise<PackageFault[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let length = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    while (from < chunk.length) {
      const newline = chunk.indexOf(10, from)
      const to = newline === -1 ? chunk.length : newline + 1
      length += to - from
      if (length > LONGEST_LINE) {
        return [fault(file, 'is longer than 1 MB', 'Look for a missing line break or quote.', line)]
      }
      try {
        decoder.decode(chunk.subarray(from, to), { stream: newline === -1 })
      } catch {
        return [fault(file, 'is not UTF-8', 'Save the file with the encoding UTF-8.', line)]
      }
      if (newline !== -1) {
        line += 1
        length = 0
      }
      from = to
    }
  }
  try {
    decoder.decode()
  } catch {
    return [fault(file, 'is not UTF-8', 'Save the file with the encoding UTF-8.', line)]
  }
  return []
}

type CsvRecord = { line: number; values: string[] }

async function* records(path: string): AsyncIterable<CsvRecord> {
  const parser = createReadStream(path).pipe(
    parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true }),
  ) as AsyncIterable<{ record: string[]; info: { lines: number } }>
  for await (const { record, info } of parser) {
    // csv-parse tells where a record ends; people look for where it begins.
    const breaks = record.reduce((sum, value) => sum + (value.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    yield { line: info.lines - breaks, values: record }
  }
}

function headerFaults(file: string, header: string[], resource: Resource, table: Table): PackageFault[] {
  const promised = resource.schema?.fields.map((field) => field.name) ?? []
  const required = table.columns.filter((column) => column.required).map((column) => column.name)
  const missing = [...new Set([...required, ...promised])].filter((name) => !header.includes(name))
  const twice = header.filter((name, index) => header.indexOf(name) !== index)
  const unknown = header.filter(
    (name) => !promised.includes(name) && !table.columns.some((column) => column.name === name),
  )
  const instead = unknown.length > 0 ? `; found ${unknown.map((name) => `"${name}"`).join(', ')}` : ''
  return [
    ...missing.map((name) => fault(file, `the header lacks ${name}${instead}`, `Name the column ${name}.`, 1, name)),
    ...twice.map((name) => fault(file, `the header has ${name} twice`, 'Keep one of them.', 1, name)),
  ]
}

async function look(
  folder: string,
  resource: Resource,
  table: Table,
): Promise<{ source: Source } | { faults: PackageFault[] }> {
  const file = resource.path
  const inside = normalize(file)
  if (inside.startsWith('..') || inside.startsWith(sep) || /^[a-z]+:/i.test(file)) {
    return { faults: [fault(file, 'lies outside the package', 'Name a file in the folder itself.')] }
  }
  const path = join(folder, inside)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) {
    return { faults: [fault(file, 'is missing', `Add the file, or take ${resource.name} out of datapackage.json.`)] }
  }
  if (found.size > LARGEST_FILE) {
    return { faults: [fault(file, 'is larger than 512 MB', 'Split the package.')] }
  }
  const faults = await inspectBytes(path, file)
  if (faults.length > 0) return { faults }

  let header: string[] | null = null
  let count = 0
  try {
    for await (const { values } of records(path)) {
      if (header) count += 1
      else header = values.map((name) => name.trim())
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      faults: [
        fault(file, 'has quotes that do not match', 'Double a quote inside a value.', Number(error['lines']) || null),
      ],
    }
  }
  if (!header) return { faults: [fault(file, 'is empty', 'A table without rows has a header.', 1)] }
  const wrongHeader = headerFaults(file, header, resource, table)
  if (wrongHeader.length > 0) return { faults: wrongHeader }

  const names = header
  const ignored = names.filter((name) => !table.columns.some((column) => column.name === name))
  return { source: { table, file, count, ignored, rows: () => rows(path, names) } }
}

async function* rows(path: string, header: string[]): AsyncIterable<SourceRow> {
  let first = true
  for await (const { line, values } of records(path)) {
    if (first) {
      first = false
      continue
    }
    const record = Object.fromEntries(header.map((name, index) => [name, values[index] ?? '']))
    yield { line, record, surplus: values.length - header.length }
  }
}
