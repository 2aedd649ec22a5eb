import { z } from 'zod'
import { type Permission, permissions } from '../permissions.ts'
import { emailAddress } from '../text.ts'
import { roles } from '../viewer.ts'

/** What somebody signs in with. A wrong password is any password: its rules hold when it is made, not here. */
export const signInSchema = z.strictObject({
  email: emailAddress,
  password: z.string().min(1, { error: 'text.required' }).max(1_000, { error: 'text.too_long' }),
})
export type SignIn = z.infer<typeof signInSchema>

const named = z.object({ id: z.uuid(), name: z.string() })

/** Who is signed in, as the screens show it. */
export const sessionSchema = z.object({
  userId: z.uuid(),
  name: z.string(),
  organization: named,
  roles: z.array(z.enum(roles)),
  /** What the server lets them do, so that no screen shows a way that would be refused. */
  may: z.array(z.enum(Object.keys(permissions) as [Permission, ...Permission[]])),
  desks: z.array(named),
  /** Came in by a link: one transfer, and nothing else of the workspace. */
  byLink: z.boolean(),
  /** How long this session lasts if nothing more is asked in it. */
  secondsLeft: z.int().nonnegative(),
})
export type SessionView = z.infer<typeof sessionSchema>

/** Those of one's own organisation to whom work can be assigned. */
export const colleaguesSchema = z.object({
  colleagues: z.array(z.object({ id: z.uuid(), name: z.string(), desks: z.array(z.uuid()) })),
})
export type ColleaguesView = z.infer<typeof colleaguesSchema>
