/** What travels over the wire about signposts: codes and ids, and no room for words. */
import { z } from 'zod'

const code = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)

/** An address that was given: of a service or of a desk. */
export const signpostGiven = z
  .strictObject({
    theme: code,
    place: code.nullable().default(null),
    serviceId: z.uuid().nullable().default(null),
    deskId: z.uuid().nullable().default(null),
  })
  .refine(({ serviceId, deskId }) => (serviceId === null) !== (deskId === null), {
    error: 'signpost.to_one',
    path: ['serviceId'],
  })
export type SignpostGiven = z.infer<typeof signpostGiven>

/** `count` is null where it is below `leastShown`. */
export type SignpostsView = { leastShown: number; months: { month: string; count: number | null }[] }
