import { z } from 'zod'

/** How the installation is doing: counts and states, nothing about anybody. */
export const healthSchema = z.object({
  /** `degraded`: it works, and a person must look at the mail, at Meilisearch or at a job that keeps failing. */
  status: z.enum(['ok', 'degraded', 'down']),
  database: z.enum(['ok', 'down']),
  /** Who answers searches over the wire; `fallback`: the embedded engine, because Meilisearch cannot. */
  search: z.enum(['embedded', 'meilisearch', 'fallback']),
  /** Why it cannot; a code. */
  searchTrouble: z.string().nullable(),
  outbox: z.object({ waiting: z.int(), givenUp: z.int(), oldestSeconds: z.int() }).nullable(),
  /** Jobs that failed every time. */
  stuckJobs: z.int().nullable(),
  revision: z.int().nullable(),
})
export type HealthView = z.infer<typeof healthSchema>
