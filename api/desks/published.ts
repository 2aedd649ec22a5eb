/** The services of the revision people see: what the picker offers is what the site shows (domain.md invariant 10). */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { snapshotSchema } from '../publish/schema.ts'
import type { PickedService } from './desk.ts'

const services = snapshotSchema.pick({ services: true }).loose()

/** Reads the snapshot beside a published site once per revision, and gives its services by id. */
export function publishedServices(siteFolder: () => string | null): () => Promise<ReadonlyMap<string, PickedService>> {
  let known: { folder: string; services: Promise<ReadonlyMap<string, PickedService>> } | null = null
  return async () => {
    const folder = siteFolder()
    if (folder === null) return new Map()
    if (known?.folder !== folder) {
      const read = readServices(join(dirname(folder), 'snapshot.json'))
      known = { folder, services: read }
      // What could not be read is read again at the next question.
      read.catch(() => {
        known = null
      })
    }
    return known.services
  }
}

async function readServices(path: string): Promise<ReadonlyMap<string, PickedService>> {
  const snapshot = services.parse(JSON.parse(await readFile(path, 'utf8')))
  return new Map(
    snapshot.services
      .filter((service) => service.status === 'active')
      .map(({ id, slug, name, themes, places, national, verified }) => [
        id,
        { id, slug, name, themes, places, national, verifiedOn: verified?.on ?? null },
      ]),
  )
}
