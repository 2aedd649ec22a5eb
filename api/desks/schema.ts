import { z } from 'zod'
import { kinds } from '../agreements/codes.ts'

const day = z.iso.date()

/** The desks somebody may choose, with what is asked for there. From the same published revision as the site. */
export const desksSchema = z.object({
  desks: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      phone: z.string().nullable(),
      organization: z.object({ id: z.uuid(), name: z.string() }),
      /** Of the viewer's own organisation: for passing on inside it. */
      own: z.boolean(),
      safetyNet: z.boolean(),
      /** Days, both included, on which the desk is closed: they do not count in its deadlines. */
      closings: z.array(z.object({ from: day, until: day })),
      /** How many signals the viewer's organisation sent there in the last year. */
      sentBefore: z.int(),
      /** How much room there is now, per service that says so (HSDS service_capacity). */
      capacity: z.array(
        z.object({
          service: z.string(),
          unit: z.string(),
          available: z.number(),
          maximum: z.number().nullable(),
          updatedOn: day,
        }),
      ),
      /** What was agreed with this desk and counts today; null where the default terms count. */
      agreement: z
        .object({
          id: z.uuid(),
          answerDays: z.int(),
          contactDays: z.int(),
          startDays: z.int(),
          criteria: z.string(),
          needed: z.string(),
          /** Where it was agreed for all of a kind, ours or theirs. */
          fromKind: z.enum(kinds).nullable(),
          toKind: z.enum(kinds).nullable(),
        })
        .nullable(),
      services: z.array(
        z.object({
          id: z.uuid(),
          slug: z.string(),
          name: z.string(),
          themes: z.array(z.string()),
          places: z.array(z.string()),
          national: z.boolean(),
        }),
      ),
    }),
  ),
})
export type DesksView = z.infer<typeof desksSchema>
