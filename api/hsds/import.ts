/** The import of a directory: a package in, a report out, in one transaction. */
import type { Kysely } from 'kysely'
import type { DirectoryTables } from '../db.ts'
import { type LoadReport, type Progress, loadSources } from './load.ts'
import { type PackageFault, openPackage } from './package.ts'
import {
  type DirectoryTx,
  makeThemes,
  mostlyDutch,
  nameMunicipality,
  takeDirectory,
  themeTaxonomies,
} from './queries.ts'

export type ImportOptions = {
  /** Name of the taxonomy that gives the themes. Without: the themes there are, else the first with levels. */
  themes?: string | undefined
  /** Language of the texts (BCP 47). Without: nl when most addresses are Dutch, else en. */
  language?: string | undefined
  /** Name of the municipality, where the directory has none yet. Without: the title of the package. */
  name?: string | undefined
}

export type ImportReport =
  | { taken: false; faults: PackageFault[] }
  | (LoadReport & { taken: true; ignored: string[]; themes: string | null; themesMissing: string | null })

/**
 * Imports the HSDS 3.1 package in `folder` as the publisher. Refuses the package (and touches nothing) on a fault of a
 * whole file; refuses single rows with what hangs on them; leaves rows the package does not speak of. The same package
 * again changes nothing. Publishing is a step of its own.
 */
export async function importPackage(
  db: Kysely<DirectoryTables>,
  folder: string,
  options: ImportOptions = {},
  progress?: Progress,
): Promise<ImportReport> {
  const opened = await openPackage(folder)
  if ('faults' in opened) return { taken: false, faults: opened.faults }
  const { sources, ignored, title } = opened.package

  return await db.transaction().execute(async (tx) => {
    await takeDirectory(tx)
    const loaded = await loadSources(tx, sources, progress)
    const language = options.language ?? ((await mostlyDutch(tx)) ? 'nl' : 'en')
    await nameMunicipality(tx, options.name ?? title ?? 'Sociale kaart', language)
    return { taken: true, ...loaded, ignored, ...(await chooseThemes(tx, options.themes)) }
  })
}

async function chooseThemes(tx: DirectoryTx, wanted: string | undefined) {
  const taxonomies = await themeTaxonomies(tx)
  const current = taxonomies.find((taxonomy) => taxonomy.purpose === 'theme')
  const chosen = wanted
    ? taxonomies.find((taxonomy) => taxonomy.name.toLowerCase() === wanted.toLowerCase())
    : (current ?? taxonomies.find((taxonomy) => taxonomy.purpose === null && Number(taxonomy.children) > 0))
  if (chosen && chosen !== current) await makeThemes(tx, chosen.id)
  return { themes: (chosen ?? current)?.name ?? null, themesMissing: wanted && !chosen ? wanted : null }
}
