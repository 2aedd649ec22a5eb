import { z } from 'zod'

/** How the installation is doing: counts and states, nothing about anybody. */
export const healthSchema = z.object({
  /** `degraded`: it works, and a person must look at the mail. */
  status: z.enum(['ok', 'degraded', 'down']),
  database: z.enum(['ok', 'down']),
  search: z.literal('embedded'),
  outbox: z.object({ waiting: z.int(), givenUp: z.int(), oldestSeconds: z.int() }).nullable(),
  revision: z.int().nullable(),
})
export type HealthView = z.infer<typeof healthSchema>
